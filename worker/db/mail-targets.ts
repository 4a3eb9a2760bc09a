/** Who a request's mails go to; null when it has been erased. */
export async function findMailTarget(db: D1Database, reference: string): Promise<MailTarget | null> {
	const row = await db
		.prepare('SELECT email, generation, topic, team, email_verified_at FROM requests WHERE reference = ?1')
		.bind(reference)
		.first<{ email: string; generation: number; topic: string; team: string; email_verified_at: number | null }>();
	if (!row) return null;
	const { email, generation, topic, team } = row;
	return { email, generation, topic, team, isVerified: row.email_verified_at !== null };
}

/** The open requests of an address, newest first. */
export async function listOpenRequests(db: D1Database, email: string, limit: number): Promise<OpenRequest[]> {
	const { results } = await db
		.prepare(
			`SELECT reference, generation FROM requests WHERE lower(email) = lower(?1) AND state <> 'closed'
			ORDER BY created_at DESC LIMIT ?2`,
		)
		.bind(email, limit)
		.all<OpenRequest>();
	return results;
}

/** Remembers that whoever holds a request has read a mail that went to its address. */
export async function markEmailVerified(db: D1Database, reference: string, at: number): Promise<void> {
	await db
		.prepare('UPDATE requests SET email_verified_at = ?2 WHERE reference = ?1 AND email_verified_at IS NULL')
		.bind(reference, at)
		.run();
}

export interface MailTarget {
	email: string;
	generation: number;
	topic: string;
	team: string;
	/** Whether a link that only a mail held has been opened. */
	isVerified: boolean;
}

interface OpenRequest {
	reference: string;
	generation: number;
}
