import type { Locale } from '#config/locales';
import type { CallEvent, CallState } from '#shared/calls';

import { hasTimeSql } from './call-states.ts';
import { forgetTime, freeSeat, takeSeat } from './callback-seats.ts';
import type { StoredRating } from './requests.ts';

/** Statements that store a callback with its first event. More than `maxOpen` open calls of one number abort the batch. */
export function insertCallback(db: D1Database, callback: NewCallback, maxOpen: number): D1PreparedStatement[] {
	return [
		db
			.prepare(
				`INSERT INTO callbacks (reference, state, held, locale, topic, name, phone, email, note, slot_start, slot_end, timezone, created_at, set_at,
					phone_hash, phone_nth)
				SELECT ?1, 'booked', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?14, CASE WHEN COUNT(*) < ?13 THEN COUNT(*) + 1 END
				FROM callbacks WHERE phone = ?6 AND ${hasTimeSql('?12')}`,
			)
			.bind(
				callback.reference,
				callback.isHeld ? 1 : 0,
				callback.locale,
				callback.topic,
				callback.name,
				callback.phone,
				callback.email ?? null,
				callback.note ?? null,
				callback.slot.start,
				callback.slot.end,
				callback.timezone,
				callback.createdAt,
				maxOpen,
				callback.phoneHash,
			),
		insertCallEvent(db, callback.reference, callback.createdAt, 'booked'),
	];
}

/** Statement that tells in a call's timeline what happened. */
export function insertCallEvent(db: D1Database, reference: string, at: number, event: CallEvent): D1PreparedStatement {
	return db.prepare('INSERT INTO callback_events (reference, at, event) VALUES (?1, ?2, ?3)').bind(reference, at, event);
}

/** The reference of the call that a number has at a time, or null. */
export function findCallAt(db: D1Database, phone: string, slot: number): Promise<string | null> {
	return db
		.prepare(`SELECT reference FROM callbacks WHERE phone = ?1 AND slot_start = ?2 AND state NOT IN ('cancelled', 'offered')`)
		.bind(phone, slot)
		.first<string>('reference');
}

/**
 * Statements that move an open callback to another slot. More than `maxOpen` open calls of its number abort the batch, and so does any
 * change since `version`. A call that had lost its time counts twice: calendars may have taken it out, and ignore what is not later.
 */
export function moveCallback(
	db: D1Database,
	{ reference, version }: Pick<CallbackSummary, 'reference' | 'version'>,
	move: Move,
	{ capacity, maxOpen, silent, now }: MoveRules,
): D1PreparedStatement[] {
	return [
		freeSeat(db, reference),
		forgetTime(db, reference, now),
		takeSeat(db, { reference, slot: move.slot.start, capacity, silent }),
		db
			.prepare(
				`UPDATE callbacks SET slot_start = ?2, slot_end = ?3, timezone = ?4,
					sequence = sequence + CASE state WHEN 'offered' THEN 2 ELSE 1 END,
					version = CASE WHEN version = ?7 THEN version + 1 END, set_at = ?5, state = CASE WHEN state IN ('offered', 'calling') THEN 'booked' ELSE state END, calling_at = NULL,
					phone_nth = (
						SELECT CASE WHEN COUNT(*) < ?6 THEN COUNT(*) + 1 END FROM callbacks AS others
						WHERE others.phone = callbacks.phone AND others.reference <> ?1 AND ${hasTimeSql('?5', 'others.')}
					)
				WHERE reference = ?1`,
			)
			.bind(reference, move.slot.start, move.slot.end, move.timezone, now, maxOpen, version),
		insertCallEvent(db, reference, now, 'moved'),
	];
}

/** Statement that shows an open callback in another zone; a change since `version` aborts the batch. */
export function setTimezone(
	db: D1Database,
	{ reference, version }: Pick<CallbackSummary, 'reference' | 'version'>,
	timezone: string,
): D1PreparedStatement {
	return db
		.prepare('UPDATE callbacks SET timezone = ?2, version = CASE WHEN version = ?3 THEN version + 1 END WHERE reference = ?1')
		.bind(reference, timezone, version);
}

/** Statements that leave nothing of a callback: its events, seat, notes, rating and owed mails go with its row. */
export function deleteCallback(db: D1Database, reference: string): D1PreparedStatement[] {
	return [
		db.prepare('DELETE FROM callbacks WHERE reference = ?1').bind(reference),
		db.prepare('DELETE FROM idempotency_keys WHERE reference = ?1').bind(reference),
	];
}

/** A callback with its timeline, the staff's notes, both oldest first, and its rating. */
export async function findCallback(db: D1Database, reference: string): Promise<StoredCallback | null> {
	const [rows, events, notes, ratings] = await db.batch([
		db.prepare('SELECT * FROM callbacks WHERE reference = ?1').bind(reference),
		db.prepare('SELECT at, event FROM callback_events WHERE reference = ?1 ORDER BY id').bind(reference),
		db.prepare('SELECT agent, body, created_at AS at FROM callback_notes WHERE reference = ?1 ORDER BY id').bind(reference),
		db.prepare('SELECT speed, expertise, solution, tone, comment FROM callback_ratings WHERE reference = ?1').bind(reference),
	]);
	const row = rows?.results[0] as CallbackRow | undefined;
	if (!row) return null;
	return {
		...toCallback(row),
		timeline: (events?.results ?? []) as StoredCallback['timeline'],
		notes: (notes?.results ?? []) as StoredCallback['notes'],
		rating: (ratings?.results[0] as StoredRating | undefined) ?? null,
	};
}

/** A row as the rest of the Worker knows it. */
export function toCallback(row: CallbackRow): CallbackSummary {
	const { reference, generation, state, locale, topic, name, phone, email, note, timezone, sequence, attempts } = row;
	const slot = { start: row.slot_start, end: row.slot_end };
	return {
		reference,
		generation,
		state,
		locale,
		topic,
		name,
		phone,
		email,
		note,
		slot,
		timezone,
		sequence,
		attempts,
		createdAt: row.created_at,
		version: row.version,
		agent: row.agent,
		callingAt: row.calling_at,
		setAt: row.set_at,
		isEmailVerified: row.email_verified_at !== null,
		isHeld: row.held === 1,
	};
}

interface SlotSpan {
	start: number;
	end: number;
}

export interface Move {
	slot: SlotSpan;
	timezone: string;
}

interface MoveRules {
	now: number;
	/** Who began to call before then is not calling any more. */
	silent: number;
	/** Seats of the slot. */
	capacity: number;
	maxOpen: number;
}

export interface NewCallback extends Move {
	reference: string;
	/** Whether it waits for the desk to judge it; its person sees nothing of that. */
	isHeld: boolean;
	locale: Locale;
	topic: string;
	name: string;
	phone: string;
	/** Keyed hash of the number, by which it is blocked. */
	phoneHash: string;
	email: string | undefined;
	note: string | undefined;
	createdAt: number;
}

export interface CallbackSummary extends Move {
	reference: string;
	generation: number;
	state: CallState;
	locale: Locale;
	topic: string;
	name: string;
	phone: string;
	email: string | null;
	note: string | null;
	sequence: number;
	attempts: number;
	createdAt: number;
	/** Raised by every change. */
	version: number;
	/** Who of the staff calls, or called last. */
	agent: string | null;
	callingAt: number | null;
	/** Since when its time is agreed on. */
	setAt: number;
	isEmailVerified: boolean;
	/** Looked like spam, and nobody has judged it yet. */
	isHeld: boolean;
}

export interface StoredCallback extends CallbackSummary {
	timeline: { at: number; event: CallEvent }[];
	/** For the staff alone. */
	notes: { at: number; agent: string; body: string }[];
	rating: StoredRating | null;
}

export interface CallbackRow extends Omit<
	CallbackSummary,
	'slot' | 'createdAt' | 'callingAt' | 'setAt' | 'isEmailVerified' | 'isHeld'
> {
	slot_start: number;
	slot_end: number;
	created_at: number;
	calling_at: number | null;
	set_at: number;
	email_verified_at: number | null;
	held: 0 | 1;
}
