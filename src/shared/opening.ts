import { addDays, instantAt, wallClock } from '#shared/zoned';

/** As in `#config/hours-schema`, which a browser cannot import without the whole schema library. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** How far ahead the next change is looked for: longer than any holiday week. */
const lookAheadDays = 35;

/** Whether a line is open at an instant (epoch milliseconds), and when that changes; null when it does not in sight. */
export function opening(hours: OpeningHours, at: number): Opening {
	const { date } = wallClock(at, hours.timezone);
	let end: number | null = null;
	for (let ahead = -1; ahead <= lookAheadDays; ahead++) {
		for (const [from, to] of spansOn(hours, addDays(date, ahead))) {
			if (to <= at) continue;
			// What goes on after midnight is one span.
			if (end === null ? from <= at : from <= end) end = Math.max(end ?? 0, to);
			else return end === null ? { isOpen: false, change: from } : { isOpen: true, change: end };
		}
	}
	const isEndless = end !== null && end > instantAt(addDays(date, lookAheadDays), '00:00', hours.timezone);
	return { isOpen: end !== null, change: isEndless ? null : end };
}

/** Opening ranges of a date, `HH:MM` by the clocks of the line, earliest first. */
export function rangesOn({ weekly, days }: OpeningHours, date: string): Range[] {
	// A bare date is midnight UTC, whose weekday is that of the date itself; getUTCDay counts from Sunday.
	const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7];
	const ranges = days[date] ?? (weekday && weekly[weekday]) ?? [];
	return [...ranges].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Times that a clock change skips mean later ones: another range's, or the next day's, which they do not reach into. */
function spansOn(hours: OpeningHours, date: string): [from: number, to: number][] {
	const ranges = rangesOn(hours, date);
	if (ranges.length === 0) return [];
	const end = instantAt(date, '24:00', hours.timezone);
	const at = (time: string) => Math.min(end, instantAt(date, time, hours.timezone));
	return ranges
		.map(([from, to]): [number, number] => [at(from), at(to)])
		.filter(([from, to]) => from < to)
		.sort(([a], [b]) => a - b);
}

type Range = [from: string, to: string];

/** A line's hours without any rule left to apply: breaks are cut out, and every date that differs from its weekday is named. */
export interface OpeningHours {
	/** IANA zone in which all times are meant. */
	timezone: string;
	weekly: Partial<Record<(typeof weekdays)[number], Range[]>>;
	days: Record<string, Range[]>;
}

export interface Opening {
	isOpen: boolean;
	/** When it closes or opens next. */
	change: number | null;
}
