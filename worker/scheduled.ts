import { measureLoads } from './callback-loads.ts';
import { remind } from './call-reminders.ts';
import { sendDue } from './outbox.ts';
import { purge } from './purge.ts';

/** What happens every minute. One part that fails does not keep the other from its work. */
export async function everyMinute(env: Env): Promise<void> {
	const results = await Promise.allSettled([sendMails(env), purge(env), measureLoads(env)]);
	for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** What is owed by now, reminders of calls included; these must not keep the rest from being sent. */
async function sendMails(env: Env): Promise<void> {
	try {
		await remind(env);
	} finally {
		await sendDue(env);
	}
}
