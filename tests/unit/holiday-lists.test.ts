import { describe, it } from 'vitest';

import { endingHolidays, openHolidays } from '#shared/holiday-lists';

describe('lists of holidays', () => {
	const ends = (years: number[], day: string) =>
		endingHolidays(
			years.map((year) => ({ id: 'china', year })),
			Date.parse(day),
		).map(({ year }) => year);

	it('end with their last year', ({ expect }) => {
		expect([ends([2026, 2027], '2027-11-01'), ends([2026, 2027], '2027-11-03'), ends([], '2027-11-03')]).toEqual([
			[],
			[2027],
			[],
		]);
	});

	it('end before a year that is missing, whatever comes after it', ({ expect }) => {
		const days = ['2026-10-31', '2026-11-03', '2027-06-01', '2028-06-01', '2028-11-03'];
		expect(days.map((day) => ends([2028, 2026], day))).toEqual([[], [2026], [2026], [], [2028]]);
	});
});

describe('holidays that no notice has confirmed', () => {
	it('are told from sixty days before their year to its end', ({ expect }) => {
		const lists = [
			{ year: 2026, confirmed: true },
			{ year: 2027, confirmed: false },
		];
		const years = (day: string) => openHolidays(lists, Date.parse(day)).map(({ year }) => year);
		expect(['2026-11-01', '2026-11-03', '2027-12-31', '2028-01-01'].map(years)).toEqual([[], [2027], [2027], []]);
	});
});
