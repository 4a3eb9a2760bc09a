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
} as const;

/** Work is sorted by priority, then by age; what is waited for, looked into or over, by age alone. */
const byPriority: ReadonlySet<string> = new Set(['open', 'mine', 'unassigned', 'team', 'topic', 'language']);
/** As the database computes `queue_key`. */
const priorityStep = 10_000_000_000_000;

export const queueViews = Object.keys(conditions) as QueueView[];

/** A page of a queue, what is urgent and what is new first, from before a cursor. `value` is whose, or which team, topic or language. */
export async function listQueue(
	db: D1Database,
	{ view, value }: QueueFilter,
	limit: number,
	before: { at: number; reference: string },
): Promise<RequestSummary[]> {
	const sql = queueSql(view);
	const bound = db.prepare(sql).bind(before.at, before.reference, limit, ...(sql.includes('?4') ? [value] : []));
	return (await bound.all<RequestRow>()).results.map(toRequest);
}

/** The statement behind a queue. */
export function queueSql(view: QueueView): string {
	const place = byPriority.has(view) ? 'queue_key' : 'created_at';
	return `SELECT * FROM requests WHERE ${conditions[view]} AND (${place}, reference) < (?1, ?2)
		ORDER BY ${place} DESC, reference DESC LIMIT ?3`;
}

/** Where a request stands in a queue, for its cursor. */
export function placeIn(view: QueueView, { priority, createdAt }: RequestSummary): number {
	return byPriority.has(view) ? priority * priorityStep + createdAt : createdAt;
}

/** How much there is to do. */
export async function countQueues(
	db: D1Database,
	me: string,
): Promise<Record<'mine' | 'unassigned' | 'waiting' | 'held', number>> {
	const row = await db
		.prepare(
			`SELECT (SELECT COUNT(*) FROM requests WHERE is_open = 1 AND assignee = ?1) AS mine,
				(SELECT COUNT(*) FROM requests WHERE is_open = 1 AND assignee IS NULL AND state <> 'held') AS unassigned,
				(SELECT COUNT(*) FROM requests WHERE state = 'waiting') AS waiting,
				(SELECT COUNT(*) FROM requests WHERE state = 'held') AS held`,
		)
		.bind(me)
		.first<Record<'mine' | 'unassigned' | 'waiting' | 'held', number>>();
	return row ?? { mine: 0, unassigned: 0, waiting: 0, held: 0 };
}

export type QueueView = keyof typeof conditions;

export interface QueueFilter {
	view: QueueView;
	value: string;
}
