import type { SearchedTerm } from '#shared/request-terms';

import { toRequest, type RequestRow, type RequestSummary } from './requests.ts';

/** Words that the beginning of one may stand for. */
const wordsPerPrefix = 25;
/** From how many requests on a term counts as common, and how far back one search looks. */
const common = 1000;

/**
 * Requests that hold all terms, newest first, from before a number. The work is bounded however much is stored: the newest
 * requests with the rarest term are looked at, and `before` of the answer says where to go on when there may be more.
 */
export async function searchRequests(
	db: D1Database,
	searched: readonly SearchedTerm[],
	limit: number,
	before: number = Number.MAX_SAFE_INTEGER,
): Promise<FoundRequests> {
	const groups = await expand(db, searched);
	if (groups.length === 0 || groups.some((group) => group.length === 0)) return { items: [], before: undefined };
	const counts = await db.batch<{ count: number }>(
		groups.map((group) => db.prepare(countSql).bind(JSON.stringify(group), common)),
	);
	const rarity = counts.map(({ results }) => results[0]?.count ?? 0);
	const rarest = rarity.indexOf(Math.min(...rarity));
	const others = groups.filter((_, index) => index !== rarest);
	const walk = await db
		.prepare(walkSql)
		.bind(JSON.stringify(groups[rarest]), JSON.stringify(others), before, common)
		.all<{ number: number; found: 0 | 1 }>();
	const found = walk.results.filter(({ found }) => found === 1);
	const shown = found.slice(0, limit).map(({ number }) => number);
	const isCut = walk.results.length === common;
	return {
		items: await listByNumber(db, shown),
		before: found.length > limit ? shown.at(-1) : isCut ? walk.results.at(-1)?.number : undefined,
	};
}

/** Each term with the words that it stands for. A recursive seek: listing them would read every row of each. */
async function expand(db: D1Database, searched: readonly SearchedTerm[]): Promise<string[][]> {
	const prefixes = searched.filter(({ isPrefix }) => isPrefix);
	if (prefixes.length === 0) return searched.map(({ term }) => [term]);
	const expanded = await db.batch<{ term: string }>(
		prefixes.map(({ term }) => db.prepare(expandSql).bind(term, `${term}\u{10ffff}`, wordsPerPrefix)),
	);
	const words = new Map(prefixes.map(({ term }, index) => [term, expanded[index]?.results.map((row) => row.term) ?? []]));
	return searched.map(({ term, isPrefix }) => (isPrefix ? (words.get(term) ?? []) : [term]));
}

async function listByNumber(db: D1Database, numbers: readonly number[]): Promise<RequestSummary[]> {
	if (numbers.length === 0) return [];
	const { results } = await db
		.prepare('SELECT * FROM requests WHERE number IN (SELECT value FROM json_each(?1)) ORDER BY number DESC')
		.bind(JSON.stringify(numbers))
		.all<RequestRow>();
	return results.map(toRequest);
}

const expandSql = `WITH RECURSIVE words (term) AS (
		SELECT (SELECT MIN(term) FROM request_terms WHERE term >= ?1 AND term < ?2)
		UNION ALL
		SELECT (SELECT MIN(term) FROM request_terms WHERE term > words.term AND term < ?2) FROM words WHERE words.term IS NOT NULL LIMIT ?3
	)
	SELECT term FROM words WHERE term IS NOT NULL`;

const countSql = `SELECT COUNT(*) AS count FROM
	(SELECT 1 FROM json_each(?1) AS word CROSS JOIN request_terms ON request_terms.term = word.value LIMIT ?2)`;

/** The newest requests with one of the words, and whether each holds a word of every other group as well. */
const walkSql = `SELECT number, NOT EXISTS (
		SELECT 1 FROM json_each(?2) AS part WHERE NOT EXISTS (
			SELECT 1 FROM json_each(part.value) AS word CROSS JOIN request_terms AS other
			WHERE other.term = word.value AND other.number = walked.number
		)
	) AS found
	FROM (
		SELECT DISTINCT newest.value AS number FROM json_each(?1) AS word CROSS JOIN json_each((
			SELECT json_group_array(number) FROM (
				SELECT number FROM request_terms WHERE term = word.value AND number < ?3 ORDER BY number DESC LIMIT ?4
			)
		)) AS newest
		ORDER BY newest.value DESC LIMIT ?4
	) AS walked
	ORDER BY number DESC`;

/** The statements of a search, for a look at their plans. */
export const searchSql = { expand: expandSql, count: countSql, walk: walkSql };

export interface FoundRequests {
	items: RequestSummary[];
	/** From before which request to look on; undefined when everything has been seen. */
	before: number | undefined;
}
