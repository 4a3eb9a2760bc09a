/** Days of a report, each from its first instant up to the next day's, in epoch milliseconds. */
export type Days = readonly (readonly [from: number, to: number])[];

/** What is or may be spam says nothing about the work, and what goes on under another request is counted there. */
const counted = `state <> 'held' AND spam = 0 AND merged_into IS NULL`;

/** The days come as JSON, so that a day may have 23 or 25 hours; each is a look into the index. */
const dayOf = (column: string) =>
	`json_each(?1) AS day CROSS JOIN requests ON ${column} >= day.value ->> '$[0]' AND ${column} < day.value ->> '$[1]'`;

const groups = { all: `''`, topic: 'topic', day: 'day.key' } as const;

/** Both counted by when they happened: what is still open has no time yet. */
const measures = {
	reply: { end: 'first_reply_at', isDone: '1', target: 'first_reply_at <= due_at' },
	// What was closed unanswered was not solved.
	solved: { end: 'ended_at', isDone: 'first_reply_at IS NOT NULL', target: 'ended_at - created_at <= ?2' },
} as const;

export const volumeSql = `SELECT day.key AS day, topic, COUNT(*) AS count FROM ${dayOf('created_at')}
	WHERE ${counted} GROUP BY day.key, topic`;

/** Percentiles by nearest rank over one bounded window: `nth` and `total` stand in the rows, so one pass is enough. */
export function timesSql(measure: Measure, group: keyof typeof groups): string {
	const { end, isDone, target } = measures[measure];
	return `WITH times AS (
			SELECT ${groups[group]} AS key, ${end} - created_at AS ms, ${target} AS in_time FROM ${dayOf(end)}
			WHERE ${counted} AND ${isDone} AND ?2 > 0
		), ranked AS (
			SELECT *, ROW_NUMBER() OVER (PARTITION BY key ORDER BY ms) AS nth, COUNT(*) OVER (PARTITION BY key) AS total FROM times
		)
		SELECT key, COUNT(*) AS count, AVG(ms) FILTER (WHERE nth IN ((total + 1) / 2, (total + 2) / 2)) AS median,
			MIN(ms) FILTER (WHERE nth * 10 >= total * 9) AS p90, COALESCE(SUM(in_time), 0) AS inTime, COUNT(in_time) AS withTarget
		FROM ranked GROUP BY key`;
}

/** Requests by day (its index) and topic. */
export async function countVolume(db: D1Database, days: Days): Promise<{ day: number; topic: string; count: number }[]> {
	const { results } = await db.prepare(volumeSql).bind(JSON.stringify(days)).all<{ day: number; topic: string; count: number }>();
	return results;
}

/** Times of what was replied to or solved on these days: in all, by topic and by day (its index). All in milliseconds. */
export async function findTimes(db: D1Database, measure: Measure, days: Days, solvedMs: number): Promise<Times> {
	const bound = (['all', 'topic', 'day'] as const).map((group) =>
		db.prepare(timesSql(measure, group)).bind(JSON.stringify(days), solvedMs),
	);
	const [all, topics, byDay] = (await db.batch<TimesRow>(bound)).map(({ results }) => results);
	return {
		all: all?.[0] ?? { key: '', count: 0, median: null, p90: null, inTime: 0, withTarget: 0 },
		topics: topics ?? [],
		days: byDay ?? [],
	};
}

export type Measure = keyof typeof measures;

export interface TimesRow {
	/** Nothing, a topic, or the index of a day. */
	key: string | number;
	count: number;
	median: number | null;
	p90: number | null;
	inTime: number;
	/** How many had a time to keep. */
	withTarget: number;
}

export interface Times {
	all: TimesRow;
	topics: TimesRow[];
	days: TimesRow[];
}
