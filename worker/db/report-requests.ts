/** Days of a report, each from its first instant up to the next day's, in epoch milliseconds. */
export type Days = readonly (readonly [from: number, to: number])[];

/** What is or may be spam says nothing about the work, and what goes on under another request is counted there. */
const counted = `state <> 'held' AND spam = 0 AND merged_into IS NULL`;

/** The days come as JSON, so that a day may have 23 or 25 hours; each is a look into the index. */
const dayOf = (column: string) =>
	`json_each(?1) AS day CROSS JOIN requests ON ${column} >= day.value ->> '$[0]' AND ${column} < day.value ->> '$[1]'`;

/** Both counted by when they happened: what is still open has no time yet. */
const measures = {
	reply: { end: 'first_reply_at', isDone: '1', target: 'first_reply_at <= due_at' },
	// What was closed unanswered was not solved.
	solved: { end: 'ended_at', isDone: 'first_reply_at IS NOT NULL', target: 'ended_at - created_at <= ?2' },
} as const;

export const volumeSql = `SELECT day.key AS day, topic, COUNT(*) AS count FROM ${dayOf('created_at')}
	WHERE ${counted} GROUP BY day.key, topic`;

/** Seconds by day and topic. They are ranked in code: window functions over the same rows take six times as long. */
export function timesSql(measure: Measure): string {
	const { end, isDone, target } = measures[measure];
	return `SELECT day.key AS day, topic, GROUP_CONCAT((${end} - created_at) / 1000) AS seconds, COALESCE(SUM(${target}), 0) AS inTime,
			COUNT(${target}) AS withTarget
		FROM ${dayOf(end)} WHERE ${counted} AND ${isDone} GROUP BY day.key, topic`;
}

/** Requests by day (its index) and topic. */
export async function countVolume(db: D1Database, days: Days): Promise<{ day: number; topic: string; count: number }[]> {
	const { results } = await db.prepare(volumeSql).bind(JSON.stringify(days)).all<{ day: number; topic: string; count: number }>();
	return results;
}

/** Times of what was replied to or solved on these days: in all, by topic and by day (its index). All in milliseconds. */
export async function findTimes(db: D1Database, measure: Measure, days: Days, solvedMs: number): Promise<Times> {
	const sql = timesSql(measure);
	const bound = [JSON.stringify(days), ...(sql.includes('?2') ? [solvedMs] : [])];
	const { results } = await db
		.prepare(sql)
		.bind(...bound)
		.all<TimesRow>();
	const by = (key: 'topic' | 'day') => [...Map.groupBy(results, (row) => row[key])].map(([name, rows]) => summarise(name, rows));
	return { all: summarise('', results), topics: by('topic'), days: by('day') };
}

/** Percentiles by nearest rank; the median of an even number lies between two. */
function summarise(key: string | number, rows: readonly TimesRow[]): TimesSummary {
	const seconds = rows.flatMap((row) => row.seconds.split(',').map(Number)).toSorted((one, two) => one - two);
	const count = seconds.length;
	const at = (rank: number) => (seconds[rank - 1] ?? 0) * 1000;
	const sum = (of: 'inTime' | 'withTarget') => rows.reduce((total, row) => total + row[of], 0);
	return {
		key,
		count,
		median: count === 0 ? null : (at(Math.floor((count + 1) / 2)) + at(Math.floor((count + 2) / 2))) / 2,
		p90: count === 0 ? null : at(Math.ceil(count * 0.9)),
		inTime: sum('inTime'),
		withTarget: sum('withTarget'),
	};
}

export type Measure = keyof typeof measures;

interface TimesRow {
	day: number;
	topic: string;
	/** With commas between them. */
	seconds: string;
	inTime: number;
	withTarget: number;
}

export interface TimesSummary {
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
	all: TimesSummary;
	topics: TimesSummary[];
	days: TimesSummary[];
}
