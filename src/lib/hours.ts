import { weekdays, type Channel, type Hours } from '../config/schema.ts';
import { locales, type Locale } from '../config/locales.ts';
import { support } from '#config/support';

type Weekday = (typeof weekdays)[number];

/** Days with the same hours, as one line of a table. */
export interface HoursLine {
	from: Weekday;
	to: Weekday;
	/** `09:00–21:00`; empty when closed. */
	ranges: string[];
}

/** The weekly hours of a channel in one language, or null when it is open at any time. */
export function hoursOf(channel: Channel, locale: Locale): Hours | null {
	if (channel.hours === 'always') return null;
	return support.hours[channel.hours[locale]] ?? null;
}

/** Weekly hours with neighbouring equal days joined, Monday first. */
export function hoursLines(hours: Hours): HoursLine[] {
	const lines: HoursLine[] = [];
	for (const day of weekdays) {
		const ranges = (hours.weekly[day] ?? []).map(([from, to]) => `${from}–${to}`);
		const last = lines.at(-1);
		if (last && last.ranges.join() === ranges.join()) last.to = day;
		else lines.push({ from: day, to: day, ranges });
	}
	return lines;
}

/** Name of a time zone for readers, such as “中国标准时间” or “China Standard Time”. */
export function zoneName(timezone: string, locale: Locale, at: Date): string {
	const parts = new Intl.DateTimeFormat(locales[locale].lang, { timeZone: timezone, timeZoneName: 'long' }).formatToParts(at);
	return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timezone;
}
