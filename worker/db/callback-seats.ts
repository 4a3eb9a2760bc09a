import { isOpenSql } from './call-states.ts';

/**
 * Takes the smallest free seat of a slot for an open callback. No free seat, or no open callback, aborts the batch; one that we call is
 * open only when the call began before `silent`, in epoch milliseconds.
 */
export function takeSeat(db: D1Database, { reference, slot, capacity, silent = 0 }: SeatToTake): D1PreparedStatement {
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

/** Statement that gives a callback's seat back. */
export function freeSeat(db: D1Database, reference: string): D1PreparedStatement {
	return db.prepare('DELETE FROM callback_seats WHERE reference = ?1').bind(reference);
}

/** Statement that forgets that a call was booked for a time, as long as that lies ahead: others can still have it. */
export function forgetTime(db: D1Database, reference: string, now: number): D1PreparedStatement {
	return db.prepare('DELETE FROM callback_times WHERE reference = ?1 AND slot > ?2').bind(reference, now);
}

/** Seats taken per slot start in `[from, to)`. */
export async function countSeats(db: D1Database, from: number, to: number): Promise<Map<number, number>> {
	const { results } = await db
		.prepare('SELECT slot, COUNT(*) AS taken FROM callback_seats WHERE slot >= ?1 AND slot < ?2 GROUP BY slot')
		.bind(from, to)
		.all<{ slot: number; taken: number }>();
	return new Map(results.map(({ slot, taken }) => [slot, taken]));
}

interface SeatToTake {
	reference: string;
	/** Start of the slot, in epoch milliseconds. */
	slot: number;
	/** Seats of the slot. */
	capacity: number;
	silent?: number;
}
