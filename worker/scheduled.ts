import { watch } from './alerts.ts';
import { remind } from './callbacks/call-reminders.ts';
import { settle } from './callbacks/call-settling.ts';
import { measureLoads } from './callbacks/callback-loads.ts';
import { sendDue } from './outbox/outbox.ts';
import { purge } from './purge.ts';
import { now, readSettings } from './settings.ts';
import { removeLooseFiles } from './storage/objects.ts';

/** What happens every minute. One part that fails does not keep the others from their work. */
export async function everyMinute(env: Env): Promise<void> {
	const results = await Promise.allSettled([watch(env), sendMails(env), purge(env), measureLoads(env)]);
	// After what has just expired.
	results.push(...(await Promise.allSettled([removeLooseFiles(env, now(readSettings(env)))])));
	for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** What is owed by now, questions for another time and reminders of calls included; neither must keep the rest from being sent. */
async function sendMails(env: Env): Promise<void> {
	const owed = await Promise.allSettled([settle(env), remind(env)]);
	await sendDue(env);
	for (const part of owed) if (part.status === 'rejected') throw part.reason;
}
