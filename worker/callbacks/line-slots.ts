import type { Locale } from '#config/locales';
import { support } from '#config/support';
import { loadAt } from '#shared/callback-load';
import type { Slot } from '#shared/callbacks';
import { bookableRange, bookableSlots, localDays, slotRules } from '#shared/slots';

import type { AppContext } from '../context.ts';
import { listClosed, type ClosedDay } from '../db/closed-days.ts';
import { listLoads } from '../db/callback-loads.ts';
import { countSeats } from '../db/callback-seats.ts';
import { now } from '../settings.ts';
import { dayMs, rfc3339 } from '../time.ts';

/** Free starts that somebody is offered whose time was taken. */
const alternativeCount = 3;
const nearMs = 2 * dayMs;

/** Slots of `days` local days of a zone, full ones included, and none of a day that the desk has closed. */
export async function listSlots(
	c: AppContext,
	query: { locale: Locale; timezone: string; from?: string | undefined; days: number },
): Promise<Slot[]> {
	const time = now(c.var.settings);
	return slotsIn(lineOf(c, query.locale), localDays(query.timezone, query.from, query.days, time));
}

/** The zone in which a language's callback line keeps its hours. */
export function lineTimezone(locale: Locale): string {
	return slotRules(support, locale).hours.timezone;
}

/** The free starts next to an instant, in order: few, or none. */
export async function nearestFree(line: Line, start: number): Promise<string[]> {
	const [from, to] = bookableRange(slotRules(support, line.locale), line.time);
	const distance = (slot: Slot) => Math.abs(Date.parse(slot.start) - start);
	// Looking around is enough but when a holiday is near or much is full.
	const near = await freeIn(line, [Math.max(from, start - nearMs), Math.min(to, start + nearMs)]);
	const free = near.length >= alternativeCount ? near : await freeIn(line, [from, to]);
	const nearest = free.sort((a, b) => distance(a) - distance(b)).slice(0, alternativeCount);
	return nearest.map((slot) => slot.start).sort();
}

/** Slots that start in a range and can be booked, full ones included. */
async function slotsIn({ db, locale, time }: Line, [from, to]: Range): Promise<Slot[]> {
	const rules = slotRules(support, locale);
	const slots = bookableSlots(rules, from, to, time);
	if (slots.length === 0) return [];
	const [taken, closed, loads] = await Promise.all([countSeats(db, from, to), listClosed(db, from, to), listLoads(db, locale)]);
	const open = slots.filter(({ start }) => !isClosedAt(closed, start));
	return open.map(({ start, end, seats, load }) => ({
		start: rfc3339(start),
		end: rfc3339(end),
		remaining: Math.max(0, seats - (taken.get(start) ?? 0)),
		load: loadAt(loads, start, rules.hours.timezone) ?? load,
	}));
}

/** The callback line of a language, as of now. */
export function lineOf(c: AppContext, locale: Locale): Line {
	return { db: c.env.DB, locale, time: now(c.var.settings) };
}

/** Whether a slot starts on a day that staff have closed. */
export function isClosedAt(closed: readonly ClosedDay[], start: number): boolean {
	return closed.some((day) => day.from <= start && start < day.until);
}

async function freeIn(line: Line, range: Range): Promise<Slot[]> {
	return (await slotsIn(line, range)).filter(({ remaining }) => remaining > 0);
}

/** One language's callback line, as of an instant. */
export interface Line {
	db: D1Database;
	locale: Locale;
	time: number;
}

type Range = [from: number, to: number];
