import { openChannels } from './channels.ts';
import { claimMessages, dropMessage, markFailed, markSent, type OwedMessage } from '../db/outbox.ts';
import { DeliveryError, type Channel, type Fetch } from './delivery.ts';
import { logDelivery } from '../log.ts';
import { now, readSettings } from '../settings.ts';
import { minuteMs } from '../time.ts';

/** How many are sent at a time, and how often a sweep looks for more before it leaves the rest to the next minute. */
const claimSize = 10;
const rounds = 10;
/** Longer than any attempt can take: the database, and a provider that is given up after ten seconds. */
const leaseMs = 120_000;
const firstPauseMs = minuteMs;
const longestPauseMs = 3_600_000;
/** The last attempt is made about five hours after the first. */
export const mostAttempts = 10;

/**
 * Sends what is due: claim, send with the dedupe key, mark. Whoever runs it, cron or queue, and however often at once: a
 * message is claimed by one of them. One that fails comes again later, and ends as dead.
 */
export async function sendDue(
	env: Env,
	{ fetch: send = (url, init) => fetch(url, init) }: { fetch?: Fetch } = {},
): Promise<void> {
	const settings = readSettings(env);
	const channels = new Map(openChannels(env, settings, send).map((channel) => [channel.name, channel]));
	if (channels.size === 0) return;
	const names = [...channels.keys()];
	const repeating = names.filter((name) => !channels.get(name)?.isIdempotent);
	for (let round = 0; round < rounds; round++) {
		const time = now(settings);
		const claim = { now: time, until: time + leaseMs, channels: names, repeating, limit: claimSize };
		const messages = await claimMessages(env.DB, claim);
		await Promise.all(
			messages.map(async (message) => {
				const channel = channels.get(message.channel);
				if (channel) await settle(env, message, channel);
			}),
		);
		if (messages.length < claimSize) return;
	}
}

/** One message that goes wrong must not stop the others; what cannot even be marked comes again when its lease ends. */
async function settle(env: Env, message: OwedMessage, channel: Channel): Promise<void> {
	try {
		await attempt(env, message, channel);
	} catch (cause) {
		logDelivery(message, 'UNMARKED', cause);
	}
}

async function attempt(env: Env, message: OwedMessage, channel: Channel): Promise<void> {
	const time = now(readSettings(env));
	try {
		if (message.attempts > mostAttempts) throw new DeliveryError('INTERRUPTED', { isFinal: true });
		const result = await channel.deliver(message);
		if (result === 'gone') return await dropMessage(env.DB, message.id);
	} catch (cause) {
		const error = cause instanceof DeliveryError ? cause : new DeliveryError('FAILED');
		const isDead = error.isFinal || message.attempts >= mostAttempts;
		await markFailed(env.DB, message, {
			code: error.code,
			state: isDead ? 'dead' : 'due',
			at: isDead ? time : time + pauseAfter(message.attempts),
			isUnsure: error.isUnsure && !channel.isIdempotent,
		});
		return logDelivery(message, error.code, cause);
	}
	await markSent(env.DB, message, time);
}

/** Doubles from a minute to an hour. */
function pauseAfter(attempts: number): number {
	return Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
}
