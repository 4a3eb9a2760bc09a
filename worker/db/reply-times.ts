/** How long first replies have taken since an instant: their number and their median in milliseconds. */
export async function findReplyTimes(db: D1Database, since: number): Promise<{ count: number; median: number }> {
	const row = await db
		.prepare(
			`WITH times AS (
				SELECT first_reply_at - created_at AS ms, ROW_NUMBER() OVER (ORDER BY first_reply_at - created_at) AS nth,
					COUNT(*) OVER () AS total
				FROM requests WHERE first_reply_at IS NOT NULL AND first_reply_at >= ?1 AND spam = 0
			)
			SELECT MAX(total) AS count, AVG(ms) AS median FROM times WHERE nth IN ((total + 1) / 2, (total + 2) / 2)`,
		)
		.bind(since)
		.first<{ count: number | null; median: number | null }>();
	return { count: row?.count ?? 0, median: row?.median ?? 0 };
}
