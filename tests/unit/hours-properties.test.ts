import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, it } from 'vitest';

import { opening, rangesOn, type OpeningHours } from '#shared/opening';
import { planSlots } from '#shared/slot-plan';
import { bookableSlots, findSlot, slotsBetween, type SlotRules } from '#shared/slots';
import { wallClock } from '#shared/zoned';

import { anyLine, anyMoment, anyZone, dayMs, minuteMs } from './any-hours.ts';

const callback = {
	capacity: 3,
	agents: 3,
	perAgent: 1,
	shifts: [],
	leadMinutes: 0,
	horizonDays: 60,
	blackouts: [],
	load: [],
} as const;
const rulesOf = (hours: OpeningHours, slotMinutes: number) =>
	({ hours, callback: { ...callback, slotMinutes } }) as unknown as SlotRules;
const slotMinutes = fc.constantFrom(5, 20, 30, 45, 60, 120);

/** When a line is open around an instant, by another calendar than ours; a day's times end with the day. */
function spansAround({ timezone, ...hours }: OpeningHours, at: number, days: number): { from: number; to: number }[] {
	const first = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().subtract({ days: 2 });
	return Array.from({ length: days + 4 }, (_, index) => first.add({ days: index })).flatMap((date) => {
		const end = date.add({ days: 1 }).toZonedDateTime(timezone).epochMilliseconds;
		const instantOf = (time: string) =>
			time === '24:00' ? end : Math.min(end, date.toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds);
		return rangesOn({ timezone, ...hours }, date.toString()).map(([from, to]) => ({ from: instantOf(from), to: instantOf(to) }));
	});
}

describe('slots of any line, in any zone, on any day', () => {
	it('lie in its hours, have their exact length, follow each other, and can each be booked', ({ expect }) => {
		fc.assert(
			fc.property(anyLine, slotMinutes, ({ hours, at }, minutes) => {
				const rules = rulesOf(hours, minutes);
				const slots = slotsBetween(rules, at - 1.5 * dayMs, at + 1.5 * dayMs);
				for (const [index, slot] of slots.entries()) {
					expect(slot.end - slot.start).toBe(minutes * minuteMs);
					expect(slot.start).toBeGreaterThanOrEqual(slots[index - 1]?.end ?? 0);
				}
				const every = Math.ceil(slots.length / 8);
				for (const slot of slots.filter((_, index) => index % every === 0)) {
					const { isOpen, change } = opening(hours, slot.start);
					expect([isOpen, (change ?? Infinity) >= slot.end]).toEqual([true, true]);
					expect(findSlot(rules, slot.start, slot.start)).toEqual(slot);
					expect(findSlot(rules, slot.start + minuteMs, slot.start)).toBe('INVALID');
				}
			}),
			{ numRuns: 120 },
		);
	});

	it('leave no room for another one in any range', ({ expect }) => {
		fc.assert(
			fc.property(anyLine, slotMinutes, ({ hours, at }, minutes) => {
				const length = minutes * minuteMs;
				const slots = slotsBetween(rulesOf(hours, minutes), at - 4 * dayMs, at + 4 * dayMs);
				for (const { from, to } of spansAround(hours, at, 1)) {
					const inside = slots.filter(({ start, end }) => start < to && end > from);
					const edges = [from, ...inside.flatMap(({ start, end }) => [start, end]), to];
					const gaps = edges.flatMap((edge, index) => (index % 2 === 1 ? [edge - (edges[index - 1] ?? 0)] : []));
					expect(Math.max(...gaps)).toBeLessThan(length);
				}
			}),
			{ numRuns: 120 },
		);
	});
});

describe('whether any line is open', () => {
	it('is what its hours say at every minute, and changes first when it says so', ({ expect }) => {
		fc.assert(
			fc.property(anyLine, ({ hours, at }) => {
				const spans = spansAround(hours, at, 36);
				const isOpenAt = (time: number) => spans.some(({ from, to }) => from <= time && time < to);
				const { isOpen, change } = opening(hours, at);
				expect(isOpen).toBe(isOpenAt(at));
				const until = change ?? at + 30 * dayMs;
				// Nothing changes but where a range begins or ends.
				const edges = spans.flatMap(({ from, to }) => [from, to]).filter((edge) => at < edge && edge < until);
				for (const edge of [...edges, until - minuteMs].filter((time) => time >= at)) expect(isOpenAt(edge)).toBe(isOpen);
				if (change !== null) expect([change > at, isOpenAt(change)]).toEqual([true, !isOpen]);
			}),
			{ numRuns: 120 },
		);
	});
});

describe('the weeks in which slots are shown', () => {
	it('hold every free slot once, on its day by the reader’s clocks, and no day twice', ({ expect }) => {
		const load = fc.constantFrom('quiet' as const, 'normal' as const, 'busy' as const);
		fc.assert(
			fc.property(anyLine, anyMoment, anyZone, slotMinutes, load, ({ hours, at }, [reader], zone, minutes, kind) => {
				const times = bookableSlots(rulesOf(hours, minutes), at, at + 9 * dayMs, at).slice(0, 60);
				const slots = times.map(({ start, end }) => ({
					start: new Date(start).toISOString(),
					end: new Date(end).toISOString(),
					remaining: (start / minuteMs) % 3,
					load: kind,
				}));
				const names = { [wallClock(at + dayMs, zone).date]: 'Holiday' };
				const { weeks, suggested } = planSlots(slots, {
					lang: 'en',
					timezone: reader,
					now: at,
					days: 14,
					holidays: { timezone: zone, names },
				});
				const days = weeks.flat();
				const free = slots.flatMap(({ start, remaining }) => (remaining > 0 ? [start] : []));
				expect(days.flatMap((day) => day.free.map(({ start }) => start))).toEqual(free);
				for (const { label, free, none } of days) {
					expect(none === undefined).toBe(free.length > 0);
					for (const { day } of free) expect(day).toBe(label);
				}
				expect(new Set(days.map(({ label }) => label)).size).toBe(days.length);
				for (const week of weeks) expect(week.length).toBeLessThanOrEqual(7);
				for (const { start } of suggested) expect(free).toContain(start);
			}),
			{ numRuns: 120 },
		);
	});
});
