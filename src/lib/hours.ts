import { weekdays } from '../config/hours-schema.ts';
import { locales, type Locale } from '../config/locales.ts';
import type { Channel, Support } from '../config/schema.ts';
import { support } from '#config/support';
import { channelHours, holidayNames, hoursName } from '#shared/hours';
import { formatCalendarDate } from '#shared/instant';
import { rangesOn, type OpeningHours } from '#shared/opening';
import type { Holidays } from '#shared/slot-plan';
import { addDays, wallClock } from '#shared/zoned';

type Weekday = (typeof weekdays)[number];

/** How far ahead days with other hours are told to readers. */
const toldDays = 120;
/** How far ahead a page that nobody builds again still knows the days off. */
const knownDays = 400;

/** Days with the same hours, as one line of a table. */
export interface HoursLine {
	from: Weekday;
	to: Weekday;
	/** `09:00–21:00`; empty when closed. */
	ranges: string[];
}

/** Weekly hours with neighbouring equal days joined, Monday first. */
export function hoursLines(hours: Pick<OpeningHours, 'weekly'>): HoursLine[] {
	const lines: HoursLine[] = [];
	for (const day of weekdays) {
		const ranges = (hours.weekly[day] ?? []).map(([from, to]) => `${from}–${to}`);
		const last = lines.at(-1);
		if (last && last.ranges.join() === ranges.join()) last.to = day;
		else lines.push({ from: day, to: day, ranges });
	}
	return lines;
}

/** What a page's script has to know of hours from an instant on. */
export function hoursAhead(hours: OpeningHours, now: number): OpeningHours {
	// By the month, so that a page stays the same for a while (`page-key.ts`).
	const month = `${new Date(now).toISOString().slice(0, 7)}-01`;
	const [first, last] = [addDays(month, -2), addDays(month, knownDays)];
	const days = Object.entries(hours.days).filter(([day]) => first <= day && day <= last);
	return { ...hours, days: Object.fromEntries(days) };
}

/** What a page in which a time is chosen has to know of a line's holidays from an instant on. */
export function holidaysAhead(name: string, locale: Locale, now: number): Holidays {
	const { timezone, names } = holidayNames(support, name, locale);
	const { date } = wallClock(now, timezone);
	const isAhead = ([day]: [string, string]) => date <= day && day <= addDays(date, knownDays);
	return { timezone, names: Object.fromEntries(Object.entries(names).filter(isAhead)) };
}

/** The days ahead that differ from their weekday, in words: closed ones with their names, and others with their hours. */
export function otherDays(channel: Channel, locale: Locale, now: number): { closed: string[]; special: string[] } {
	const name = hoursName(channel, locale);
	const hours = channelHours(support, channel, locale);
	if (name === null || hours === null) return { closed: [], special: [] };
	const { date } = wallClock(now, hours.timezone);
	const ahead = Object.keys(hours.days)
		.filter((day) => date <= day && day <= addDays(date, toldDays) && differs(hours, day))
		.sort();
	const isClosed = (day: string) => hours.days[day]?.length === 0;
	const { names } = holidayNames(support, name, locale);
	return {
		closed: spans(ahead.filter(isClosed), (day) => names[day] ?? '').map((span) => inWords(span, locale)),
		special: ahead
			.filter((day) => !isClosed(day))
			.map((day) =>
				inWords(
					{
						from: day,
						to: day,
						name: rangesOn(hours, day)
							.map((range) => range.join('–'))
							.join(', '),
					},
					locale,
				),
			),
	};
}

/** Usual load within the hours of a line, as `10:00–12:00`; what holds on some of its days only names them. */
export function usualLoad(
	hours: Pick<OpeningHours, 'weekly'>,
	load: 'quiet' | 'busy',
	dayWord: (day: Weekday) => string,
	parts: Support['callback']['load'] = support.callback.load,
): string[] {
	const open = weekdays.filter((day) => hours.weekly[day]?.length);
	const told = parts.flatMap((part) => {
		const days = open.filter((day) => part.load === load && (!part.days || part.days.includes(day)));
		const ranges = days.flatMap((day) => hours.weekly[day] ?? []);
		const opens = ranges.map(([from]) => from).sort()[0] ?? '';
		const closes =
			ranges
				.map(([, to]) => to)
				.sort()
				.at(-1) ?? '';
		if (part.from >= closes || opens >= part.to) return [];
		const time = `${part.from < opens ? opens : part.from}–${part.to > closes ? closes : part.to}`;
		return days.length < open.length ? [`${time} (${days.map(dayWord).join(' ')})`] : [time];
	});
	return told.sort();
}

function differs(hours: OpeningHours, day: string): boolean {
	return rangesOn(hours, day).join() !== rangesOn({ ...hours, days: {} }, day).join();
}

/** Neighbouring days with one name, as one. */
function spans(days: readonly string[], name: (day: string) => string): Span[] {
	const found: Span[] = [];
	for (const day of days) {
		const last = found.at(-1);
		if (last && addDays(last.to, 1) === day && last.name === name(day)) last.to = day;
		else found.push({ from: day, to: day, name: name(day) });
	}
	return found;
}

function inWords({ from, to, name }: Span, locale: Locale): string {
	const date = (day: string) => formatCalendarDate(locales[locale].lang, day);
	const days = from === to ? date(from) : `${date(from)}–${date(to)}`;
	if (!name) return days;
	return locale === 'en' ? `${days} (${name})` : `${days}（${name}）`;
}

interface Span {
	from: string;
	to: string;
	name: string;
}
