import type { Locale } from '#config/locales';

/** Statements that store a callback with its first event. More than `maxOpen` open calls of one number abort the batch. */
export function insertCallback(db: D1Database, callback: NewCallback, maxOpen: number): D1PreparedStatement[] {
	return [
		db
			.prepare(
				`INSERT INTO callbacks (reference, state, locale, topic, name, phone, email, note, slot_start, slot_end, timezone, created_at, phone_nth)
				SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, CASE WHEN COUNT(*) < ?13 THEN COUNT(*) + 1 END
				FROM callbacks WHERE phone = ?6 AND slot_start > ?12 AND state <> 'cancelled'`,
			)
			.bind(
				callback.reference,
				callback.state,
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
			),
		db
			.prepare(`INSERT INTO callback_events (reference, at, event) VALUES (?1, ?2, 'booked')`)
			.bind(callback.reference, callback.createdAt),
	];
}

/** Takes the smallest free seat of a slot for an open callback. No free seat, or no open callback, aborts the batch. */
export function takeSeat(db: D1Database, reference: string, slot: number, capacity: number): D1PreparedStatement {
	const seats = JSON.stringify(Array.from({ length: capacity }, (_, index) => index + 1));
	return db
		.prepare(
			`INSERT INTO callback_seats (slot, seat, reference) VALUES (
				?1,
				(SELECT MIN(value) FROM json_each(?2) WHERE value NOT IN (SELECT seat FROM callback_seats WHERE slot = ?1)),
				(SELECT reference FROM callbacks WHERE reference = ?3 AND state <> 'cancelled')
			)`,
		)
		.bind(slot, seats, reference);
}

/** Statements that move an open callback to another slot. */
export function moveCallback(
	db: D1Database,
	reference: string,
	move: Move,
	capacity: number,
	now: number,
): D1PreparedStatement[] {
	return [
		freeSeat(db, reference),
		takeSeat(db, reference, move.slot.start, capacity),
		db
			.prepare('UPDATE callbacks SET slot_start = ?2, slot_end = ?3, timezone = ?4, sequence = sequence + 1 WHERE reference = ?1')
			.bind(reference, move.slot.start, move.slot.end, move.timezone),
		db.prepare(`INSERT INTO callback_events (reference, at, event) VALUES (?1, ?2, 'moved')`).bind(reference, now),
	];
}

/** Cancels a callback and frees its seat; a second time changes nothing. */
export async function cancelCallback(db: D1Database, reference: string, now: number): Promise<void> {
	await db.batch([
		// Before the update: only the cancellation that finds an open callback leaves an event.
		db
			.prepare(
				`INSERT INTO callback_events (reference, at, event)
				SELECT reference, ?2, 'cancelled' FROM callbacks WHERE reference = ?1 AND state <> 'cancelled'`,
			)
			.bind(reference, now),
		freeSeat(db, reference),
		db.prepare(`UPDATE callbacks SET state = 'cancelled' WHERE reference = ?1`).bind(reference),
	]);
}

/** A callback with its timeline, oldest event first. */
export async function findCallback(db: D1Database, reference: string): Promise<StoredCallback | null> {
	const [rows, events] = await db.batch([
		db.prepare('SELECT * FROM callbacks WHERE reference = ?1').bind(reference),
		db.prepare('SELECT at, event FROM callback_events WHERE reference = ?1 ORDER BY at, id').bind(reference),
	]);
	const row = rows?.results[0] as CallbackRow | undefined;
	return row ? { ...toCallback(row), timeline: (events?.results ?? []) as StoredCallback['timeline'] } : null;
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

function freeSeat(db: D1Database, reference: string): D1PreparedStatement {
	return db.prepare('DELETE FROM callback_seats WHERE reference = ?1').bind(reference);
}

function toCallback(row: CallbackRow): CallbackSummary {
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
	};
}

type StoredState = 'booked' | 'held' | 'cancelled';

interface SlotSpan {
	start: number;
	end: number;
}

export interface Move {
	slot: SlotSpan;
	timezone: string;
}

export interface NewCallback extends Move {
	reference: string;
	state: 'booked' | 'held';
	locale: Locale;
	topic: string;
	name: string;
	phone: string;
	email: string | undefined;
	note: string | undefined;
	createdAt: number;
}

export interface CallbackSummary extends Move {
	reference: string;
	generation: number;
	state: StoredState;
	locale: Locale;
	topic: string;
	name: string;
	phone: string;
	email: string | null;
	note: string | null;
	sequence: number;
	attempts: number;
	createdAt: number;
}

export interface StoredCallback extends CallbackSummary {
	timeline: { at: number; event: 'booked' | 'moved' | 'cancelled' }[];
}

interface CallbackRow extends Omit<CallbackSummary, 'slot' | 'createdAt'> {
	slot_start: number;
	slot_end: number;
	created_at: number;
}
