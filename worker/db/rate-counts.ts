/** One counted write: how many a network, or one person's address or number, may make on a route in a window of time. */
export interface RateCount {
	route: string;
	/** Keyed hash of the day. */
	network: string;
	period: 'hour' | 'day';
	windowStart: number;
	max: number;
}

/** Counts a write; a CHECK aborts the whole batch when it is one too many, so that a refused write counts for nothing. */
export function countWrite(db: D1Database, { route, network, period, windowStart, max }: RateCount): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO rate_counts (route, network, period, window_start, count, max) VALUES (?1, ?2, ?3, ?4, 1, ?5)
			ON CONFLICT (route, network, period, window_start) DO UPDATE SET count = count + 1, max = excluded.max`,
		)
		.bind(route, network, period, windowStart, max);
}

/** Whether a network has written on a route today: its name changes every day. */
export async function hasCounted(db: D1Database, route: string, network: string): Promise<boolean> {
	return (
		(await db.prepare('SELECT 1 FROM rate_counts WHERE route = ?1 AND network = ?2 LIMIT 1').bind(route, network).first()) !==
		null
	);
}
