import { callAttempts } from '#shared/limits';

import { isWaitingSql } from './call-states.ts';
import { oweCallsSql } from './outbox.ts';

/**
 * Takes their time from calls that nobody has made while it lasted, and ends attempts of which nobody has said how they went: their
 * people choose another time, or read after the last attempt that there is none, and are told so by mail. Again changes nothing.
 */
export async function settleCalls(db: D1Database, { now, endedBefore, begunBefore }: Settled): Promise<void> {
	const [unmade, unsaid, givenUp] = [
		`FROM callbacks WHERE ${isWaitingSql} AND slot_start < ?1 AND slot_end <= ?1`,
		`FROM callbacks WHERE state = 'calling' AND attempts < ${callAttempts} AND calling_at <= ?1`,
		`FROM callbacks WHERE state = 'calling' AND attempts >= ${callAttempts} AND calling_at <= ?1`,
	];
	await db.batch([
		...settling(db, { from: unmade, before: endedBefore, state: 'offered', now }),
		...settling(db, { from: unsaid, before: begunBefore, state: 'offered', now }),
		...settling(db, { from: givenUp, before: begunBefore, state: 'missed', now }),
	]);
}

/** Each reads the rows that the last one changes. */
function settling(db: D1Database, { from, before, state, now }: Settling): D1PreparedStatement[] {
	return [
		db.prepare(oweCallsSql(state === 'offered' ? 'callOffered' : 'callGivenUp', from, '?2')).bind(before, now),
		db.prepare(`INSERT INTO callback_events (reference, at, event) SELECT reference, ?2, ?3 ${from}`).bind(before, now, state),
		db.prepare(`DELETE FROM callback_seats WHERE reference IN (SELECT reference ${from})`).bind(before),
		db
			.prepare(
				`UPDATE callbacks SET state = ?2, calling_at = NULL, version = version + 1 WHERE reference IN (SELECT reference ${from})`,
			)
			.bind(before, state),
	];
}

interface Settled {
	now: number;
	/** Slots that ended before then are called no more. */
	endedBefore: number;
	/** What was begun before then has no outcome any more. */
	begunBefore: number;
}

interface Settling {
	/** The rows, with `?1` for `before`. */
	from: string;
	before: number;
	state: 'offered' | 'missed';
	now: number;
}
