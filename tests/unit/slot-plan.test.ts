import { describe, it } from 'vitest';

import { planSlots, type PlanOptions } from '#shared/slot-plan';

const slot = (start: string, load: 'quiet' | 'busy' | 'normal' = 'normal', remaining = 1) => ({
	start,
	end: start,
	remaining,
	load,
});

const now = Date.parse('2026-11-23T02:00:00Z');
const holidays = { timezone: 'Asia/Shanghai', names: {} };
const plan = (slots: Parameters<typeof planSlots>[0], timezone = 'UTC', more: Partial<PlanOptions> = {}) =>
	planSlots(slots, { lang: 'en', timezone, now, days: 14, holidays, ...more });

describe('the times that a reader chooses among', () => {
	it('stand in weeks of seven days from the first on to the last, closed days included', ({ expect }) => {
		const { weeks } = plan([slot('2026-11-27T02:00:00Z'), slot('2026-12-05T02:00:00Z')]);
		expect(weeks.map((week) => week.map(({ free }) => free.length))).toEqual([
			[1, 0, 0, 0, 0, 0, 0],
			[0, 1],
		]);
	});

	it('name a holiday of the line: between slots, and where it keeps the first one back', ({ expect }) => {
		const names = { '2026-11-24': 'One', '2026-11-25': 'Two', '2026-11-27': 'Three', '2026-12-30': 'Far' };
		const slots = [slot('2026-11-26T02:00:00Z'), slot('2026-11-28T02:00:00Z')];
		const named = (zone: string, more = slots) =>
			plan(more, zone, { holidays: { ...holidays, names } }).weeks.flatMap((week) => week.map(({ holiday }) => holiday));
		expect(named('Asia/Shanghai')).toEqual(['One', 'Two', undefined, 'Three', undefined]);
		// The evening before is the line's holiday already, by clocks that are 13 hours behind.
		expect(named('America/New_York')).toEqual(['One', 'One', undefined, 'Three', undefined]);
		expect(named('Asia/Shanghai', [])).toEqual([]);
	});

	it('belong to the day of the reader’s own clocks', ({ expect }) => {
		const days = (zone: string) => plan([slot('2026-11-24T02:00:00Z')], zone).weeks[0]?.[0]?.label;
		expect([days('America/New_York'), days('Asia/Shanghai')]).toEqual(['Mon, Nov 23', 'Tue, Nov 24']);
	});

	it('tell a time apart that comes twice when clocks are set back', ({ expect }) => {
		const { weeks } = plan([slot('2026-11-01T05:30:00Z'), slot('2026-11-01T06:30:00Z')], 'America/New_York');
		expect(weeks[0]?.[0]?.free.map(({ time }) => time)).toEqual(['01:30 GMT-4', '01:30 GMT-5']);
	});

	it('begin with quieter ones, one of each day, and none at night where the day has any', ({ expect }) => {
		const quiet = ['2026-11-24T05:00:00Z', '2026-11-24T13:00:00Z', '2026-11-25T05:00:00Z', '2026-11-25T14:00:00Z'];
		const slots = [slot('2026-11-24T04:00:00Z', 'busy'), ...quiet.map((start) => slot(start, 'quiet'))];
		const suggested = (zone: string) => plan(slots, zone).suggested.map(({ start }) => start);
		expect(suggested('Asia/Shanghai')).toEqual(['2026-11-24T05:00:00Z', '2026-11-25T05:00:00Z']);
		expect(suggested('America/New_York')).toEqual(['2026-11-24T13:00:00Z', '2026-11-25T14:00:00Z']);
		expect(plan([slot('2026-11-24T05:00:00Z', 'quiet')], 'America/New_York').suggested).toHaveLength(1);
	});

	it('are none when there are none', ({ expect }) => {
		expect(plan([])).toEqual({ suggested: [], reason: 'suggested', weeks: [] });
	});

	it('puts what is nearest to a full time first, as long as it is free', ({ expect }) => {
		const slots = [slot('2026-11-24T02:00:00Z'), slot('2026-11-24T05:00:00Z', 'quiet')];
		const near = plan(slots, 'UTC', { nearest: ['2026-11-24T02:00:00Z'] });
		expect([near.reason, near.suggested.map(({ start }) => start)]).toEqual(['nearest', ['2026-11-24T02:00:00Z']]);
		const gone = plan(
			slots.map((one) => ({ ...one, remaining: one.load === 'quiet' ? 1 : 0 })),
			'UTC',
			{ nearest: ['2026-11-24T02:00:00Z'] },
		);
		expect([gone.reason, gone.suggested.length]).toEqual(['suggested', 1]);
	});
});
