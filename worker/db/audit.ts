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

/** A page of the whole log, newest first, from before an entry: of everybody and everything unless the filter says otherwise. */
export async function listAuditLog(
	db: D1Database,
	filter: AuditFilter,
	limit: number,
	before: number,
): Promise<(AuditEntry & { id: number })[]> {
	const { results } = await db
		.prepare(auditLogSql(filter))
		.bind(before, limit, ...columnsOf(filter).map(([, value]) => value))
		.all<AuditEntry & { id: number }>();
	return results;
}

/** The statement behind the log: each filter has an index in the order of the list. */
export function auditLogSql(filter: AuditFilter): string {
	// The plus keeps SQLite from the second index where the first has the order.
	const conditions = columnsOf(filter).map(([column], index) => `${index > 0 ? '+' : ''}${column} = ?${index + 3}`);
	return `SELECT id, at, actor, action, subject FROM audit_log
		WHERE ${[...conditions, 'id < ?1'].join(' AND ')} ORDER BY id DESC LIMIT ?2`;
}

function columnsOf({ actor, action }: AuditFilter): [column: string, value: string][] {
	return Object.entries({ actor, action }).flatMap(([column, value]) => (value ? [[column, value]] : []));
}

export const auditActions = [
	'replied',
	'noted',
	'assigned',
	'handed',
	'state',
	'priority',
	'purged',
	'purged-file',
	'erased',
	'released',
	'resent',
	'dismissed',
	'switched',
	'exported',
	'called',
	'took-over',
	'reached',
	'missed',
	'wrong',
	'offered',
	'closed',
	'opened',
	'blocked-number',
	'unblocked-number',
	'converted',
	'spam',
	'no-spam',
	'merged',
	'blocked',
	'unblocked',
] as const;

export interface AuditFilter {
	actor?: string | undefined;
	action?: AuditEntry['action'] | undefined;
}

export interface AuditEntry {
	at: number;
	/** Who of the staff, or `person` for the writer. */
	actor: string;
	action: (typeof auditActions)[number];
	/** A reference; of a switch its form and state, of an export its table. */
	subject: string;
}
