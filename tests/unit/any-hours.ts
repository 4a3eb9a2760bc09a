import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import type { OpeningHours } from '#shared/opening';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Zones whose clocks are set: at midnight, before it, by half an hour, by two, around a month of fasting. */
const changing = [
	'Europe/Berlin',
	'America/Havana',
	'America/Nuuk',
	'Australia/Lord_Howe',
	'Antarctica/Troll',
	'Africa/Casablanca',
];
export const anyZone = fc.oneof(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), fc.constantFrom(...changing));
const instant = fc
	.integer({ min: Date.parse('2024-01-01') / minuteMs, max: Date.parse('2037-01-01') / minuteMs })
	.map((at) => at * minuteMs);

const nearby = fc.oneof(fc.integer({ min: -120, max: 120 }), fc.integer({ min: -1500, max: 1500 }));

/** A moment in a zone: any, around the next time at which its clocks are set, on a leap day, or at the end of a year. */
export const anyMoment = fc.tuple(anyZone, instant, fc.constantFrom('any', 'change', 'change', 'leap', 'year'), nearby);

/** A line that is open at any times of any days, midnight and the hours of clock changes among them. */
export const anyLine: fc.Arbitrary<{ at: number; hours: OpeningHours }> = anyMoment.chain(([timezone, from, kind, minutes]) => {
	const near = nearOf(timezone, from, kind);
	// The last minute before clocks are set shows where the skipped or repeated hour begins.
	const zoned = Temporal.Instant.fromEpochMilliseconds(near - minuteMs).toZonedDateTimeISO(timezone);
	const date = zoned.toPlainDate();
	const dates = [-1, 0, 1].map((days) => date.add({ days }).toString());
	const ranges = anyRanges(zoned.hour * 60 + zoned.minute + 1);
	return fc.record({
		at: fc.constant(near + minutes * minuteMs),
		hours: fc.record({
			timezone: fc.constant(timezone),
			weekly: fc.dictionary(fc.constantFrom(...weekdays), ranges, { maxKeys: 7 }),
			days: fc.record(Object.fromEntries(dates.map((day) => [day, ranges])), {
				requiredKeys: kind === 'change' ? dates.slice(1, 2) : [],
			}),
		}),
	});
});

function nearOf(timezone: string, at: number, kind: string): number {
	const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
	if (kind === 'change') return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? at;
	if (kind === 'leap') return Date.UTC(zoned.year - (zoned.year % 4), 1, 29);
	return kind === 'year' ? Date.UTC(zoned.year + 1) : at;
}

/** Ranges of one day that do not overlap, in any order; some touch. Midnight and the two hours from a minute on come more often. */
function anyRanges(near: number): fc.Arbitrary<[string, string][]> {
	const steps = fc.oneof(
		fc.constantFrom(0, 24 * 60),
		fc.integer({ min: 0, max: 24 * 12 }).map((step) => step * 5),
		fc.integer({ min: -2, max: 14 }).map((step) => Math.max(0, Math.min(24 * 60, near + step * 10))),
	);
	return fc.uniqueArray(steps, { maxLength: 8 }).map((minutes) => {
		const times = minutes.toSorted((a, b) => a - b).map(formatTime);
		const ranges = times.slice(1).map((to, index): [string, string] => [times[index] ?? '', to]);
		return ranges.filter((_, index) => index % 3 !== 1).toReversed();
	});
}

/** `HH:MM` by minutes of the day. */
function formatTime(minutes: number): string {
	return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
