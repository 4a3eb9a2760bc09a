import type { CallState } from '#shared/calls';

import { oweCallsSql } from './outbox.ts';

/** Who a call's mails go to, and what they have to say; null when it is gone, or no address was given. */
export async function findCallMailTarget(db: D1Database, reference: string): Promise<CallMailTarget | null> {
	const row = await db
		.prepare(
			`SELECT email, generation, topic, email_verified_at, state, attempts, slot_start, slot_end, timezone, sequence, EXISTS (
				SELECT 1 FROM callback_events WHERE callback_events.reference = callbacks.reference AND event = 'denied'
			) AS denied FROM callbacks
			WHERE reference = ?1 AND email IS NOT NULL`,
		)
		.bind(reference)
		.first<TargetRow>();
	if (!row) return null;
	const { email, generation, topic, state, attempts, timezone, sequence } = row;
	return {
		email,
		generation,
		topic,
		isVerified: row.email_verified_at !== null,
		state,
		attempts,
		slot: { start: row.slot_start, end: row.slot_end },
		timezone,
		sequence,
		wasDenied: row.denied === 1,
	};
}

/**
 * Owes the reminders whose time has come: one for each time that was agreed on, none where it was agreed on later than the reminder
 * would have been sent. What is owed already stays as it is.
 */
export async function oweReminders(db: D1Database, now: number, before: readonly number[]): Promise<void> {
	await db.batch(
		before.map((ahead, index) => db.prepare(reminderSql).bind(now, now + ahead, now + (before[index + 1] ?? 0), ahead)),
	);
}

/** `?1` now, `?2` the latest start that is due, `?3` the start from which a later reminder says it better, `?4` how far ahead it goes. */
export const reminderSql = oweCallsSql(
	'callReminder',
	`FROM callbacks WHERE slot_start > ?3 AND slot_start <= ?2 AND state IN ('booked', 'missed') AND slot_start - set_at > ?4`,
	'?1',
	"sequence || '.' || (?4 / 60000)",
);

/** Which of a call's times a reminder is about, counted by its moves, out of the key that `reminderSql` gives it. */
export function reminderSequence(dedupeKey: string): number {
	return Number(dedupeKey.split('.')[2]);
}

export interface CallMailTarget {
	email: string;
	generation: number;
	topic: string;
	/** Whether a link that only a mail held has been opened. */
	isVerified: boolean;
	state: CallState;
	attempts: number;
	/** When the call is, and the zone in which its person thinks. */
	slot: { start: number; end: number };
	timezone: string;
	/** Counts its moves. */
	sequence: number;
	/** Whether somebody has said that they did not book it. */
	wasDenied: boolean;
}

interface TargetRow {
	email: string;
	generation: number;
	topic: string;
	email_verified_at: number | null;
	state: CallState;
	attempts: number;
	slot_start: number;
	slot_end: number;
	denied: 0 | 1;
	timezone: string;
	sequence: number;
}
