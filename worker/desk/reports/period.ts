import { Temporal } from 'temporal-polyfill';

import type { Days } from '../../db/report-requests.ts';

/** How many days a report looks back, today included. */
export const periods = [7, 30, 90] as const;

const usual = 30;
const mostSteps = 31;
const week = 7;

/** The days of a report in the zone of the desk, the last one being that of `now` (epoch milliseconds). */
export function periodOf(length: string | undefined, timezone: string, now: number): Period {
	const count = periods.find((days) => String(days) === length) ?? usual;
	const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
	const dates = Array.from({ length: count }, (_, index) => today.subtract({ days: count - 1 - index }));
	const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(timezone).epochMilliseconds;
	const days = dates.map((date) => [startOf(date), startOf(date.add({ days: 1 }))] as const);
	return {
		count,
		timezone,
		dates: dates.map(String),
		days,
		steps: stepsOf(dates.map(String), days),
		from: startOf(today.subtract({ days: count - 1 })),
		to: startOf(today.add({ days: 1 })),
	};
}

/** Quick changes of a single day say little in three months: then whole weeks, counted from the end. */
function stepsOf(dates: string[], days: Days): Period['steps'] {
	if (days.length <= mostSteps) return { dates, days, isWeeks: false };
	const starts = dates.map((_, index) => index).filter((index) => index === 0 || (days.length - index) % week === 0);
	const endOf = (nth: number) => days[(starts[nth + 1] ?? days.length) - 1]?.[1] ?? 0;
	return {
		dates: starts.map((index) => dates[index] ?? ''),
		days: starts.map((index, nth) => [days[index]?.[0] ?? 0, endOf(nth)] as const),
		isWeeks: true,
	};
}

export interface Period {
	count: (typeof periods)[number];
	timezone: string;
	/** `YYYY-MM-DD`, oldest first. */
	dates: string[];
	days: Days;
	/** The same as far as a line is drawn. */
	steps: { dates: string[]; days: Days; isWeeks: boolean };
	/** First instant, and the first after it, in epoch milliseconds. */
	from: number;
	to: number;
}
