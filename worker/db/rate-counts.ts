/** One counted write: how many a network may make on a route in a window of time. */
export interface RateCount {
	route: string;
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
