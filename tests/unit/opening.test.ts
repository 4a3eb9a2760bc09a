import { describe, it } from 'vitest';

import { opening } from '#shared/opening';

const hours = {
	timezone: 'Asia/Shanghai',
	weekly: {
		mon: [
			['14:00', '18:00'],
			['09:00', '12:00'],
		] as [string, string][],
		tue: [['09:00', '24:00']] as [string, string][],
	},
};

const at = (iso: string, holidays: string[] = []) => opening(hours, holidays, new Date(iso));

describe('opening', () => {
	it('is open within a range, until its end', ({ expect }) => {
		expect(at('2026-11-23T01:00:00Z')).toEqual({ open: true, until: '12:00' });
		expect(at('2026-11-23T03:59:59Z')).toEqual({ open: true, until: '12:00' });
		expect(at('2026-11-24T15:59:00Z')).toEqual({ open: true, until: '24:00' });
	});

	it('names the next range of the same day', ({ expect }) => {
		expect(at('2026-11-23T00:59:00Z')).toEqual({ open: false, next: { date: '2026-11-23', time: '09:00' } });
		expect(at('2026-11-23T04:00:00Z')).toEqual({ open: false, next: { date: '2026-11-23', time: '14:00' } });
	});

	it('names the next day that is open, over closed days and holidays', ({ expect }) => {
		expect(at('2026-11-25T04:00:00Z')).toEqual({ open: false, next: { date: '2026-11-30', time: '09:00' } });
		expect(at('2026-11-25T04:00:00Z', ['2026-11-30'])).toEqual({ open: false, next: { date: '2026-12-01', time: '09:00' } });
		expect(at('2026-11-23T02:00:00Z', ['2026-11-23'])).toEqual({ open: false, next: { date: '2026-11-24', time: '09:00' } });
	});

	it('goes by the day in the channel’s zone', ({ expect }) => {
		expect(at('2026-11-22T16:30:00Z')).toEqual({ open: false, next: { date: '2026-11-23', time: '09:00' } });
	});

	it('promises nothing that never comes', ({ expect }) => {
		expect(opening({ timezone: 'UTC', weekly: {} }, [], new Date('2026-11-23T00:00:00Z'))).toEqual({ open: false, next: null });
	});
});
