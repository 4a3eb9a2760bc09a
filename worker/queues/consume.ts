import { countDeadLetters, deadSuffix } from './dead-letters.ts';
import { answerNudges, outboxQueue } from './outbox.ts';
import { countSearchMisses, searchMissQueue } from './search-misses.ts';

/** Hands a batch to the consumer of its queue; throws for a queue without one, so that its messages come again. */
export async function consume(batch: MessageBatch, env: Env): Promise<void> {
	if (batch.queue.endsWith(deadSuffix)) return countDeadLetters(batch, env);
	if (batch.queue === searchMissQueue) return countSearchMisses(batch, env);
	if (batch.queue === outboxQueue) return answerNudges(batch, env);
	throw new Error(`the queue ${batch.queue} has no consumer`);
}
