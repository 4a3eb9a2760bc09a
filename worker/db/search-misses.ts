import type { Locale } from '#config/locales';
import { searchMissNetworks } from '#shared/limits';
import type { SearchMiss } from '#shared/search-misses';

/**
 * Counts failed searches, all or nothing. The words are written down with the third network of one day; whatever else is
 * known of them by then was counted by their hash.
 */
export async function storeSearchMisses(db: D1Database, misses: readonly NewSearchMiss[]): Promise<void> {
	const rows = JSON.stringify(misses);
	await db.batch([
		db
			.prepare(
				`INSERT INTO search_miss_networks (day, text, network)
				SELECT value ->> 'day', value ->> 'text', value ->> 'network' FROM json_each(?1) WHERE TRUE
				ON CONFLICT DO NOTHING`,
			)
			.bind(rows),
		db
			.prepare(
				`INSERT INTO search_misses (text, day, locale, count, least_results, networks)
				SELECT value ->> 'text' AS miss, value ->> 'day' AS date, value ->> 'locale', COUNT(*), MIN(value ->> 'results'),
					(SELECT COUNT(*) FROM search_miss_networks WHERE day = value ->> 'day' AND text = value ->> 'text')
				FROM json_each(?1) WHERE TRUE GROUP BY miss, date
				ON CONFLICT (text, day) DO UPDATE SET count = count + excluded.count,
					least_results = MIN(least_results, excluded.least_results), networks = MAX(networks, excluded.networks)`,
			)
			.bind(rows),
		db
			.prepare(
				`INSERT INTO search_miss_texts (text, locale, query, last_day)
				SELECT value ->> 'text' AS miss, value ->> 'locale', value ->> 'query', MAX(value ->> 'day') FROM json_each(?1)
				WHERE EXISTS (SELECT 1 FROM search_misses WHERE text = value ->> 'text' AND networks >= ?2) GROUP BY miss
				ON CONFLICT (text) DO UPDATE SET last_day = MAX(last_day, excluded.last_day)`,
			)
			.bind(rows, searchMissNetworks),
	]);
}

/** A page of failed searches that may be shown, the most frequent first, with what the page has to say about the others. */
export async function listSearchMisses(
	db: D1Database,
	{ since, locale, queue }: SearchMissFilter,
	limit: number,
	before: { at: number; reference: string },
): Promise<SearchMissPage> {
	const [shown, hidden, dead] = await db.batch([
		db
			.prepare(
				`SELECT text, texts.locale, query, SUM(count) AS count, COUNT(*) AS days, MIN(least_results) AS leastResults
				FROM search_miss_texts AS texts JOIN search_misses USING (text)
				WHERE day >= ?1 AND (?2 IS NULL OR texts.locale = ?2) GROUP BY text HAVING (SUM(count), text) < (?3, ?4)
				ORDER BY SUM(count) DESC, text DESC LIMIT ?5`,
			)
			.bind(since, locale ?? null, before.at, before.reference, limit),
		db
			.prepare(
				`SELECT COUNT(DISTINCT text) AS texts, COALESCE(SUM(count), 0) AS searches FROM search_misses
				WHERE day >= ?1 AND (?2 IS NULL OR locale = ?2) AND text NOT IN (SELECT text FROM search_miss_texts)`,
			)
			.bind(since, locale ?? null),
		db.prepare('SELECT COALESCE(SUM(count), 0) AS count FROM dead_letters WHERE queue = ?1 AND day >= ?2').bind(queue, since),
	]);
	return {
		items: (shown?.results ?? []) as SearchMissTotal[],
		hidden: (hidden?.results[0] ?? { texts: 0, searches: 0 }) as SearchMissPage['hidden'],
		lost: (dead?.results as { count: number }[] | undefined)?.[0]?.count ?? 0,
	};
}

export interface NewSearchMiss extends SearchMiss {
	/** Keyed hash of language and words. */
	text: string;
	/** Keyed hash of network and words. */
	network: string;
	/** Start of the day, in epoch milliseconds. */
	day: number;
}

export interface SearchMissFilter {
	/** Start of the first day, in epoch milliseconds. */
	since: number;
	/** Every language when absent. */
	locale: Locale | undefined;
	queue: string;
}

export interface SearchMissTotal {
	/** Keyed hash; names the row. */
	text: string;
	locale: Locale;
	query: string;
	count: number;
	/** On how many days it was searched. */
	days: number;
	/** The fewest articles that it found. */
	leastResults: number;
}

export interface SearchMissPage {
	items: SearchMissTotal[];
	/** Texts from too few networks, and how often they were searched. */
	hidden: { texts: number; searches: number };
	/** Searches that could not be counted. */
	lost: number;
}
