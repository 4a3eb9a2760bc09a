import { Temporal } from 'temporal-polyfill';

import { weekdays } from '#config/hours-schema';
import type { Locale } from '#config/locales';
import type { Support } from '#config/schema';
import type { Load } from '#shared/callbacks';
import { callbackHours, openingHours } from '#shared/hours';
import { rangesOn, type OpeningHours } from '#shared/opening';

/** The rules by which calls can be booked: everything that decides about a slot except who has booked it. */
export interface SlotRules {
	hours: OpeningHours;
	callback: Support['callback'];
}

/** A time at which a call can be made, as epoch milliseconds. */
export interface SlotTime {
	start: number;
	end: number;
	/** Calls that can be made then. */
	seats: number;
	/** As configured; what has been counted may know better. */
	load: Load;
}

/** What speaks against booking a start: `SLOT_PAST` is too late for it, `INVALID` was never on offer. */
export type SlotRefusal = 'SLOT_PAST' | 'INVALID';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The rules of one language's callback line. */
export function slotRules(support: Support, locale: Locale): SlotRules {
	return { hours: openingHours(support, callbackHours(support, locale)), callback: support.callback };
}

/** Slots that start in `[from, to)` and can still be booked at `now`. */
export function bookableSlots(rules: SlotRules, from: number, to: number, now: number): SlotTime[] {
	const [earliest, latest] = bookableRange(rules, now);
	return slotsBetween(rules, Math.max(from, earliest), Math.min(to, latest));
}

/** The slot that starts at `start`, or why it cannot be booked at `now`. */
export function findSlot(rules: SlotRules, start: number, now: number): SlotTime | SlotRefusal {
	const [slot] = slotsBetween(rules, start, start + 1);
	if (!slot || start > latestStart(rules, now)) return 'INVALID';
	return start < earliestStart(rules, now) ? 'SLOT_PAST' : slot;
}

/** First and last instant (half-open) in which a slot may start to be bookable at `now`. */
export function bookableRange(rules: SlotRules, now: number): [from: number, to: number] {
	return [earliestStart(rules, now), latestStart(rules, now) + 1];
}

/** The half-open range of instants that `days` local days from `from` (a date; today when absent) cover in a zone. */
export function localDays(timezone: string, from: string | undefined, days: number, now: number): [from: number, to: number] {
	const first = from ? Temporal.PlainDate.from(from) : localDate(now, timezone);
	return [startOfDay(first, timezone), startOfDay(first.add({ days }), timezone)];
}

/** Every slot that starts in `[from, to)`, whenever it could be booked. */
export function slotsBetween(rules: SlotRules, from: number, to: number): SlotTime[] {
	if (from >= to) return [];
	const { timezone } = rules.hours;
	const slots: SlotTime[] = [];
	const last = localDate(to, timezone);
	for (let date = localDate(from, timezone); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
		slots.push(...slotsOfDay(rules, date).filter(({ start }) => start >= from && start < to));
	}
	return slots;
}

function slotsOfDay(rules: SlotRules, date: Temporal.PlainDate): SlotTime[] {
	const { hours, callback } = rules;
	const length = callback.slotMinutes * minuteMs;
	const weekday = weekdays[date.dayOfWeek - 1];
	const found = rangesOn(hours, date.toString()).flatMap(([opens, closes]) => {
		const clock = clockOfRange(date, opens, closes, hours.timezone);
		const slots: SlotTime[] = [];
		// Steps in real time, so that a clock change inside the range neither repeats nor stretches a call.
		for (let { start } = clock; start + length <= clock.end; start += length) {
			const at = { date: date.toString(), weekday, from: clock.timeAt(start), to: clock.timeAt(start + length) };
			const slot: SlotTime = {
				start,
				end: start + length,
				seats: seatsAt(rules, at),
				load: partAt(callback.load, at)?.load ?? 'normal',
			};
			if (slot.seats > 0 && !isBlackedOut(rules, at)) slots.push(slot);
		}
		return slots;
	});
	return apart(found);
}

/** Without slots that begin within another: a range that ends in an hour that is skipped reaches into the next one. */
function apart(slots: readonly SlotTime[]): SlotTime[] {
	let until = 0;
	return slots
		.toSorted((a, b) => a.start - b.start)
		.filter(({ start, end }) => {
			if (start < until) return false;
			until = end;
			return true;
		});
}

/** Start and end of an opening range, and the time of day in it; cheap but on the days on which clocks change. */
function clockOfRange(date: Temporal.PlainDate, opens: string, closes: string, timezone: string): RangeClock {
	const [start, end] = [instantOf(date, opens, timezone), instantOf(date, closes, timezone)];
	const isEven = end - start === (minutesOf(closes) - minutesOf(opens)) * minuteMs;
	return {
		start,
		end,
		timeAt: (at) => {
			if (isEven) return formatMinutes(minutesOf(opens) + (at - start) / minuteMs);
			return at === end ? closes : zoned(at, timezone).toPlainTime().toString({ smallestUnit: 'minute' });
		},
	};
}

/** Calls that can be made at a time: no more than there are lines, and than the agents on duty from its start to its end can make. */
function seatsAt({ callback }: SlotRules, at: LocalSpan): number {
	const { capacity, agents, perAgent, shifts } = callback;
	return Math.min(capacity, Math.min(...onDuty(shifts, agents, at)) * perAgent);
}

/** Agents of every shift that a time touches, and those of no shift where it is not covered. */
function onDuty(shifts: SlotRules['callback']['shifts'], agents: number, at: LocalSpan): number[] {
	// Clocks that are set back may show an end that is not after the start.
	const points = [at.from, ...shifts.flatMap(({ from, to }) => [from, to])].filter(
		(time) => time === at.from || (at.from < time && time < at.to),
	);
	return points.map((time) => partAt(shifts, { ...at, from: time })?.agents ?? agents);
}

function isBlackedOut({ callback }: SlotRules, { date, from, to }: LocalSpan): boolean {
	return callback.blackouts.some((blackout) => `${date}T${from}` < blackout.to && blackout.from < `${date}T${to}`);
}

function partAt<Part extends DayPart>(parts: readonly Part[], { from, weekday }: LocalSpan): Part | undefined {
	return parts.find((part) => part.from <= from && from < part.to && (!part.days || (weekday && part.days.includes(weekday))));
}

function minutesOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function formatMinutes(minutes: number): string {
	return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function earliestStart({ callback }: SlotRules, now: number): number {
	return now + callback.leadMinutes * minuteMs;
}

function latestStart({ callback }: SlotRules, now: number): number {
	return now + callback.horizonDays * dayMs;
}

/** `24:00` ends a day at the start of the next one; a skipped time means a later one, of the same day at most. */
function instantOf(date: Temporal.PlainDate, time: string, timezone: string): number {
	const end = startOfDay(date.add({ days: 1 }), timezone);
	return time === '24:00' ? end : Math.min(end, date.toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds);
}

function startOfDay(date: Temporal.PlainDate, timezone: string): number {
	return date.toZonedDateTime(timezone).epochMilliseconds;
}

function localDate(at: number, timezone: string): Temporal.PlainDate {
	return zoned(at, timezone).toPlainDate();
}

function zoned(at: number, timezone: string): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
}

interface DayPart {
	days?: (typeof weekdays)[number][] | undefined;
	from: string;
	to: string;
}

/** A slot by the clocks of the line. */
interface LocalSpan {
	date: string;
	weekday: (typeof weekdays)[number] | undefined;
	from: string;
	to: string;
}

interface RangeClock {
	start: number;
	end: number;
	timeAt(at: number): string;
}
