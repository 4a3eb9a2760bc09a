import { allWordLists } from '#shared/all-word-lists';
import { cleanQuery } from '#shared/clean-query';
import type { SearchMiss } from '#shared/search-misses';

import type { AppContext } from '../context.ts';
import { keyedHash } from '../crypto.ts';
import { refusalOf } from '../db/constraint.ts';
import { logError } from '../log.ts';
import { networkId } from '../abuse/network.ts';
import { ApiError } from '../problem.ts';
import type { SearchMissMessage } from '../queues/search-misses.ts';
import { countStatements, rateLimited } from '../abuse/rate-limit.ts';
import { now } from '../settings.ts';
import { switchedOff } from '../switches.ts';
import { startOfDay } from '../time.ts';

/**
 * Passes a failed search on to be counted, if anything countable is left of its words. A failure on our side is logged and
 * forgotten: the reader has other worries. Throws only `RATE_LIMITED`, and `UNAVAILABLE` when staff have switched it off.
 */
export async function acceptSearchMiss(c: AppContext, { locale, query, results }: SearchMiss): Promise<void> {
	const cleaned = cleanQuery(query, allWordLists);
	if (!cleaned) return;
	try {
		const message = await toMessage(c, { locale, query: cleaned, results });
		const counts = await countStatements(c, 'searchMisses');
		if (counts.length > 0) await c.env.DB.batch(counts);
		await c.env.SEARCH_MISSES.send(message);
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === 'HOUR_RATE' || refusal === 'DAY_RATE') throw rateLimited(c, refusal);
		if (refusal === 'SWITCHED_OFF') throw switchedOff();
		logError(c, new ApiError('UNAVAILABLE'), error);
	}
}

/** The network is hashed together with the words: who reads the queue or the table cannot tell what else came from there. */
async function toMessage(c: AppContext, miss: SearchMiss): Promise<SearchMissMessage> {
	const { LINK_KEY } = c.var.settings;
	const text = await keyedHash(LINK_KEY, `search-text:${miss.locale}:${miss.query}`);
	const network = await keyedHash(LINK_KEY, `search-network:${await networkId(c)}:${text}`);
	return { ...miss, text, network, day: startOfDay(now(c.var.settings)) };
}
