import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, it } from 'vitest';

import { formatDate, formatInstant, formatTime, zoneName } from '#shared/instant';
import { formatNear } from '#shared/near-time';
import { opening, type OpeningHours } from '#shared/opening';
import { openingWords } from '#shared/opening-words';

const lang = fc.constantFrom('en', 'zh-CN');
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const minuteMs = 60_000;
const instant = fc
	.integer({ min: Date.parse('2020-01-01') / minuteMs, max: Date.parse('2040-01-01') / minuteMs })
	.map((at) => at * minuteMs);

/** Minutes around the next time at which a zone's clocks are set. */
const edge = fc.tuple(zone, instant, fc.integer({ min: -90, max: 90 })).map(([timezone, at, minutes]): [string, number] => {
	const next = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).getTimeZoneTransition('next');
	return [timezone, (next?.epochMilliseconds ?? Date.parse('2028-02-28T23:59:00Z')) + minutes * minuteMs];
});
const anywhen = fc.oneof(fc.tuple(zone, instant), edge);

describe('a time as it is shown', () => {
	it('always names its zone, and shows what its clocks show', ({ expect }) => {
		fc.assert(
			fc.property(lang, anywhen, (language, [timezone, at]) => {
				const text = formatInstant(language, at, timezone);
				const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
				expect(text).toContain(zoneName(language, timezone, at));
				expect(text).toContain(zoned.toPlainTime().toString({ smallestUnit: 'minute' }));
				expect(text).toContain(String(zoned.year));
				expect(zoneName(language, timezone, at)).toMatch(/\S/);
			}),
			{ numRuns: 400 },
		);
	});

	it('is never shared by two moments of a zone', ({ expect }) => {
		fc.assert(
			fc.property(lang, edge, fc.constantFrom(30, 60, 120), (language, [timezone, at], minutes) => {
				const later = at + minutes * minuteMs;
				expect(formatInstant(language, at, timezone)).not.toBe(formatInstant(language, later, timezone));
				const isSameDay = formatDate(language, at, timezone) === formatDate(language, later, timezone);
				if (isSameDay) expect(formatTime(language, at, timezone)).not.toBe(formatTime(language, later, timezone));
			}),
			{ numRuns: 400 },
		);
	});

	it('reads as people of each language write it', ({ expect }) => {
		const at = Date.parse('2026-11-24T02:00:00Z');
		expect(formatInstant('en', at, 'Asia/Shanghai')).toBe('Tue, Nov 24, 2026, 10:00 (Shanghai time)');
		expect(formatInstant('zh-CN', at, 'Asia/Shanghai')).toBe('2026年11月24日周二 10:00（北京时间）');
		expect(formatInstant('en', at, 'Asia/Katmandu')).toContain('07:45 (Kathmandu time)');
		expect(formatInstant('en', at, 'UTC')).toContain('02:00 (UTC)');
		expect(formatInstant('en', at, 'Etc/GMT-8')).toContain('10:00 (GMT+8)');
		expect(formatInstant('en', Date.parse('2026-11-01T05:30:00Z'), 'America/New_York')).toContain('01:30 (New York time, GMT-4)');
		expect(formatInstant('zh-CN', Date.parse('2026-11-01T06:30:00Z'), 'America/New_York')).toContain('01:30（纽约时间，GMT-5）');
	});

	it('is as short as its distance allows, and knows the end of a day', ({ expect }) => {
		const now = Date.parse('2026-11-23T02:00:00Z');
		const near = (iso: string, isEnd = false, language = 'en') =>
			formatNear(language, Date.parse(iso), 'Asia/Shanghai', now, isEnd);
		expect(near('2026-11-23T10:00:00Z')).toBe('18:00');
		expect(near('2026-11-24T01:00:00Z')).toBe('Tuesday 09:00');
		expect(near('2026-11-24T01:00:00Z', false, 'zh-CN')).toBe('星期二 09:00');
		expect(near('2026-11-30T01:00:00Z')).toBe('Mon, Nov 30 09:00');
		expect(near('2026-11-23T16:00:00Z', true)).toBe('24:00');
		expect(near('2026-11-23T16:00:00Z')).toBe('Tuesday 00:00');
	});
});

describe('what is said about a line', () => {
	const words = {
		open: 'open',
		closed: 'closed',
		until: 'until {time} ({zone})',
		untilYours: 'until {time} ({zone}; {yours} yours)',
		opens: 'opens {time} ({zone})',
		opensYours: 'opens {time} ({zone}; {yours} yours)',
	};
	const hours: OpeningHours = { timezone: 'Asia/Shanghai', weekly: { mon: [['09:00', '18:00']] }, days: {} };
	const say = (iso: string, reader?: string, of = hours) => {
		const now = Date.parse(iso);
		return openingWords(
			words,
			{ lang: 'en', timezone: of.timezone, zone: zoneName('en', of.timezone, now), reader },
			opening(of, now),
			now,
		);
	};

	it('names the line’s zone, and the reader’s time where it differs', ({ expect }) => {
		expect(say('2026-11-23T02:00:00Z')).toBe('until 18:00 (Shanghai time)');
		expect(say('2026-11-23T02:00:00Z', 'Asia/Singapore')).toBe('until 18:00 (Shanghai time)');
		expect(say('2026-11-23T02:00:00Z', 'Europe/Berlin')).toBe('until 18:00 (Shanghai time; 11:00 yours)');
		expect(say('2026-11-23T12:00:00Z', 'America/New_York')).toBe('opens Mon, Nov 30 09:00 (Shanghai time; Sunday 20:00 yours)');
	});

	it('promises nothing that never comes', ({ expect }) => {
		expect(say('2026-11-23T02:00:00Z', 'UTC', { ...hours, weekly: {} })).toBe('closed');
	});
});
