import type { Slot } from '#shared/callbacks';
import { formatCalendarDate, formatDate, formatTime } from '#shared/instant';
import { addDays, instantAt, wallClock } from '#shared/zoned';

/** Quieter times that are offered before all others. */
const suggestedCount = 3;
/** When people like to be called, by their own clocks. */
const dayFrom = '08:00';
const dayTo = '22:00';
const weekDays = 7;

/**
 * Slots as a reader chooses among them: quieter ones first, or those `nearest` (starts) to a time that was full, then week by
 * week, day by day, in the clocks of one zone. Holidays of the line are named, also where they come before or after all slots.
 */
export function planSlots(slots: readonly Slot[], { lang, timezone, nearest = [], ...view }: PlanOptions): SlotPlan {
	const days = new Map<string, Slot[]>();
	for (const slot of slots) {
		const { date } = wallClock(Date.parse(slot.start), timezone);
		const known = days.get(date);
		if (known) known.push(slot);
		else days.set(date, [slot]);
	}
	const choice = ({ start, load }: Slot): Choice => ({
		start,
		load,
		day: formatDate(lang, Date.parse(start), timezone),
		time: formatTime(lang, Date.parse(start), timezone),
	});
	const dayOf = (date: string): Day => {
		const label = formatCalendarDate(lang, date);
		const onDay = days.get(date) ?? [];
		const free = onDay.filter(isFree).map(choice);
		if (onDay.length > 0) return { label, free, none: free.length > 0 ? undefined : 'full' };
		const holiday = holidayOn(date, timezone, view.holidays);
		return { label, free, none: holiday ? 'holiday' : 'closed', holiday };
	};
	const near = slots.filter((slot) => isFree(slot) && nearest.includes(slot.start));
	const dates = days.size > 0 ? [...days.keys(), ...holidayDates(timezone, view)] : [];
	return {
		suggested: (near.length > 0 ? near : suggest(slots, timezone)).map(choice),
		reason: near.length > 0 ? 'nearest' : 'suggested',
		weeks: weeksOf(dates).map((week) => week.map(dayOf)),
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

/** The dates of a zone on which the line keeps a holiday, as far ahead as one can book. */
function holidayDates(timezone: string, { holidays, now, days }: Ahead): string[] {
	const { date } = wallClock(now, timezone);
	const ahead = Array.from({ length: days + 1 }, (_, index) => addDays(date, index));
	return ahead.filter((day) => holidayOn(day, timezone, holidays) !== undefined);
}

/** What the line keeps on a date by the reader's clocks, which may be parts of two dates by its own. */
function holidayOn(date: string, timezone: string, holidays: Holidays): string | undefined {
	const [from, to] = [instantAt(date, '00:00', timezone), instantAt(date, '24:00', timezone) - 1];
	const dates = [from, to].map((at) => wallClock(at, holidays.timezone).date);
	return dates.map((day) => holidays.names[day]).find((name) => name !== undefined);
}

/** Every date from the first to the last, seven by seven. */
function weeksOf(dates: readonly string[]): string[][] {
	const sorted = [...dates].sort();
	const [first, last] = [sorted[0], sorted.at(-1)];
	const weeks: string[][] = [];
	if (first === undefined || last === undefined) return weeks;
	for (let start = first; start <= last; start = addDays(start, weekDays)) {
		const week = Array.from({ length: weekDays }, (_, index) => addDays(start, index));
		weeks.push(week.filter((date) => date <= last));
	}
	return weeks;
}

/** Of each of the next days the quiet time with most seats left, the soonest first; by day where the reader's day has any. */
function suggest(slots: readonly Slot[], timezone: string): Slot[] {
	const quiet = slots.filter((slot) => slot.load === 'quiet' && isFree(slot));
	const best = new Map<string, Slot>();
	for (const slot of preferDay(quiet, timezone)) {
		const { date } = wallClock(Date.parse(slot.start), timezone);
		const known = best.get(date);
		if (!known || slot.remaining > known.remaining) best.set(date, slot);
	}
	return [...best.values()].slice(0, suggestedCount);
}

function isFree({ remaining }: Slot): boolean {
	return remaining > 0;
}

/** A day's name that breaks only between its weekday and its date. */
export function breakable(label: string): string {
	return label.replace(/ (?=\d+$)/, '\u00a0').replace('周', '\u200b周');
}

/** The days on which a line is closed that have a name. */
export interface Holidays {
	/** IANA zone in which the dates are meant. */
	timezone: string;
	/** By date, `YYYY-MM-DD`. */
	names: Record<string, string>;
}

interface Ahead {
	holidays: Holidays;
	/** Epoch milliseconds. */
	now: number;
	/** How far ahead one can book. */
	days: number;
}

export interface PlanOptions extends Ahead {
	lang: string;
	/** IANA zone of the reader. */
	timezone: string;
	/** Free starts near one that was full. */
	nearest?: readonly string[] | undefined;
}

export interface SlotPlan {
	suggested: Choice[];
	/** Why these stand first. */
	reason: 'nearest' | 'suggested';
	weeks: Day[][];
}

export interface Day {
	label: string;
	free: Choice[];
	/** Why nothing is free. */
	none: 'full' | 'closed' | 'holiday' | undefined;
	holiday?: string | undefined;
}

export interface Choice {
	/** RFC 3339 instant. */
	start: string;
	day: string;
	time: string;
	load: Slot['load'];
}
