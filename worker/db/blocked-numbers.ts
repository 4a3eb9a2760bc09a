import { isOpenSql } from './call-states.ts';

/** Statement that takes no booking of a number any more; `hash` is a keyed one, `booking` the one because of which. */
export function blockNumber(db: D1Database, { hash, booking, at }: BlockedNumber): D1PreparedStatement {
	return db
		.prepare('INSERT INTO blocked_numbers (hash, booking, at) VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO NOTHING')
		.bind(hash, booking, at);
}

/** The block of a number, if there is one. */
export async function findBlockedNumber(db: D1Database, hash: string): Promise<BlockedNumber | null> {
	return db.prepare('SELECT hash, booking, at FROM blocked_numbers WHERE hash = ?1').bind(hash).first<BlockedNumber>();
}

/** Statements that let a number be booked again, and release every call of it that is held, for whatever reason. */
export function unblockNumber(db: D1Database, hash: string, at: number): D1PreparedStatement[] {
	const held = `FROM callbacks WHERE held = 1 AND ${isOpenSql} AND phone_hash = ?1`;
	return [
		db.prepare(`INSERT INTO callback_events (reference, at, event) SELECT reference, ?2, 'released' ${held}`).bind(hash, at),
		db.prepare(`UPDATE callbacks SET held = 0, version = version + 1 WHERE reference IN (SELECT reference ${held})`).bind(hash),
		db.prepare('DELETE FROM blocked_numbers WHERE hash = ?1').bind(hash),
	];
}

/** A page of the numbers that are not called, newest first, from before a cursor: its `reference` is a hash. */
export async function listBlocked(
	db: D1Database,
	limit: number,
	before: { at: number; reference: string },
): Promise<BlockedNumber[]> {
	const { results } = await db.prepare(blockedNumbersSql).bind(before.at, before.reference, limit).all<BlockedNumber>();
	return results;
}

/** What the desk's list of them asks. */
export const blockedNumbersSql =
	'SELECT hash, booking, at FROM blocked_numbers WHERE (at, hash) < (?1, ?2) ORDER BY at DESC, hash DESC LIMIT ?3';

export interface BlockedNumber {
	hash: string;
	/** Reference of the booking that it came from. */
	booking: string;
	at: number;
}
