import { logBatchError } from '../log.ts';
import { sendDue } from '../outbox/outbox.ts';

/** Name of the queue in wrangler.toml. */
export const outboxQueue = 'help-centre-outbox';

/** A nudge carries nothing: whatever is due is sent, however many nudges came, and however often. */
export async function answerNudges(batch: MessageBatch, env: Env): Promise<void> {
	try {
		await sendDue(env);
		batch.ackAll();
	} catch (error) {
		logBatchError(batch, error);
		batch.retryAll();
	}
}
