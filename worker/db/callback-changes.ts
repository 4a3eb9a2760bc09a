import type { CallEvent, CallState } from '#shared/calls';
import type { Rating } from '#shared/requests';

import { isOpenSql } from './call-states.ts';
import { forgetTime, freeSeat, takeSeat } from './callback-seats.ts';
import { insertCallEvent } from './callbacks.ts';
import { oweCallsSql } from './outbox.ts';

/**
 * Statements that change a call: its row, its seat and what its timeline tells. When somebody else has changed it since `version`, the
 * row refuses and nothing of the batch is stored.
 */
export function changeCall(db: D1Database, change: CallChange): D1PreparedStatement[] {
	const { reference, at, event, seat } = change;
	return [
		updateRow(db, change),
		...(event ? [insertCallEvent(db, reference, at, event)] : []),
		...(seat === 'keep' ? [] : [freeSeat(db, reference)]),
		...(event === 'offered' ? [forgetTime(db, reference, at)] : []),
		...(typeof seat === 'object'
			? [takeSeat(db, { reference, slot: seat.start, capacity: seat.capacity }), setSlot(db, change, seat)]
			: []),
	];
}

/** Adds to what the staff know of a call. */
export function insertCallNote(db: D1Database, note: CallNote): D1PreparedStatement {
	return db
		.prepare('INSERT INTO callback_notes (reference, agent, body, created_at) VALUES (?1, ?2, ?3, ?4)')
		.bind(note.reference, note.agent, note.body, note.at);
}

/** Stores the one rating of a call. */
export function insertCallRating(db: D1Database, reference: string, rating: Rating, at: number): D1PreparedStatement {
	const { speed = null, expertise = null, solution = null, tone = null, comment = null } = rating;
	return db
		.prepare(
			`INSERT INTO callback_ratings (reference, speed, expertise, solution, tone, comment, created_at)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
		)
		.bind(reference, speed, expertise, solution, tone, comment, at);
}

/** Statements that cancel one booking, of which somebody says that it is not theirs, and hold the others of its number for the desk. */
export function denyBooking(db: D1Database, { reference, phone, at }: Denied): D1PreparedStatement[] {
	return [
		...cancelOpen(db, { column: 'reference', value: reference, at }),
		db
			.prepare(
				`INSERT INTO callback_events (reference, at, event) SELECT ?1, ?2, 'denied'
				WHERE NOT EXISTS (SELECT 1 FROM callback_events WHERE reference = ?1 AND event = 'denied')`,
			)
			.bind(reference, at),
		db
			.prepare(
				`UPDATE callbacks SET held = 1, version = version + 1
				WHERE phone = ?1 AND reference <> ?2 AND held = 0 AND state <> 'calling' AND ${isOpenSql}`,
			)
			.bind(phone, reference),
	];
}

/** Cancels a callback of which nobody is calling; says whether it was open. */
export async function cancelCallback(db: D1Database, reference: string, at: number, silent: number): Promise<boolean> {
	const [told] = await db.batch(cancelOpen(db, { column: 'reference', value: reference, at, event: 'cancelled', silent }));
	return (told?.meta.changes ?? 0) > 0;
}

/** Statements that cancel every open booking of a number. */
export function cancelNumber(db: D1Database, { phone, at }: Denied): D1PreparedStatement[] {
	return cancelOpen(db, { column: 'phone', value: phone, at, event: 'cancelled' });
}

/** Remembers that whoever holds a call has read a mail that went to its address. */
export async function markCallEmailVerified(db: D1Database, reference: string, at: number): Promise<void> {
	await db
		.prepare('UPDATE callbacks SET email_verified_at = ?2 WHERE reference = ?1 AND email_verified_at IS NULL')
		.bind(reference, at)
		.run();
}

/**
 * Cancels open calls, whose people get a mail where there is an address. One that we call is open only when the call began before
 * `silent`.
 */
function cancelOpen(db: D1Database, { column, value, at, event, silent = at }: Cancelled): D1PreparedStatement[] {
	const open = `FROM callbacks WHERE ${column} = ?1 AND ${isOpenSql} AND (state <> 'calling' OR calling_at <= ?3)`;
	const these = `reference IN (SELECT reference ${open})`;
	const statements = [
		...(event ? [`INSERT INTO callback_events (reference, at, event) SELECT reference, ?2, '${event}' ${open}`] : []),
		oweCallsSql('callCancelled', open, '?2'),
		`DELETE FROM callback_seats WHERE ${these}`,
		`DELETE FROM callback_times WHERE slot > ?2 AND ${these}`,
		`UPDATE callbacks SET state = 'cancelled', calling_at = NULL, version = version + 1 WHERE ${these}`,
	];
	return statements.map((sql) => db.prepare(sql).bind(value, at, silent));
}

function updateRow(db: D1Database, { reference, version, row }: CallChange): D1PreparedStatement {
	return db
		.prepare(
			`UPDATE callbacks SET version = CASE WHEN version = ?2 THEN version + 1 END, state = ?3, attempts = ?4, agent = ?5,
				calling_at = ?6, held = ?7
			WHERE reference = ?1`,
		)
		.bind(reference, version, row.state, row.attempts, row.agent, row.callingAt, row.isHeld ? 1 : 0);
}

function setSlot(db: D1Database, { reference, at }: CallChange, { start, end }: NewSeat): D1PreparedStatement {
	return db
		.prepare('UPDATE callbacks SET slot_start = ?2, slot_end = ?3, sequence = sequence + 1, set_at = ?4 WHERE reference = ?1')
		.bind(reference, start, end, at);
}

/** A slot in which a seat is taken. */
export interface NewSeat {
	start: number;
	end: number;
	/** Seats of a slot. */
	capacity: number;
}

export interface CallChange {
	reference: string;
	/** The version that the change was decided on. */
	version: number;
	at: number;
	row: { state: CallState; attempts: number; agent: string | null; callingAt: number | null; isHeld: boolean };
	event?: CallEvent | undefined;
	/** What becomes of its seat. */
	seat: 'keep' | 'free' | NewSeat;
}

interface CallNote {
	reference: string;
	agent: string;
	body: string;
	at: number;
}

interface Denied {
	reference: string;
	/** E.164. */
	phone: string;
	at: number;
}

interface Cancelled {
	column: 'reference' | 'phone';
	value: string;
	at: number;
	/** What their timelines tell; without it somebody else writes it. */
	event?: CallEvent;
	/** Who began to call before then is not calling any more; everybody where it is not said. */
	silent?: number;
}
