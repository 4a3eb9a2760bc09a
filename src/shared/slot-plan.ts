import type { Slot } from '#shared/callbacks';
import { formatCalendarDate, formatTime } from '#shared/instant';
import { addDays, wallClock } from '#shared/zoned';

/** Quieter times that are offered before all others. */
const suggestedCount = 3;
/** When people like to be called, by their own clocks. */
const dayFrom = '08:00';
const dayTo = '22:00';
const weekDays = 7;

/**
 * Slots as a reader chooses among them: quieter ones first, or those `nearest` (starts) to a time that was full, then week by
 * week, day by day, in the clocks of one zone.
 */
export function planSlots(slots: readonly Slot[], lang: string, timezone: string, nearest: readonly string[] = []): SlotPlan {
	const days = new Map<string, Slot[]>();
	for (const slot of slots) {
		const { date } = wallClock(Date.parse(slot.start), timezone);
		days.set(date, [...(days.get(date) ?? []), slot]);
	}
	const choice = (slot: Slot): Choice => ({
		start: slot.start,
		load: slot.load,
		day: formatCalendarDate(lang, wallClock(Date.parse(slot.start), timezone).date),
		time: formatTime(lang, Date.parse(slot.start), timezone),
		isFree: slot.remaining > 0,
	});
	const weeks = weeksOf([...days.keys()]).map((week) =>
		week.map((date) => ({ label: formatCalendarDate(lang, date), choices: (days.get(date) ?? []).map(choice) })),
	);
	const near = slots.filter(({ start, remaining }) => remaining > 0 && nearest.includes(start));
	return {
		suggested: (near.length > 0 ? near : suggest(slots, timezone)).map(choice),
		reason: near.length > 0 ? 'nearest' : 'suggested',
		weeks: weeks.map((week) => trimmed(week)),
	};
}

/** Whether an instant lies in the hours in which people like to be called, by the clocks of a zone. */
export function isByDay(at: number, timezone: string): boolean {
	const { time } = wallClock(at, timezone);
	return dayFrom <= time && time < dayTo;
}

/** Those slots that lie in the day of a zone's people; all where none does. */
export function preferDay(slots: readonly Slot[], timezone: string): readonly Slot[] {
	const byDay = slots.filter(({ start }) => isByDay(Date.parse(start), timezone));
	return byDay.length > 0 ? byDay : slots;
}

/** The dates from the first to the last, seven by seven. */
function weeksOf(dates: readonly string[]): string[][] {
	const sorted = [...dates].sort();
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (first === undefined || last === undefined) return [];
	const weeks: string[][] = [];
	for (let start = first; start <= last; start = addDays(start, weekDays)) {
		weeks.push(Array.from({ length: weekDays }, (_, index) => addDays(start, index)));
	}
	return weeks;
}

/** Of each of the next days the quiet time with most seats left, the soonest first; by day where the reader's day has any. */
function suggest(slots: readonly Slot[], timezone: string): Slot[] {
	const quiet = slots.filter(({ load, remaining }) => load === 'quiet' && remaining > 0);
	const best = new Map<string, Slot>();
	for (const slot of preferDay(quiet, timezone)) {
		const { date } = wallClock(Date.parse(slot.start), timezone);
		const known = best.get(date);
		if (!known || slot.remaining > known.remaining) best.set(date, slot);
	}
	return [...best.values()].slice(0, suggestedCount);
}

/** A week without the days at its end that lie beyond what can be booked. */
function trimmed(week: Week): Week {
	const isBooked = week.map(({ choices }) => choices.length > 0);
	return week.slice(0, isBooked.lastIndexOf(true) + 1);
}

export interface SlotPlan {
	suggested: Choice[];
	/** Why these stand first. */
	reason: 'nearest' | 'suggested';
	weeks: Week[];
}

type Week = Day[];

export interface Day {
	label: string;
	/** None on a day without calls. */
	choices: Choice[];
}

export interface Choice {
	/** RFC 3339 instant. */
	start: string;
	day: string;
	time: string;
	load: Slot['load'];
	isFree: boolean;
}
