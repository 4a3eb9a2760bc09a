import type { AuditEntry } from './audit.ts';

const dead = `state = 'dead'`;
const untold = `${dead} AND dismissed_at IS NULL`;

/** Makes a message that was given up due again, as if it had never been tried; whether one was. */
export async function sendAgain(db: D1Database, id: number, entry: AuditEntry): Promise<boolean> {
	const again = `UPDATE outbox SET state = 'due', due_at = ?2, attempts = 0, dismissed_at = NULL WHERE id = ?1 AND ${dead}`;
	return change(db, id, { entry, sql: again, condition: dead });
}

/** Sets a message aside that was given up: nothing tells of it any more, and it can still be sent again. Whether one was. */
export async function dismiss(db: D1Database, id: number, entry: AuditEntry): Promise<boolean> {
	const aside = `UPDATE outbox SET dismissed_at = ?2 WHERE id = ?1 AND ${untold}`;
	return change(db, id, { entry, sql: aside, condition: untold });
}

/** The log first: once the message is changed, nothing tells that there was anything to change. */
async function change(db: D1Database, id: number, { entry, sql, condition }: Change): Promise<boolean> {
	const { at, actor, action, subject } = entry;
	const [, changed] = await db.batch([
		db
			.prepare(
				`INSERT INTO audit_log (at, actor, action, subject) SELECT ?2, ?3, ?4, ?5 FROM outbox WHERE id = ?1 AND ${condition}`,
			)
			.bind(id, at, actor, action, subject),
		db.prepare(sql).bind(id, at),
	]);
	return (changed?.meta.changes ?? 0) > 0;
}

interface Change {
	entry: AuditEntry;
	sql: string;
	condition: string;
}
