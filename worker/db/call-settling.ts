import { callAttempts } from '#shared/limits';

import { waiting } from './call-lists.ts';

/**
 * Takes their time from calls that nobody has made while it lasted, and ends attempts of which nobody has said how they went: their
 * people choose another time, or read after the last attempt that there is none, and are told so by mail. Again changes nothing.
 */
export async function settleCalls(db: D1Database, { now, endedBefore, begunBefore }: Settled): Promise<void> {
	const [unmade, unsaid, givenUp] = [
		`FROM callbacks WHERE ${waiting} AND slot_start < ?1 AND slot_end <= ?1`,
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
		db
			.prepare(
				`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
				SELECT ?3 || '.' || reference || '.' || version, 'mail', ?3, reference, locale, 'due', ?2, ?2
				${from} AND email IS NOT NULL ON CONFLICT (dedupe_key) DO NOTHING`,
			)
			.bind(before, now, state === 'offered' ? 'callOffered' : 'callGivenUp'),
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
