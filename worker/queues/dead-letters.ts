import { addDeadLetters } from '../db/dead-letters.ts';
import { logBatchError } from '../log.ts';
import { now, readSettings } from '../settings.ts';
import { startOfDay } from '../time.ts';

/** Ending of the names of queues, in wrangler.toml, that take what another queue's consumer has given up. */
export const deadSuffix = '-dead';

/** Counts messages that nobody could work with, and lets them go: what is in them is unknown, so it is not kept. */
export async function countDeadLetters(batch: MessageBatch, env: Env): Promise<void> {
	const queue = batch.queue.slice(0, -deadSuffix.length);
	await addDeadLetters(env.DB, { queue, day: startOfDay(now(readSettings(env))), count: batch.messages.length });
	batch.ackAll();
	logBatchError(batch);
}
