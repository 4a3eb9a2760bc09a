import { support } from '#config/support';
import { callAttempts } from '#shared/limits';
import { findSlot, slotRules, type SlotTime } from '#shared/slots';

import { listSlots } from '../callbacks/callbacks.ts';
import type { AppContext } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { now } from '../settings.ts';

/** How many times for a next attempt are proposed. */
const proposed = 6;

/** When a person who was not reached can be called again: the next free slots of their line, none after the last attempt. */
export async function nextAttempts(c: AppContext, call: StoredCallback): Promise<SlotTime[]> {
	if (call.attempts >= callAttempts) return [];
	const { locale, timezone } = call;
	const slots = await listSlots(c, { locale, timezone, days: support.callback.horizonDays });
	const free = slots.filter(({ remaining }) => remaining > 0).slice(0, proposed);
	const found = free.map(({ start }) => findSlot(slotRules(support, locale), Date.parse(start), now(c.var.settings)));
	return found.filter((slot) => typeof slot !== 'string');
}
