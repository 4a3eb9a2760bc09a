import { callReminderMinutes } from '#shared/limits';

import { oweReminders } from '../db/call-mails.ts';
import { now, readSettings } from '../settings.ts';
import { minuteMs } from '../time.ts';

/** Owes everybody whose call comes up a mail, where an address was given. */
export async function remind(env: Env): Promise<void> {
	const ahead = callReminderMinutes.map((minutes) => minutes * minuteMs);
	await oweReminders(env.DB, now(readSettings(env)), ahead);
}
