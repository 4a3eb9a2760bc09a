import { isOpenSql } from './call-states.ts';
import { toCallback, type CallbackRow, type CallbackSummary } from './callbacks.ts';

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

/** A page of callbacks, newest booking first, from before a cursor. */
export async function listCallbacks(db: D1Database, limit: number, before: Cursor): Promise<CallbackSummary[]> {
	const { results } = await db.prepare(callSql.all).bind(before.at, before.reference, limit).all<CallbackRow>();
	return results.map(toCallback);
}

/** What the desk's pages about calls ask; each has an index. */
export const callSql = {
	between: `SELECT * FROM callbacks WHERE slot_start >= ?1 AND slot_start < ?2 AND state NOT IN ('cancelled', 'offered')
		ORDER BY slot_start, reference`,
	offered: `SELECT * FROM callbacks WHERE state = 'offered' AND slot_start >= ?1 AND (slot_start > ?1 OR reference > ?2)
		ORDER BY slot_start, reference LIMIT ?3`,
	held: `SELECT * FROM callbacks WHERE held = 1 AND ${isOpenSql} AND slot_start >= ?1
		AND (slot_start > ?1 OR reference > ?2) ORDER BY slot_start, reference LIMIT ?3`,
	all: 'SELECT * FROM callbacks WHERE (created_at, reference) < (?1, ?2) ORDER BY created_at DESC, reference DESC LIMIT ?3',
} as const;

/** The last row of the page before. */
interface Cursor {
	at: number;
	reference: string;
}
