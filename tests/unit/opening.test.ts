import { describe, it } from 'vitest';

import { opening, type OpeningHours } from '#shared/opening';

const hours: OpeningHours = {
	timezone: 'Asia/Shanghai',
	weekly: {
		mon: [
			['14:00', '18:00'],
			['09:00', '12:00'],
		],
		tue: [['09:00', '24:00']],
	},
	days: {},
};

/** Whether it is open at an instant, and when that changes, to the minute in UTC. */
function at(iso: string, days: OpeningHours['days'] = {}, of: OpeningHours = hours): [isOpen: boolean, change: string | null] {
	const { isOpen, change } = opening({ ...of, days: { ...of.days, ...days } }, Date.parse(iso));
	return [isOpen, change === null ? null : new Date(change).toISOString().slice(0, 16)];
}

describe('opening', () => {
	it('is open within a range, until its end', ({ expect }) => {
		expect(at('2026-11-23T01:00:00Z')).toEqual([true, '2026-11-23T04:00']);
		expect(at('2026-11-23T03:59:59.999Z')).toEqual([true, '2026-11-23T04:00']);
		expect(at('2026-11-24T15:59:00Z')).toEqual([true, '2026-11-24T16:00']);
	});

	it('changes at the very minute', ({ expect }) => {
		expect(at('2026-11-23T00:59:59.999Z')).toEqual([false, '2026-11-23T01:00']);
		expect(at('2026-11-23T04:00:00Z')).toEqual([false, '2026-11-23T06:00']);
	});

	it('names the next day that is open, over closed days and holidays', ({ expect }) => {
		expect(at('2026-11-25T04:00:00Z')).toEqual([false, '2026-11-30T01:00']);
		expect(at('2026-11-25T04:00:00Z', { '2026-11-30': [] })).toEqual([false, '2026-12-01T01:00']);
		expect(at('2026-11-23T02:00:00Z', { '2026-11-23': [] })).toEqual([false, '2026-11-24T01:00']);
	});

	it('keeps the hours of a special day, whatever weekday it is', ({ expect }) => {
		expect(at('2026-11-25T04:00:00Z', { '2026-11-28': [['10:00', '11:00']] })).toEqual([false, '2026-11-28T02:00']);
	});

	it('goes by the day in the line’s zone', ({ expect }) => {
		expect(at('2026-11-22T16:30:00Z')).toEqual([false, '2026-11-23T01:00']);
	});

	it('takes a night as one piece', ({ expect }) => {
		const night = { ...hours, weekly: { mon: [['20:00', '24:00']], tue: [['00:00', '02:00']] } } as OpeningHours;
		expect(at('2026-11-23T13:00:00Z', {}, night)).toEqual([true, '2026-11-23T18:00']);
		expect(at('2026-11-23T17:00:00Z', {}, night)).toEqual([true, '2026-11-23T18:00']);
	});

	it('stays open where the skipped hour of one range lies in the next', ({ expect }) => {
		const ranges: [string, string][] = [
			['02:10', '02:50'],
			['03:00', '04:00'],
		];
		const night = { timezone: 'Europe/Berlin', weekly: {}, days: { '2027-03-28': ranges } };
		expect(at('2027-03-28T01:05:00Z', {}, night)).toEqual([true, '2027-03-28T02:00']);
	});

	it('does not reach into the next day with times that are skipped', ({ expect }) => {
		const late: OpeningHours = { timezone: 'America/Nuuk', weekly: {}, days: { '2027-03-27': [['23:10', '23:50']] } };
		expect(at('2027-03-28T01:20:00Z', {}, late)).toEqual([false, null]);
	});

	it('never closes around the clock, and never opens where every day is closed', ({ expect }) => {
		const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
		const always = { ...hours, weekly: Object.fromEntries(days.map((day) => [day, [['00:00', '24:00']]])) };
		expect(at('2026-11-23T00:00:00Z', {}, always)).toEqual([true, null]);
		expect(at('2026-11-23T00:00:00Z', {}, { ...hours, weekly: {} })).toEqual([false, null]);
	});

	it('moves with the clocks of the line', ({ expect }) => {
		const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
		const newYork: OpeningHours = {
			timezone: 'America/New_York',
			weekly: Object.fromEntries(days.map((day) => [day, [['09:00', '17:00']]])),
			days: {},
		};
		expect(at('2027-03-13T23:00:00Z', {}, newYork)).toEqual([false, '2027-03-14T13:00']);
		expect(at('2027-03-12T23:00:00Z', {}, newYork)).toEqual([false, '2027-03-13T14:00']);
	});
});
