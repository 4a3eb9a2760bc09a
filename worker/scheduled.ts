import { measureLoads } from './callback-loads.ts';
import { sendDue } from './outbox.ts';
import { purge } from './purge.ts';

/** What happens every minute. One part that fails does not keep the other from its work. */
export async function everyMinute(env: Env): Promise<void> {
	const results = await Promise.allSettled([sendDue(env), purge(env), measureLoads(env)]);
	for (const result of results) if (result.status === 'rejected') throw result.reason;
}
