import type { CallEvent, CallState } from '#shared/calls';
import { callAttempts } from '#shared/limits';
import type { Rating } from '#shared/requests';

import { freeSeat, takeSeat } from './callbacks.ts';

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
		...(typeof seat === 'object' ? [takeSeat(db, reference, seat.start, seat.capacity), setSlot(db, change, seat)] : []),
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

/** Statements that cancel every open booking of a number, owe a mail to those with an address, and take none of it any more. */
export function blockNumber(db: D1Database, { reference, phone, hash, at }: NumberBlock): D1PreparedStatement[] {
	const open = `FROM callbacks WHERE phone = ?1 AND state NOT IN ('cancelled', 'done')
		AND NOT (state = 'missed' AND attempts >= ${callAttempts})`;
	return [
		db
			.prepare(
				`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
				SELECT 'callCancelled.' || reference || '.' || version, 'mail', 'callCancelled', reference, locale, 'due', ?2, ?2
				${open} AND email IS NOT NULL ON CONFLICT (dedupe_key) DO NOTHING`,
			)
			.bind(phone, at),
		db
			.prepare(
				`INSERT INTO callback_events (reference, at, event)
				SELECT reference, ?2, CASE WHEN reference = ?3 THEN 'denied' ELSE 'cancelled' END ${open}`,
			)
			.bind(phone, at, reference),
		db.prepare(`DELETE FROM callback_seats WHERE reference IN (SELECT reference ${open})`).bind(phone),
		db
			.prepare(
				`UPDATE callbacks SET state = 'cancelled', calling_at = NULL, version = version + 1
				WHERE reference IN (SELECT reference ${open})`,
			)
			.bind(phone),
		db
			.prepare('INSERT INTO blocked_numbers (hash, booking, at) VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO NOTHING')
			.bind(hash, reference, at),
	];
}

/** Lets a number be booked again. */
export function unblockNumber(db: D1Database, hash: string): D1PreparedStatement {
	return db.prepare('DELETE FROM blocked_numbers WHERE hash = ?1').bind(hash);
}

/** Remembers that whoever holds a call has read a mail that went to its address. */
export async function markCallEmailVerified(db: D1Database, reference: string, at: number): Promise<void> {
	await db
		.prepare('UPDATE callbacks SET email_verified_at = ?2 WHERE reference = ?1 AND email_verified_at IS NULL')
		.bind(reference, at)
		.run();
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

function insertCallEvent(db: D1Database, reference: string, at: number, event: CallEvent): D1PreparedStatement {
	return db.prepare('INSERT INTO callback_events (reference, at, event) VALUES (?1, ?2, ?3)').bind(reference, at, event);
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

interface NumberBlock {
	/** The booking that its person denies. */
	reference: string;
	/** E.164. */
	phone: string;
	/** Keyed hash of it. */
	hash: string;
	at: number;
}
