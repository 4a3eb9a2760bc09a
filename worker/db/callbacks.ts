import type { Locale } from '#config/locales';
import type { CallEvent, CallState } from '#shared/calls';
import { callAttempts, callLateMinutes } from '#shared/limits';

import type { StoredRating } from './requests.ts';

/** Calls of which something may still come. */
export const isOpenSql = isOpenSqlOf('');

/** Statements that store a callback with its first event. More than `maxOpen` open calls of one number abort the batch. */
export function insertCallback(db: D1Database, callback: NewCallback, maxOpen: number): D1PreparedStatement[] {
	return [
		db
			.prepare(
				`INSERT INTO callbacks (reference, state, held, locale, topic, name, phone, email, note, slot_start, slot_end, timezone, created_at, set_at,
					phone_hash, phone_nth)
				SELECT ?1, 'booked', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?14, CASE WHEN COUNT(*) < ?13 THEN COUNT(*) + 1 END
				FROM callbacks WHERE phone = ?6 AND ${timedCall('?12')}`,
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
		db
			.prepare(`INSERT INTO callback_events (reference, at, event) VALUES (?1, ?2, 'booked')`)
			.bind(callback.reference, callback.createdAt),
	];
}

/** The reference of the call that a number has at a time, or null. */
export function findCallAt(db: D1Database, phone: string, slot: number): Promise<string | null> {
	return db
		.prepare(`SELECT reference FROM callbacks WHERE phone = ?1 AND slot_start = ?2 AND state NOT IN ('cancelled', 'offered')`)
		.bind(phone, slot)
		.first<string>('reference');
}

/**
 * Takes the smallest free seat of a slot for an open callback. No free seat, or no open callback, aborts the batch; one that we call is
 * open only when the call began before `silent`, in epoch milliseconds.
 */
export function takeSeat(db: D1Database, reference: string, slot: number, capacity: number, silent = 0): D1PreparedStatement {
	const seats = JSON.stringify(Array.from({ length: capacity }, (_, index) => index + 1));
	return db
		.prepare(
			`INSERT INTO callback_seats (slot, seat, reference) VALUES (
				?1,
				(SELECT MIN(value) FROM json_each(?2) WHERE value NOT IN (SELECT seat FROM callback_seats WHERE slot = ?1)),
				(SELECT reference FROM callbacks
					WHERE reference = ?3 AND ${isOpenSql} AND (state <> 'calling' OR calling_at <= ?4))
			)`,
		)
		.bind(slot, seats, reference, silent);
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
		takeSeat(db, reference, move.slot.start, capacity, silent),
		db
			.prepare(
				`UPDATE callbacks SET slot_start = ?2, slot_end = ?3, timezone = ?4,
					sequence = sequence + CASE state WHEN 'offered' THEN 2 ELSE 1 END,
					version = CASE WHEN version = ?7 THEN version + 1 END, set_at = ?5, state = CASE WHEN state IN ('offered', 'calling') THEN 'booked' ELSE state END, calling_at = NULL,
					phone_nth = (
						SELECT CASE WHEN COUNT(*) < ?6 THEN COUNT(*) + 1 END FROM callbacks AS others
						WHERE others.phone = callbacks.phone AND others.reference <> ?1 AND ${timedCall('?5', 'others.')}
					)
				WHERE reference = ?1`,
			)
			.bind(reference, move.slot.start, move.slot.end, move.timezone, now, maxOpen, version),
		db.prepare(`INSERT INTO callback_events (reference, at, event) VALUES (?1, ?2, 'moved')`).bind(reference, now),
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

/**
 * Cancels a callback, frees its seat and owes a mail where there is an address; says whether it was open. One that we call is open only
 * when the call began before `silent`.
 */
export async function cancelCallback(db: D1Database, reference: string, { now, silent }: CancelRules): Promise<boolean> {
	const open = `reference = ?1 AND ${isOpenSql} AND (state <> 'calling' OR calling_at <= ?2)`;
	const [cancelled] = await db.batch([
		// First, since its count of rows is the answer.
		db
			.prepare(
				`INSERT INTO callback_events (reference, at, event) SELECT reference, ?3, 'cancelled' FROM callbacks WHERE ${open}`,
			)
			.bind(reference, silent, now),
		db
			.prepare(
				`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
				SELECT 'callCancelled.' || reference || '.' || version, 'mail', 'callCancelled', reference, locale, 'due', ?3, ?3
				FROM callbacks WHERE ${open} AND email IS NOT NULL ON CONFLICT (dedupe_key) DO NOTHING`,
			)
			.bind(reference, silent, now),
		db
			.prepare(`UPDATE callbacks SET state = 'cancelled', calling_at = NULL, version = version + 1 WHERE ${open}`)
			.bind(reference, silent),
		db
			.prepare(
				`DELETE FROM callback_seats WHERE reference = (SELECT reference FROM callbacks WHERE reference = ?1 AND state = 'cancelled')`,
			)
			.bind(reference),
		db
			.prepare(
				`DELETE FROM callback_times WHERE slot > ?2
				AND reference = (SELECT reference FROM callbacks WHERE reference = ?1 AND state = 'cancelled')`,
			)
			.bind(reference, now),
	]);
	return cancelled?.meta.changes !== 0;
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

/** A page of callbacks, newest booking first, from before a cursor. */
export async function listCallbacks(
	db: D1Database,
	limit: number,
	before: { at: number; reference: string },
): Promise<CallbackSummary[]> {
	const { results } = await db
		.prepare('SELECT * FROM callbacks WHERE (created_at, reference) < (?1, ?2) ORDER BY created_at DESC, reference DESC LIMIT ?3')
		.bind(before.at, before.reference, limit)
		.all<CallbackRow>();
	return results.map(toCallback);
}

/** Seats taken per slot start in `[from, to)`. */
export async function countSeats(db: D1Database, from: number, to: number): Promise<Map<number, number>> {
	const { results } = await db
		.prepare('SELECT slot, COUNT(*) AS taken FROM callback_seats WHERE slot >= ?1 AND slot < ?2 GROUP BY slot')
		.bind(from, to)
		.all<{ slot: number; taken: number }>();
	return new Map(results.map(({ slot, taken }) => [slot, taken]));
}

/** Statement that forgets that a call was booked for a time, as long as that lies ahead: others can still have it. */
export function forgetTime(db: D1Database, reference: string, now: number): D1PreparedStatement {
	return db.prepare('DELETE FROM callback_times WHERE reference = ?1 AND slot > ?2').bind(reference, now);
}

export function freeSeat(db: D1Database, reference: string): D1PreparedStatement {
	return db.prepare('DELETE FROM callback_seats WHERE reference = ?1').bind(reference);
}

function isOpenSqlOf(table: string): string {
	return `${table}state NOT IN ('cancelled', 'done') AND NOT (${table}state = 'missed' AND ${table}attempts >= ${callAttempts})`;
}

/** Open calls that have a time, until nobody is called at it any more. */
function timedCall(now: string, table = ''): string {
	const isAhead = `${table}slot_end > ${now} - ${callLateMinutes * 60_000}`;
	return `${isOpenSqlOf(table)} AND ${table}state <> 'offered' AND (${table}state = 'calling' OR ${isAhead})`;
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

interface CancelRules {
	now: number;
	/** Who began to call before then is not calling any more. */
	silent: number;
}

interface MoveRules extends CancelRules {
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
