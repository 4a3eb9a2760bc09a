import { Temporal } from 'temporal-polyfill';

import { deskTimezone } from './words.ts';

/** The day that an address names, in the desk's zone; today where it names none. */
export function dayOf(asked: string | undefined, time: number): DeskDay {
	return deskDay(parseDay(asked) ?? today(time));
}

/** The day that a form names; none where it names no day that can be planned, since nothing may be changed on another one. */
export function namedDay(text: string): DeskDay | null {
	const date = parseDay(text);
	return date && deskDay(date);
}

/** `count` days from the one that an address names. */
export function daysFrom(asked: string | undefined, count: number, time: number): DeskDay[] {
	const first = parseDay(asked) ?? today(time);
	return Array.from({ length: count }, (_, days) => deskDay(first.add({ days })));
}

/** The date some days before or after another, as `YYYY-MM-DD`. */
export function shiftDay({ date }: DeskDay, days: number): string {
	return Temporal.PlainDate.from(date).add({ days }).toString();
}

function deskDay(date: Temporal.PlainDate): DeskDay {
	const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(deskTimezone).epochMilliseconds;
	return { date: date.toString(), from: startOf(date), until: startOf(date.add({ days: 1 })) };
}

function today(time: number): Temporal.PlainDate {
	return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(deskTimezone).toPlainDate();
}

/** Centuries away nothing is planned, and dates are hard to count. */
function parseDay(text: string | undefined): Temporal.PlainDate | null {
	if (!text || !/^20\d\d-\d\d-\d\d$/.test(text)) return null;
	try {
		return Temporal.PlainDate.from(text, { overflow: 'reject' });
	} catch {
		return null;
	}
}

/** A day of the desk: its date and where it begins and ends, half-open, in epoch milliseconds. */
export interface DeskDay {
	date: string;
	from: number;
	until: number;
}
