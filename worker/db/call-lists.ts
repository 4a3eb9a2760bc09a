import { callAttempts } from '#shared/limits';

import { isOpenSql, toCallback, type CallbackRow, type CallbackSummary } from './callbacks.ts';

/** Calls whose time lies in `[from, to)`, in order; cancelled ones are nobody's work. */
export async function listCallsBetween(db: D1Database, from: number, to: number): Promise<CallbackSummary[]> {
	const { results } = await db.prepare(callSql.between).bind(from, to).all<CallbackRow>();
	return results.map(toCallback);
}

/** A page of the calls that have lost their time and wait for another, by that time, from after a cursor. */
export async function listOffered(db: D1Database, limit: number, after: Cursor): Promise<CallbackSummary[]> {
	const { results } = await db.prepare(callSql.offered).bind(after.at, after.reference, limit).all<CallbackRow>();
	return results.map(toCallback);
}

/** A page of the calls that nobody has judged yet, by their time, from after a cursor. */
export async function listHeld(db: D1Database, limit: number, after: Cursor): Promise<CallbackSummary[]> {
	const { results } = await db.prepare(callSql.held).bind(after.at, after.reference, limit).all<CallbackRow>();
	return results.map(toCallback);
}

/** A page of the numbers that are not called, newest first, from before a cursor: its `reference` is a hash. */
export async function listBlocked(db: D1Database, limit: number, before: Cursor): Promise<BlockedNumber[]> {
	const { results } = await db.prepare(callSql.blocked).bind(before.at, before.reference, limit).all<BlockedNumber>();
	return results;
}

/** Days that staff have closed and that touch `[from, to)`. */
export async function listClosed(db: D1Database, from: number, to: number): Promise<ClosedDay[]> {
	const { results } = await db.prepare(callSql.closed).bind(from, to).all<ClosedDay>();
	return results;
}

/** Statements that close a day: its bookings lose their time and are asked, by mail where there is an address, for another. */
export function closeDay(db: D1Database, { from, until, at }: DayToClose): D1PreparedStatement[] {
	const affected = `FROM callbacks WHERE slot_start >= ?1 AND slot_start < ?2 AND ${waiting}
		AND reference IN (SELECT reference FROM callback_seats)`;
	return [
		db
			.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (?1, ?2, ?3) ON CONFLICT (from_at) DO NOTHING')
			.bind(from, until, at),
		db
			.prepare(
				`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
				SELECT 'callOffered.' || reference || '.' || version, 'mail', 'callOffered', reference, locale, 'due', ?3, ?3
				${affected} AND email IS NOT NULL ON CONFLICT (dedupe_key) DO NOTHING`,
			)
			.bind(from, until, at),
		db
			.prepare(`INSERT INTO callback_events (reference, at, event) SELECT reference, ?3, 'offered' ${affected}`)
			.bind(from, until, at),
		db
			.prepare(`UPDATE callbacks SET state = 'offered', version = version + 1 WHERE reference IN (SELECT reference ${affected})`)
			.bind(from, until),
		db
			.prepare(
				`DELETE FROM callback_seats WHERE slot >= ?1 AND slot < ?2
				AND reference IN (SELECT reference FROM callbacks WHERE state = 'offered')`,
			)
			.bind(from, until),
		db
			.prepare(
				`DELETE FROM callback_times WHERE slot >= ?1 AND slot < ?2 AND slot > ?3
				AND reference IN (SELECT reference FROM callbacks WHERE state = 'offered')`,
			)
			.bind(from, until, at),
	];
}

/** Lets a day be booked again. Who was asked for another time keeps being asked. */
export function openDay(db: D1Database, from: number): D1PreparedStatement {
	return db.prepare('DELETE FROM closed_days WHERE from_at = ?1').bind(from);
}

/** Calls that are still to be made, held ones among them. */
export const waiting = `state IN ('booked', 'missed') AND attempts < ${callAttempts}`;

/** What the desk's pages about calls ask; each has an index. */
export const callSql = {
	between: `SELECT * FROM callbacks WHERE slot_start >= ?1 AND slot_start < ?2 AND state NOT IN ('cancelled', 'offered')
		ORDER BY slot_start, reference`,
	offered: `SELECT * FROM callbacks WHERE state = 'offered' AND slot_start >= ?1 AND (slot_start > ?1 OR reference > ?2)
		ORDER BY slot_start, reference LIMIT ?3`,
	held: `SELECT * FROM callbacks WHERE held = 1 AND ${isOpenSql} AND slot_start >= ?1
		AND (slot_start > ?1 OR reference > ?2) ORDER BY slot_start, reference LIMIT ?3`,
	blocked: 'SELECT hash, booking, at FROM blocked_numbers WHERE (at, hash) < (?1, ?2) ORDER BY at DESC, hash DESC LIMIT ?3',
	closed: 'SELECT from_at AS "from", until_at AS until FROM closed_days WHERE from_at < ?2 AND until_at > ?1 ORDER BY from_at',
} as const;

/** The last row of the page before. */
interface Cursor {
	at: number;
	reference: string;
}

export interface BlockedNumber {
	hash: string;
	/** Reference of the booking that it came from. */
	booking: string;
	at: number;
}

/** Half-open, in epoch milliseconds. */
export interface ClosedDay {
	from: number;
	until: number;
}

interface DayToClose extends ClosedDay {
	at: number;
}
