/** What has been kept of a report, and since when. */
export async function findKeptReport(db: D1Database, id: string): Promise<{ madeAt: number; data: unknown } | null> {
	const row = await db
		.prepare('SELECT made_at AS madeAt, data FROM kept_reports WHERE id = ?1')
		.bind(id)
		.first<{ madeAt: number; data: string }>();
	return row && { madeAt: row.madeAt, data: JSON.parse(row.data) as unknown };
}

/** Keeps what a report has counted, in place of what was kept before. */
export async function keepReport(db: D1Database, id: string, madeAt: number, data: unknown): Promise<void> {
	await db
		.prepare(
			`INSERT INTO kept_reports (id, made_at, data) VALUES (?1, ?2, ?3)
			ON CONFLICT (id) DO UPDATE SET made_at = excluded.made_at, data = excluded.data`,
		)
		.bind(id, madeAt, JSON.stringify(data))
		.run();
}
