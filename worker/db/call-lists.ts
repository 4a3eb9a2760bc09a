import { callAttempts } from '#shared/limits';

import { toCallback, type CallbackRow, type CallbackSummary } from './callbacks.ts';

/** Calls whose time lies in `[from, to)`, in order; cancelled ones are nobody's work. */
export async function listCallsBetween(db: D1Database, from: number, to: number): Promise<CallbackSummary[]> {
	const { results } = await db.prepare(callSql.between).bind(from, to).all<CallbackRow>();
	return results.map(toCallback);
}

/** Calls that have lost their time and wait for another. */
export async function listOffered(db: D1Database, limit: number): Promise<CallbackSummary[]> {
	const { results } = await db.prepare(callSql.offered).bind(limit).all<CallbackRow>();
	return results.map(toCallback);
}

/** Numbers that are not called, newest first. */
export async function listBlocked(db: D1Database, limit: number): Promise<BlockedNumber[]> {
	const { results } = await db.prepare(callSql.blocked).bind(limit).all<BlockedNumber>();
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
	];
}

/** Lets a day be booked again. Who was asked for another time keeps being asked. */
export function openDay(db: D1Database, from: number): D1PreparedStatement {
	return db.prepare('DELETE FROM closed_days WHERE from_at = ?1').bind(from);
}

/** Calls that are still to be made, and that nobody doubts. */
export const waiting = `state IN ('booked', 'missed') AND attempts < ${callAttempts}`;

/** What the desk's pages about calls ask; each has an index. */
export const callSql = {
	between: `SELECT * FROM callbacks WHERE slot_start >= ?1 AND slot_start < ?2 AND state NOT IN ('cancelled', 'offered')
		ORDER BY slot_start, reference`,
	offered: `SELECT * FROM callbacks WHERE state = 'offered' ORDER BY slot_start LIMIT ?1`,
	blocked: 'SELECT hash, booking, at FROM blocked_numbers ORDER BY at DESC, hash DESC LIMIT ?1',
	closed: 'SELECT from_at AS "from", until_at AS until FROM closed_days WHERE from_at < ?2 AND until_at > ?1 ORDER BY from_at',
} as const;

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
