/** How many requests one step closes: small enough never to hold up a write. */
const batchRows = 100;

/**
 * Statements that close requests which are over without anybody having said so: solved ones that can no longer be reopened, and
 * open ones that nobody has touched since an instant. Each tells it in its timeline. `solved`, `untouched` and `at` are epoch
 * milliseconds.
 */
export function closeStale(db: D1Database, { solved, untouched, at }: Stale): D1PreparedStatement[] {
	return [
		...closeWhere(db, `state = 'solved' AND ended_at < ?1 ORDER BY ended_at, reference`, solved, at),
		...closeWhere(db, 'is_open = 1 AND updated_at < ?1 ORDER BY updated_at, reference', untouched, at),
	];
}

/** The event first: once the rows are closed, nothing tells them from others. When a solved one ended is not changed by it. */
function closeWhere(db: D1Database, condition: string, before: number, at: number): D1PreparedStatement[] {
	const chosen = `SELECT reference FROM requests WHERE ${condition} LIMIT ?3`;
	return [
		db.prepare(`INSERT INTO request_events (reference, at, event) SELECT reference, ?2, 'closed' FROM (${chosen})`),
		db.prepare(
			`UPDATE requests SET state = 'closed', version = version + 1, updated_at = ?2, ended_at = COALESCE(ended_at, ?2)
			WHERE reference IN (${chosen})`,
		),
	].map((statement) => statement.bind(before, at, batchRows));
}

interface Stale {
	solved: number;
	untouched: number;
	at: number;
}
