import type { Locale } from '#config/locales';

const scales = ['speed', 'expertise', 'solution', 'tone'] as const;

/** What was closed as spam is nobody's opinion. */
export const ratingsSql = `SELECT scale.value AS scale, COUNT(*) AS count, AVG(points) AS average,
		${[1, 2, 3, 4, 5].map((points) => `COUNT(*) FILTER (WHERE points = ${points}) AS points${points}`).join(', ')}
	FROM (
		SELECT scale.value, CASE scale.value ${scales.map((name) => `WHEN '${name}' THEN ${name}`).join(' ')} END AS points
		FROM request_ratings CROSS JOIN requests USING (reference) CROSS JOIN json_each('${JSON.stringify(scales)}') AS scale
		WHERE request_ratings.created_at >= ?1 AND request_ratings.created_at < ?2 AND spam = 0
	) AS scale WHERE points IS NOT NULL GROUP BY scale.value`;

/** Held votes are nobody's opinion. */
export const votesSql = `SELECT article, COUNT(*) FILTER (WHERE value = 'yes') AS yes, COUNT(*) FILTER (WHERE value = 'no') AS no
	FROM votes INDEXED BY votes_by_age WHERE updated_at >= ?1 AND updated_at < ?2 AND held = 0 GROUP BY article`;

/** Only words that may be shown, and only days on which they found nothing. */
export const missesSql = `SELECT query, texts.locale, SUM(count) AS count, COUNT(*) AS days
	FROM search_misses CROSS JOIN search_miss_texts AS texts USING (text)
	WHERE day >= ?1 AND day < ?2 AND least_results = 0 GROUP BY text ORDER BY SUM(count) DESC, query LIMIT ?3`;

export const callsSql = `SELECT slot_start AS at, COUNT(*) AS count FROM callbacks
	WHERE slot_start >= ?1 AND slot_start < ?2 AND held = 0 AND state <> 'cancelled' GROUP BY slot_start`;

/** Marks of a window by scale; a scale that nobody has marked is missing. */
export async function countRatings(db: D1Database, { from, to }: Window): Promise<RatingRow[]> {
	return (await db.prepare(ratingsSql).bind(from, to).all<RatingRow>()).results;
}

/** Votes that were cast or changed in a window, by article. */
export async function countVotes(db: D1Database, { from, to }: Window): Promise<{ article: string; yes: number; no: number }[]> {
	return (await db.prepare(votesSql).bind(from, to).all<{ article: string; yes: number; no: number }>()).results;
}

/** Searches that found nothing, the most frequent first. */
export async function countMisses(db: D1Database, { from, to }: Window, limit: number): Promise<MissRow[]> {
	return (await db.prepare(missesSql).bind(from, to, limit).all<MissRow>()).results;
}

/** How many calls were booked for each start of a slot. */
export async function countCalls(db: D1Database, { from, to }: Window): Promise<{ at: number; count: number }[]> {
	return (await db.prepare(callsSql).bind(from, to).all<{ at: number; count: number }>()).results;
}

/** From an instant up to another, in epoch milliseconds. */
export interface Window {
	from: number;
	to: number;
}

export interface RatingRow {
	scale: (typeof scales)[number];
	count: number;
	average: number;
	points1: number;
	points2: number;
	points3: number;
	points4: number;
	points5: number;
}

export interface MissRow {
	query: string;
	locale: Locale;
	count: number;
	/** On how many days. */
	days: number;
}
