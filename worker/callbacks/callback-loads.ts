import { localeIds, type Locale } from '#config/locales';
import { support } from '#config/support';
import { countLoads } from '#shared/callback-load';
import { measuredLoad } from '#shared/limits';
import { slotRules, slotsBetween, type SlotTime } from '#shared/slots';

import { listClosed } from '../db/call-lists.ts';
import { countBooked, lastMeasured, replaceLoads } from '../db/callback-loads.ts';
import { now, readSettings } from '../settings.ts';
import { dayMs, startOfDay } from '../time.ts';

/** Counts once a day how full the hours of the past weeks were, line by line. */
export async function measureLoads(env: Env): Promise<void> {
	const time = now(readSettings(env));
	for (const locale of localeIds) {
		if (((await lastMeasured(env.DB, locale)) ?? 0) >= startOfDay(time)) continue;
		await measure(env.DB, locale, time);
	}
}

async function measure(db: D1Database, locale: Locale, time: number): Promise<void> {
	const rules = slotRules(support, locale);
	const from = time - measuredLoad.pastDays * dayMs;
	const [taken, closed] = await Promise.all([countBooked(db, from, time), listClosed(db, from, time)]);
	// Nobody could book on a closed day: its seats were not offered.
	const isOffered = ({ start }: SlotTime) => !closed.some((day) => day.from <= start && start < day.until);
	const open = slotsBetween(rules, from, time).filter(isOffered);
	const slots = open.map(({ start, seats }) => ({ start, seats, taken: taken.get(start) ?? 0 }));
	await db.batch(replaceLoads(db, locale, countLoads(slots, rules.hours.timezone), time));
}
