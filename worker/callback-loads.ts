import { localeIds, type Locale } from '#config/locales';
import { support } from '#config/support';
import { countLoads } from '#shared/callback-load';
import { measuredLoad } from '#shared/limits';
import { slotRules, slotsBetween } from '#shared/slots';

import { lastMeasured, replaceLoads } from './db/callback-loads.ts';
import { countSeats } from './db/callbacks.ts';
import { now, readSettings } from './settings.ts';
import { dayMs, startOfDay } from './time.ts';

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
	const taken = await countSeats(db, from, time);
	const slots = slotsBetween(rules, from, time).map(({ start, seats }) => ({ start, seats, taken: taken.get(start) ?? 0 }));
	await db.batch(replaceLoads(db, locale, countLoads(slots, rules.hours.timezone), time));
}
