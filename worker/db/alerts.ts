import { isWaitingSql } from './call-states.ts';

/** What can be wrong without anybody having been told. */
export const alertKinds = ['late', 'dead', 'lost', 'overdue', 'calls'] as const;

/** How many are concerned of each kind. Mails held back by a limit of ours are no fault, nor are messages about alerts themselves. */
export async function countFaults(
	db: D1Database,
	{ now, lateBefore, judgedBefore, day }: Looked,
): Promise<Record<AlertKind, number>> {
	const [late, dead, lost, overdue, calls] = await db.batch<{ count: number }>([
		db
			.prepare(
				`SELECT COUNT(*) AS count FROM outbox WHERE state IN ('due', 'sending') AND created_at < ?1 AND (due_at < ?1 OR attempts > 1)
				AND about IS NULL`,
			)
			.bind(lateBefore),
		// Until somebody sends them again or sets them aside: with time alone nothing gets well.
		db.prepare(
			`SELECT COUNT(*) AS count FROM outbox WHERE state = 'dead' AND dismissed_at IS NULL AND failure <> 'DAY_LIMIT'
			AND about IS NULL`,
		),
		db.prepare('SELECT COALESCE(SUM(count), 0) AS count FROM dead_letters WHERE day >= ?1').bind(day),
		db
			.prepare(
				`SELECT COUNT(*) AS count FROM requests
				WHERE due_at < ?1 AND first_reply_at IS NULL AND is_open = 1 AND state <> 'held'`,
			)
			.bind(now),
		// Those whose time is over for good are asked for another one. Held ones count before, as long as they can still be judged in time.
		db
			.prepare(
				`SELECT COUNT(*) AS count FROM callbacks WHERE ${isWaitingSql} AND slot_start < ?2 AND (slot_end <= ?1 OR held = 1)`,
			)
			.bind(now, judgedBefore),
	]);
	const count = (result: D1Result<{ count: number }> | undefined) => result?.results[0]?.count ?? 0;
	return { late: count(late), dead: count(dead), lost: count(lost), overdue: count(overdue), calls: count(calls) };
}

/** What is wrong as of the last look; at most one row a kind. */
export async function listAlerts(db: D1Database): Promise<Alert[]> {
	const { results } = await db
		.prepare('SELECT kind, since, count, calm_since AS calmSince FROM alerts ORDER BY since')
		.all<Alert>();
	return results.filter(({ kind }) => alertKinds.includes(kind));
}

/** Statement that notes that something is wrong, or still is. */
export function raiseAlert(db: D1Database, { kind, since, count }: Omit<Alert, 'calmSince'>): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO alerts (kind, since, count) VALUES (?1, ?2, ?3)
			ON CONFLICT (kind) DO UPDATE SET count = excluded.count, calm_since = NULL`,
		)
		.bind(kind, since, count);
}

/** Statement that notes that nothing is seen of it any more. */
export function calmAlert(db: D1Database, kind: AlertKind, at: number): D1PreparedStatement {
	return db.prepare('UPDATE alerts SET count = 0, calm_since = COALESCE(calm_since, ?2) WHERE kind = ?1').bind(kind, at);
}

/** Statement that ends an alert. */
export function endAlert(db: D1Database, { kind, since }: Alert): D1PreparedStatement {
	return db.prepare('DELETE FROM alerts WHERE kind = ?1 AND since = ?2').bind(kind, since);
}

interface Looked {
	now: number;
	/** What is owed since before then is late. */
	lateBefore: number;
	/** A held call whose time comes before then should have been judged. */
	judgedBefore: number;
	/** Since which day a lost queue message is news. */
	day: number;
}

export interface Alert {
	/** `late` messages, `dead` ones, `lost` queue messages, first replies that are `overdue`, booked `calls` that nobody has made or judged. */
	kind: AlertKind;
	since: number;
	count: number;
	calmSince: number | null;
}

export type AlertKind = (typeof alertKinds)[number];
