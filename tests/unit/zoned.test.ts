import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, it } from 'vitest';

import { instantAt, isRepeated, offsetAt, wallClock } from '#shared/zoned';

const zones = Intl.supportedValuesOf('timeZone');
const zone = fc.constantFrom(...zones);
const minuteMs = 60_000;
const instant = fc
	.integer({ min: Date.parse('2020-01-01') / minuteMs, max: Date.parse('2040-01-01') / minuteMs })
	.map((at) => at * minuteMs);

function temporal(at: number, timezone: string): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
}

/** Instants around a clock change of a zone, and around midnight and leap days. */
const edge = fc.tuple(zone, instant, fc.integer({ min: -180, max: 180 })).map(([timezone, at, minutes]): [string, number] => {
	const change = temporal(at, timezone).getTimeZoneTransition('next')?.epochMilliseconds;
	const near = change && change < Date.parse('2040-01-01') ? change : Date.parse('2028-02-29T00:00:00Z');
	return [timezone, near + minutes * minuteMs];
});

describe('clocks of every zone', () => {
	it('show what Temporal says', ({ expect }) => {
		fc.assert(
			fc.property(fc.oneof(fc.tuple(zone, instant), edge), ([timezone, at]) => {
				const zoned = temporal(at, timezone);
				expect(wallClock(at, timezone)).toEqual({
					date: zoned.toPlainDate().toString(),
					time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
				});
				expect(offsetAt(at, timezone)).toBe(zoned.offsetNanoseconds / 1e6);
			}),
			{ numRuns: 400 },
		);
	});

	it('are read as Temporal reads them, times that come twice or never included', ({ expect }) => {
		fc.assert(
			fc.property(fc.oneof(fc.tuple(zone, instant), edge), ([timezone, at]) => {
				const { date, time } = wallClock(at, timezone);
				const skipped = temporal(at, timezone).toPlainDateTime().subtract({ minutes: 45 });
				expect(instantAt(date, time, timezone)).toBe(
					Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timezone).epochMilliseconds,
				);
				expect(instantAt(skipped.toPlainDate().toString(), skipped.toPlainTime().toString().slice(0, 5), timezone)).toBe(
					skipped.toZonedDateTime(timezone).epochMilliseconds,
				);
			}),
			{ numRuns: 400 },
		);
	});

	it('know the times that come twice', ({ expect }) => {
		fc.assert(
			fc.property(fc.oneof(fc.tuple(zone, instant), edge), ([timezone, at]) => {
				const local = temporal(at, timezone).toPlainDateTime();
				const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
					local.toZonedDateTime(timezone, { disambiguation }),
				);
				const isTwice = first && last ? first.epochMilliseconds !== last.epochMilliseconds : false;
				expect(isRepeated(at, timezone)).toBe(isTwice);
			}),
			{ numRuns: 400 },
		);
	});

	it('end a day at the start of the next', ({ expect }) => {
		expect(instantAt('2028-02-29', '24:00', 'Asia/Shanghai')).toBe(Date.parse('2028-02-29T16:00:00Z'));
		// Samoa had no 30 December 2011.
		expect(instantAt('2011-12-29', '24:00', 'Pacific/Apia')).toBe(Date.parse('2011-12-30T10:00:00Z'));
	});
});
