import type { Rating, RequestEvent, RequestState } from '#shared/requests';

import { addTerms, dropTerms } from './request-terms.ts';
import { textsOf, type StoredRequest } from './requests.ts';

/**
 * Statements that change a request: its row, what is said, and what its timeline tells. When somebody else has changed it since
 * `version`, the row refuses and nothing of the batch is stored.
 */
export function changeRequest(db: D1Database, change: RequestChange): D1PreparedStatement[] {
	const { reference, at, message } = change;
	return [
		updateRow(db, change),
		...change.events.map(({ event, team, reason }) =>
			db
				.prepare('INSERT INTO request_events (reference, at, event, team, reason) VALUES (?1, ?2, ?3, ?4, ?5)')
				.bind(reference, at, event, team ?? null, reason ?? null),
		),
		...(message
			? [
					db
						.prepare('INSERT INTO request_messages (reference, author, agent, body, created_at) VALUES (?1, ?2, ?3, ?4, ?5)')
						.bind(reference, message.author, message.agent ?? null, message.body, at),
					addTerms(db, reference, [message.body]),
				]
			: []),
	];
}

/** Sets the place of a request in the queues; what was promised for its first reply stays. */
export function setPriority(db: D1Database, reference: string, priority: StoredRequest['priority']): D1PreparedStatement {
	return db.prepare('UPDATE requests SET priority = ?2 WHERE reference = ?1').bind(reference, priority);
}

/** Stores the one rating of a request. */
export function insertRating(db: D1Database, reference: string, rating: Rating, at: number): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO request_ratings (reference, speed, expertise, solution, tone, comment, created_at)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
		)
		.bind(
			reference,
			rating.speed ?? null,
			rating.expertise ?? null,
			rating.solution ?? null,
			rating.tone ?? null,
			rating.comment ?? null,
			at,
		);
}

/**
 * Replaces texts by what may stay of them, messages or what the request itself says (`id` null), and finds the request by what is
 * left only.
 */
export function redactTexts(db: D1Database, request: StoredRequest, cuts: readonly Cut[]): D1PreparedStatement[] {
	const left = (id: number | null, text: string) => cuts.find((cut) => cut.id === id)?.text ?? text;
	const message = left(null, request.message);
	return [
		...cuts.map((cut) => redactText(db, request.reference, cut)),
		dropTerms(db, request.reference),
		addTerms(db, request.reference, [
			...textsOf({ ...request, message }),
			...request.messages.map(({ id, body }) => left(id, body)),
		]),
	];
}

/** Statement that lets a batch through only while a request has this version, and adds to it. */
export function requireVersion(db: D1Database, reference: string, version: number, step: 0 | 1): D1PreparedStatement {
	return db
		.prepare('UPDATE requests SET version = CASE WHEN version = ?2 THEN version + ?3 END WHERE reference = ?1')
		.bind(reference, version, step);
}

function redactText(db: D1Database, reference: string, { id, text }: Cut): D1PreparedStatement {
	return id === null
		? db.prepare('UPDATE requests SET message = ?2 WHERE reference = ?1').bind(reference, text)
		: db
				.prepare('UPDATE request_messages SET body = ?3, redacted = 1 WHERE reference = ?1 AND id = ?2')
				.bind(reference, id, text);
}

function updateRow(db: D1Database, { reference, version, at, row, isReply = false }: RequestChange): D1PreparedStatement {
	return db
		.prepare(
			`UPDATE requests SET version = CASE WHEN version = ?2 THEN version + 1 END, state = ?3, team = ?4, assignee = ?5,
				ended_at = ?6, flagged = ?7, spam = ?10, merged_into = ?11, updated_at = ?8,
				first_reply_at = COALESCE(first_reply_at, ?9)
			WHERE reference = ?1`,
		)
		.bind(
			reference,
			version,
			row.state,
			row.team,
			row.assignee,
			row.endedAt,
			row.flagged ? 1 : 0,
			at,
			isReply ? at : null,
			row.isSpam ? 1 : 0,
			row.mergedInto,
		);
}

interface Cut {
	id: number | null;
	text: string;
}

/** The part of a request that changes. */
export interface RequestStatus {
	state: RequestState;
	team: string;
	assignee: string | null;
	endedAt: number | null;
	flagged: boolean;
	isSpam: boolean;
	mergedInto: string | null;
}

export interface RequestChange {
	reference: string;
	/** The version that the change was decided on. */
	version: number;
	at: number;
	row: RequestStatus;
	events: { event: RequestEvent; team?: string | undefined; reason?: string | undefined }[];
	message?: { author: 'person' | 'staff' | 'note'; agent?: string | undefined; body: string } | undefined;
	/** Counts as the first reply, when it is. */
	isReply?: boolean;
}
