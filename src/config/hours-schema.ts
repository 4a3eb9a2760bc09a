import * as z from 'zod';

import { localeIds } from './locales.ts';
import { isSkipped } from './skipped-times.ts';
import { isTimezone } from '#shared/timezone';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Words in every language. */
export const localized = z.record(z.enum(localeIds), z.string().min(1));
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'write a time as HH:MM, from 00:00 to 24:00');
const timezone = z.string().refine(isTimezone, 'unknown IANA time zone');
const range = z
	.tuple([timeOfDay, timeOfDay])
	.refine(([from, to]) => from < to, 'a range must end after it starts; split one that crosses midnight');

/** Ranges of one day, in any order, without a minute that belongs to two of them. */
const ranges = z.array(range).check((ctx) => {
	const sorted = ctx.value.toSorted(([a], [b]) => (a < b ? -1 : 1));
	for (const [index, [from, to]] of sorted.entries()) {
		const next = sorted[index + 1];
		if (next && next[0] < to) {
			ctx.issues.push({ code: 'custom', input: ctx.value, message: `${from}–${to} overlaps with ${next[0]}–${next[1]}` });
		}
	}
});

/** A date with hours of its own: none is closed. */
const SpecialDaySchema = z.strictObject({ date: z.iso.date(), name: localized, ranges });

/** When somebody answers, in the words of clocks in one zone. */
export const HoursSchema = z
	.strictObject({
		/** IANA zone in which all times below are meant. */
		timezone,
		/** Opening ranges of each weekday; a missing day is closed. */
		weekly: z.partialRecord(z.enum(weekdays), ranges.min(1)),
		/** Pauses on every day that is open then. */
		breaks: ranges.default([]),
		/** Lists of holidays that are kept; on a day that a list makes a working day, Monday's hours hold where the day is closed otherwise. */
		holidays: z.array(z.string()).default([]),
		/** Dates with hours of their own, whatever the week and the lists say. */
		special: z.array(SpecialDaySchema).default([]),
	})
	.check((ctx) => {
		const { timezone, weekly, breaks, special } = ctx.value;
		const fail = (input: unknown, message: string) => ctx.issues.push({ code: 'custom', input, message });
		for (const [from, to] of breaks) {
			const isInside = Object.values(weekly).some((day) => day.some(([opens, closes]) => opens < from && to < closes));
			if (!isInside) fail(breaks, `the break ${from}–${to} lies in no opening range`);
		}
		for (const date of twice(special.map((day) => day.date))) fail(special, `${date} has special hours twice`);
		for (const { date, ranges } of special)
			for (const time of ranges.flat())
				if (isSkipped(date, time, timezone))
					fail(special, `there is no ${time} on ${date} in ${timezone}, where clocks are set forward`);
	});

/** The days off of one region and year, as published. */
export const HolidayListSchema = z
	.strictObject({
		id: z.string().regex(/^[a-z-]+$/),
		year: z.int().min(2020).max(2100),
		/** Where the days are published: title, number or address. */
		source: z.string().min(1),
		/** When the source was published, or looked at where it has no date. */
		published: z.iso.date(),
		/** False while only the days that the law itself fixes are known, and no notice says how they are swapped. */
		confirmed: z.boolean(),
		days: z.array(z.strictObject({ date: z.iso.date(), name: localized, work: z.boolean().default(false) })).min(1),
	})
	.check((ctx) => {
		const { id, year, days } = ctx.value;
		const dates = days.map(({ date }) => date);
		const fail = (message: string) => ctx.issues.push({ code: 'custom', input: days, message });
		for (const date of twice(dates)) fail(`the holidays "${id}" name ${date} twice`);
		for (const date of dates)
			if (!date.startsWith(`${year}-`)) fail(`${date} does not belong to the holidays "${id}" of ${year}`);
	});

/** The values that occur more than once, each once. */
export function twice(values: readonly string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

export type Hours = z.output<typeof HoursSchema>;
export type HolidayList = z.output<typeof HolidayListSchema>;
