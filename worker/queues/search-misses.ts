import * as z from 'zod';

import { SearchMissSchema } from '#shared/search-misses';

import { storeSearchMisses } from '../db/search-misses.ts';
import { logBatchError } from '../log.ts';

/** Name of the queue in wrangler.toml. */
export const searchMissQueue = 'help-centre-search-misses';

const hash = z.string().regex(/^[\w-]{22}$/);

const SearchMissMessageSchema = SearchMissSchema.extend({
	/** Keyed hash of language and words. */
	text: hash,
	/** Keyed hash of network and words, another one every day. */
	network: hash,
	/** Start of the day on which it was searched, in epoch milliseconds. */
	day: z.int().nonnegative(),
});

/** Counts failed searches, a batch of messages in one write. What cannot be read or written is retried, at last by the dead letters. */
export async function countSearchMisses(batch: MessageBatch, env: Env): Promise<void> {
	const readable: { message: Message; miss: SearchMissMessage }[] = [];
	for (const message of batch.messages) {
		const { data: miss } = SearchMissMessageSchema.safeParse(message.body);
		if (miss) readable.push({ message, miss });
		else message.retry();
	}
	if (readable.length === 0) return;
	try {
		await storeSearchMisses(
			env.DB,
			readable.map(({ miss }) => miss),
		);
		for (const { message } of readable) message.ack();
	} catch (error) {
		logBatchError(batch, error);
		for (const { message } of readable) message.retry();
	}
}

/** What the queue carries: the cleaned words, and hashes to count them by. */
export type SearchMissMessage = z.output<typeof SearchMissMessageSchema>;
