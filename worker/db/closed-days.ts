import { isWaitingSql } from './call-states.ts';
import { oweCallsSql } from './outbox.ts';

/** Days that staff have closed and that touch `[from, to)`. */
export async function listClosed(db: D1Database, from: number, to: number): Promise<ClosedDay[]> {
	const { results } = await db.prepare(closedSql).bind(from, to).all<ClosedDay>();
	return results;
}

/** Statements that close a day: its bookings lose their time and are asked, by mail where there is an address, for another. */
export function closeDay(db: D1Database, { from, until, at }: DayToClose): D1PreparedStatement[] {
	const affected = `FROM callbacks WHERE slot_start >= ?1 AND slot_start < ?2 AND ${isWaitingSql}
		AND reference IN (SELECT reference FROM callback_seats)`;
	return [
		db
			.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (?1, ?2, ?3) ON CONFLICT (from_at) DO NOTHING')
			.bind(from, until, at),
		db.prepare(oweCallsSql('callOffered', affected, '?3')).bind(from, until, at),
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

/** What is asked by each page that shows times. */
export const closedSql =
	'SELECT from_at AS "from", until_at AS until FROM closed_days WHERE from_at < ?2 AND until_at > ?1 ORDER BY from_at';

/** Half-open, in epoch milliseconds. */
export interface ClosedDay {
	from: number;
	until: number;
}

interface DayToClose extends ClosedDay {
	at: number;
}
