/** One line of the append-only log: who did what, and when; never what was written. */
export function insertAudit(db: D1Database, { at, actor, action, subject }: AuditEntry): D1PreparedStatement {
	return db
		.prepare('INSERT INTO audit_log (at, actor, action, subject) VALUES (?1, ?2, ?3, ?4)')
		.bind(at, actor, action, subject);
}

/** What was done about one request, newest first. */
export async function listAudit(db: D1Database, subject: string, limit: number): Promise<AuditEntry[]> {
	const { results } = await db
		.prepare('SELECT at, actor, action, subject FROM audit_log WHERE subject = ?1 ORDER BY id DESC LIMIT ?2')
		.bind(subject, limit)
		.all<AuditEntry>();
	return results;
}

export const auditActions = [
	'replied',
	'noted',
	'assigned',
	'handed',
	'state',
	'purged',
	'erased',
	'released',
	'resent',
] as const;

export interface AuditEntry {
	at: number;
	/** Who of the staff, or `person` for the writer. */
	actor: string;
	action: (typeof auditActions)[number];
	/** A reference. */
	subject: string;
}
