import { localeIds, type Locale } from '#config/locales';
import { support } from '#config/support';
import { countLoads, type HourLoad } from '#shared/callback-load';
import { measuredLoad } from '#shared/limits';
import { slotRules, slotsBetween } from '#shared/slots';

import { listClosed, type ClosedDay } from '../db/closed-days.ts';
import { countBooked, lastMeasured, replaceLoads } from '../db/callback-loads.ts';
import { isClosedAt } from './line-slots.ts';
import { now, readSettings } from '../settings.ts';
import { dayMs, startOfDay } from '../time.ts';

/** Counts once a day how full the hours of the past weeks were, line by line. */
export async function measureLoads(env: Env): Promise<void> {
	const until = now(readSettings(env));
	const measured = await Promise.all(localeIds.map((locale) => lastMeasured(env.DB, locale)));
	const due = localeIds.filter((_, index) => (measured[index] ?? 0) < startOfDay(until));
	if (due.length === 0) return;
	const from = until - measuredLoad.pastDays * dayMs;
	const [taken, closed] = await Promise.all([countBooked(env.DB, from, until), listClosed(env.DB, from, until)]);
	await env.DB.batch(
		due.flatMap((locale) => replaceLoads(env.DB, locale, loadsOf(locale, { from, until, taken, closed }), until)),
	);
}

function loadsOf(locale: Locale, { from, until, taken, closed }: Past): HourLoad[] {
	const rules = slotRules(support, locale);
	// Nobody could book on a closed day: its seats were not offered.
	const offered = slotsBetween(rules, from, until).filter(({ start }) => !isClosedAt(closed, start));
	const slots = offered.map(({ start, seats }) => ({ start, seats, taken: taken.get(start) ?? 0 }));
	return countLoads(slots, rules.hours.timezone);
}

interface Past {
	from: number;
	until: number;
	/** Calls that were booked for each start. */
	taken: Map<number, number>;
	closed: readonly ClosedDay[];
}
