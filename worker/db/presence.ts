/** Statement that says that somebody is answering a request until an instant; since when, is kept. Times are epoch milliseconds. */
export function notePresence(db: D1Database, { reference, agent, at, until }: NewPresence): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO presence (reference, agent, since, expires_at) VALUES (?1, ?2, ?3, ?4)
			ON CONFLICT (reference, agent) DO UPDATE SET
				since = CASE WHEN expires_at > ?3 THEN since ELSE ?3 END, expires_at = MAX(expires_at, ?4)`,
		)
		.bind(reference, agent, at, until);
}

/** Statement that says that somebody does not answer a request any more. */
export function dropPresence(db: D1Database, reference: string, agent: string): D1PreparedStatement {
	return db.prepare('DELETE FROM presence WHERE reference = ?1 AND agent = ?2').bind(reference, agent);
}

/** Who else is answering a request at an instant, and the version that it has; null when there is no such request. */
export async function findPresence(db: D1Database, reference: string, me: string, at: number): Promise<Presence | null> {
	const [rows, others] = await db.batch([
		db.prepare('SELECT version FROM requests WHERE reference = ?1').bind(reference),
		db
			.prepare('SELECT agent, since FROM presence WHERE reference = ?1 AND agent <> ?2 AND expires_at > ?3 ORDER BY since, agent')
			.bind(reference, me, at),
	]);
	const row = rows?.results[0] as { version: number } | undefined;
	return row ? { version: row.version, others: (others?.results ?? []) as Presence['others'] } : null;
}

interface NewPresence {
	reference: string;
	agent: string;
	at: number;
	until: number;
}

export interface Presence {
	version: number;
	others: { agent: string; since: number }[];
}
