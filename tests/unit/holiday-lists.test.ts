import { describe, it } from 'vitest';

import { openHolidays } from '#shared/holiday-lists';

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
