import { openingHours } from '#shared/hours';
import { rangesOn, type OpeningHours } from '#shared/opening';
import { instantAt, offsetAt } from '#shared/zoned';

import type { Support } from './schema.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Clocks change for weeks at least: the shortest summer time in use ends and begins around a month of fasting. */
const lookEveryMs = 10 * dayMs;
/** Where no list of holidays says which years are known. */
const fallbackYear = 2026;

/**
 * Why the lines of two languages cannot share their seats: a slot of one begins in the middle of a slot of the other, so that both would be
 * filled although the same people call. Lines in one zone are compared day by day; in others by all offsets that their clocks have.
 */
export function lineFaults(support: Support): string[] {
	const channel = support.channels.find(({ id }) => id === 'callback');
	if (!channel || channel.hours === 'always') return [];
	const names = [...new Set(Object.values(channel.hours))].filter((name) => name in support.hours);
	const lines = names.map((name) => ({ name, hours: openingHours(support, name) }));
	const minutes = support.callback.slotMinutes;
	const known = knownTime(support);
	return lines.flatMap((a, index) =>
		lines.slice(index + 1).flatMap((b) => {
			const isSameZone = a.hours.timezone === b.hours.timezone;
			const found = (isSameZone ? crossingDay : crossingOffset)(a.hours, b.hours, minutes, known);
			return found
				? [`callback: slots of the hours "${a.name}" and "${b.name}" begin at different times but overlap (${found})`]
				: [];
		}),
	);
}

/** The first day on which ranges overlap whose slots do not begin together, and where. */
function crossingDay(a: OpeningHours, b: OpeningHours, minutes: number, known: Range): string | undefined {
	// What begins together by the clock does so in fact, but where clocks change by no whole number of slots.
	const changes = isEven(offsetsOf(a, known), minutes) ? [] : changeDays(a, known);
	for (const date of [...sampleWeek(), ...Object.keys(a.days), ...Object.keys(b.days), ...changes]) {
		const at = changes.includes(date) ? (time: string) => instantAt(date, time, a.timezone) / minuteMs : minuteOf;
		const ofB = spansOn(b, date, minutes, at);
		for (const one of spansOn(a, date, minutes, at)) {
			const other = ofB.find(({ from, to }) => one.from < to && from < one.to && (one.from - from) % minutes !== 0);
			if (other) return `${one.opens} and ${other.opens}, as on ${date}`;
		}
	}
	return undefined;
}

/** Two ranges whose slots do not begin together at some offset of the clocks, whether or not they ever meet. */
function crossingOffset(a: OpeningHours, b: OpeningHours, minutes: number, known: Range): string | undefined {
	const startsOf = (hours: OpeningHours) => {
		const opens = new Set(
			[...sampleWeek(), ...Object.keys(hours.days)].flatMap((date) => rangesOn(hours, date).map(([at]) => at)),
		);
		const offsets = offsetsOf(hours, known);
		return [...opens].flatMap((at) => offsets.map((offset) => ({ at, minute: minuteOf(at) - offset })));
	};
	for (const one of startsOf(a)) {
		const other = startsOf(b).find(({ minute }) => (one.minute - minute) % minutes !== 0);
		if (other) return `${one.at} in ${a.timezone} and ${other.at} in ${b.timezone}`;
	}
	return undefined;
}

/** Opening ranges of a date as far as slots fill them, in minutes. */
function spansOn(hours: OpeningHours, date: string, minutes: number, at: (time: string) => number): Span[] {
	return rangesOn(hours, date).map(([opens, closes]) => {
		const [from, end] = [at(opens), at(closes)];
		return { opens, from, to: end - ((end - from) % minutes) };
	});
}

/** Whether clocks change by whole slots only. */
function isEven([first = 0, ...others]: readonly number[], minutes: number): boolean {
	return others.every((offset) => (offset - first) % minutes === 0);
}

/** How far the clocks of a line are ahead of UTC in the known years, in minutes. */
function offsetsOf({ timezone }: OpeningHours, [from, to]: Range): number[] {
	const offsets = new Set<number>();
	for (let at = from; at < to; at += lookEveryMs) offsets.add(offsetAt(at, timezone) / minuteMs);
	return [...offsets];
}

/** The dates on which the clocks of a line are changed. */
function changeDays({ timezone }: OpeningHours, [from, to]: Range): string[] {
	const days = Array.from({ length: (to - from) / dayMs }, (_, day) => new Date(from + day * dayMs).toISOString().slice(0, 10));
	const midnights = days.map((date) => offsetAt(instantAt(date, '00:00', timezone), timezone));
	return days.filter((_, index) => index + 1 < days.length && midnights[index] !== midnights[index + 1]);
}

/** From the beginning of the first year of which days are listed to the end of the last. */
function knownTime({ holidays, hours }: Support): Range {
	const special = Object.values(hours).flatMap((entry) => entry.special.map(({ date }) => Number(date.slice(0, 4))));
	const years = [...holidays.map(({ year }) => year), ...special];
	const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [fallbackYear, fallbackYear];
	return [Date.UTC(first), Date.UTC(last + 1)];
}

/** A date of each weekday: which are taken does not matter where nothing is listed for them, and what is listed comes besides. */
function sampleWeek(): string[] {
	return Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10));
}

function minuteOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

type Range = [from: number, to: number];

interface Span {
	opens: string;
	from: number;
	to: number;
}
