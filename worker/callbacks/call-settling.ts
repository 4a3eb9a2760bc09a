import { callLateMinutes, callOutcomeMinutes } from '#shared/limits';

import { settleCalls } from '../db/call-settling.ts';
import { now, readSettings } from '../settings.ts';
import { minuteMs } from '../time.ts';

/** Asks people for another time whose call was forgotten, or of which nobody has said how it went. */
export async function settle(env: Env): Promise<void> {
	const time = now(readSettings(env));
	await settleCalls(env.DB, {
		now: time,
		endedBefore: time - callLateMinutes * minuteMs,
		begunBefore: time - callOutcomeMinutes * minuteMs,
	});
}
