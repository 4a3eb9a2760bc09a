import { support } from '#config/support';
import { callAttempts } from '#shared/limits';
import { isByDay, preferDay } from '#shared/slot-plan';
import { findSlot, slotRules, type SlotTime } from '#shared/slots';

import { listSlots } from '../callbacks/line-slots.ts';
import type { AppContext } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { now } from '../settings.ts';

/** How many times for a next attempt are proposed. */
const proposed = 6;

/** When a person who was not reached can be called again: the next free slots of their line, by day where they are if there are any. */
export async function nextAttempts(c: AppContext, call: StoredCallback): Promise<NextAttempt[]> {
	if (call.attempts >= callAttempts) return [];
	const { locale, timezone } = call;
	const [rules, time] = [slotRules(support, locale), now(c.var.settings)];
	const slots = await listSlots(c, { locale, timezone, days: support.callback.horizonDays });
	const free = slots.filter(({ remaining }) => remaining > 0);
	return preferDay(free, timezone)
		.slice(0, proposed)
		.map(({ start }) => findSlot(rules, Date.parse(start), time))
		.filter((slot) => typeof slot !== 'string')
		.map((slot) => ({ ...slot, isByDay: isByDay(slot.start, timezone) }));
}

export interface NextAttempt extends SlotTime {
	/** Whether it is no night where its person is. */
	isByDay: boolean;
}
