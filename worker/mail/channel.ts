import { site } from '#config/site';
import { mailedLinks, unverifiedMails } from '#shared/limits';

import { refusalOf } from '../db/constraint.ts';
import { findCallMailTarget } from '../db/call-mails.ts';
import { findMailTarget, listOpenRequests, type MailTarget } from '../db/mail-targets.ts';
import type { MailKind, MessageKind, OwedMessage } from '../db/outbox.ts';
import { countWrite } from '../db/rate-counts.ts';
import { DeliveryError, type Channel } from '../outbox/delivery.ts';
import { hashOfDay } from '../abuse/network.ts';
import { mailedUrl } from '../pages/private-link.ts';
import { now, type Settings } from '../settings.ts';
import { startOfDay } from '../time.ts';
import { bounceTag, tagHeader } from './bounce-tag.ts';
import { callMailFacts, isCallMail, isStillTrue } from './call-mail.ts';
import { composeMail } from './compose.ts';
import type { MailSender } from './sender.ts';

/** Mails to people. Whatever they typed stays out of them: the address is not known to be theirs. */
export function mailChannel(env: Env, settings: Settings, sender: MailSender): Channel {
	return {
		name: 'mail',
		isIdempotent: sender.isIdempotent,
		async deliver(message) {
			const { reference, kind, locale } = message;
			if (reference === null || !isMail(kind)) return 'gone';
			const call = isCallMail(kind) ? await findCallMailTarget(env.DB, reference) : null;
			if (call && !isStillTrue(message, call, now(settings))) return 'gone';
			const target = isCallMail(kind) ? call : await findMailTarget(env.DB, reference);
			if (!target) return 'gone';
			const links = await linksOf(env, settings, { ...message, reference }, target);
			if (links.length === 0) return 'gone';
			if (message.attempts === 1 && !target.isVerified) await countMail(env.DB, settings, target.email);
			const isDemonstration = site.mode === 'demonstration';
			const facts = { locale, links, brand: site.brand[locale], isDemonstration };
			const about = call && isCallMail(kind) ? { call: await callMailFacts(env.DB, { kind, locale }, call, now(settings)) } : {};
			const mail = composeMail(kind, { ...facts, ...about });
			const key = message.dedupeKey;
			const headers = { [tagHeader]: await bounceTag(settings.LINK_KEY, key) };
			await sender.send({ ...mail, key, reference, to: target.email, fromName: site.brand[locale], headers });
			return 'sent';
		},
	};
}

function isMail(kind: MessageKind): kind is MailKind {
	return kind !== 'staff' && kind !== 'alert' && kind !== 'recovery';
}

async function linksOf(
	env: Env,
	settings: Settings,
	{ kind, locale, reference }: OwedMessage & { reference: string },
	{ email, generation }: Pick<MailTarget, 'email' | 'generation'>,
): Promise<{ reference: string; url: string }[]> {
	const requests = kind === 'links' ? await listOpenRequests(env.DB, email, mailedLinks) : [{ reference, generation }];
	const origin = settings.PUBLIC_ORIGIN ?? site.url;
	return Promise.all(
		requests.map(async (request) => ({
			reference: request.reference,
			url: origin + (await mailedUrl(settings.LINK_KEY, locale, request)),
		})),
	);
}

/** Nobody can have us flood an address that is not theirs. */
async function countMail(db: D1Database, settings: Settings, email: string): Promise<void> {
	if (settings.RATE_LIMIT === 'off') return;
	const network = await hashOfDay(settings, `mail:${email.toLowerCase()}`);
	const windowStart = startOfDay(now(settings));
	try {
		await countWrite(db, { route: 'mail', network, period: 'day', windowStart, max: unverifiedMails }).run();
	} catch (error) {
		throw refusalOf(error) === 'DAY_RATE' ? new DeliveryError('DAY_LIMIT', { isFinal: true }) : error;
	}
}
