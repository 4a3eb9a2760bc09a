import { toRequest, type RequestRow, type RequestSummary } from './requests.ts';

/** Conditions of the desk's lists, each of which an index serves in the order of the list. */
const conditions = {
	all: '1',
	open: 'is_open = 1',
	mine: 'is_open = 1 AND assignee = ?4',
	unassigned: `is_open = 1 AND assignee IS NULL AND state <> 'held'`,
	waiting: `state = 'waiting'`,
	held: `state = 'held'`,
	flagged: 'flagged = 1',
	solved: `state = 'solved'`,
	closed: `state = 'closed'`,
	team: 'is_open = 1 AND team = ?4',
	topic: 'is_open = 1 AND topic = ?4',
	language: 'is_open = 1 AND locale = ?4',
	overdue: `first_reply_at IS NULL AND is_open = 1 AND state <> 'held' AND due_at < ?4`,
} as const;

/** Work is sorted by priority, then by age; what is waited for, looked into or over, by age alone. */
const byPriority: ReadonlySet<string> = new Set(['open', 'mine', 'unassigned', 'team', 'topic', 'language']);
/** As the database computes `queue_key`. */
const priorityStep = 10_000_000_000_000;

/** Named, because SQLite takes the longer index of all that is open. */
const unreplied = 'requests INDEXED BY requests_unreplied';

export const queueViews = Object.keys(conditions) as QueueView[];

/**
 * A page of a queue, what is urgent and what is new first, from beyond a cursor; of what is overdue the longest first. `value` is
 * whose, or which team, topic or language, or overdue at which instant.
 */
export async function listQueue(
	db: D1Database,
	{ view, value }: QueueFilter,
	limit: number,
	from: { at: number; reference: string } | null,
): Promise<RequestSummary[]> {
	const beyond = from ?? { at: view === 'overdue' ? 0 : Number.MAX_SAFE_INTEGER, reference: '' };
	const sql = queueSql(view);
	const bound = db.prepare(sql).bind(beyond.at, beyond.reference, limit, ...(sql.includes('?4') ? [value] : []));
	return (await bound.all<RequestRow>()).results.map(toRequest);
}

/** The statement behind a queue. */
export function queueSql(view: QueueView): string {
	if (view === 'overdue') {
		return `SELECT * FROM ${unreplied} WHERE ${conditions.overdue} AND (due_at, reference) > (?1, ?2)
			ORDER BY due_at, reference LIMIT ?3`;
	}
	const place = byPriority.has(view) ? 'queue_key' : 'created_at';
	return `SELECT * FROM requests WHERE ${conditions[view]} AND (${place}, reference) < (?1, ?2)
		ORDER BY ${place} DESC, reference DESC LIMIT ?3`;
}

/** Where a request stands in a queue, for its cursor. */
export function placeIn(view: QueueView, { priority, createdAt, dueAt }: RequestSummary): number {
	if (view === 'overdue') return dueAt ?? 0;
	return byPriority.has(view) ? priority * priorityStep + createdAt : createdAt;
}

/** How much there is to do. */
export async function countQueues(db: D1Database, me: string, at: number): Promise<QueueCounts> {
	const row = await db
		.prepare(
			`SELECT (SELECT COUNT(*) FROM requests WHERE is_open = 1 AND assignee = ?1) AS mine,
				(SELECT COUNT(*) FROM requests WHERE is_open = 1 AND assignee IS NULL AND state <> 'held') AS unassigned,
				(SELECT COUNT(*) FROM ${unreplied} WHERE ${conditions.overdue.replace('?4', '?2')}) AS overdue,
				(SELECT COUNT(*) FROM requests WHERE state = 'waiting') AS waiting,
				(SELECT COUNT(*) FROM requests WHERE state = 'held') AS held`,
		)
		.bind(me, at)
		.first<QueueCounts>();
	return row ?? { mine: 0, unassigned: 0, overdue: 0, waiting: 0, held: 0 };
}

export type QueueCounts = Record<'mine' | 'unassigned' | 'overdue' | 'waiting' | 'held', number>;

export type QueueView = keyof typeof conditions;

export interface QueueFilter {
	view: QueueView;
	value: string;
}
