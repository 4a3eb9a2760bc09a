import { describe, it } from 'vitest';

import { support } from '#config/support';
import { openingHours } from '#shared/hours';
import { bookableSlots, findSlot, localDays, slotRules, type SlotRules } from '#shared/slots';

const now = Date.parse('2026-11-23T02:00:00Z');
const dayMs = 86_400_000;

/** Rules in one zone, open 09:00-12:00 every day unless the test says otherwise. */
function rules(
	changes: {
		timezone?: string;
		weekly?: SlotRules['hours']['weekly'];
		days?: SlotRules['hours']['days'];
		callback?: Partial<SlotRules['callback']>;
	} = {},
): SlotRules {
	const everyDay = Object.fromEntries(
		['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['09:00', '12:00']]]),
	);
	return {
		hours: { timezone: changes.timezone ?? 'Asia/Shanghai', weekly: changes.weekly ?? everyDay, days: changes.days ?? {} },
		callback: {
			slotMinutes: 60,
			capacity: 3,
			agents: 3,
			perAgent: 1,
			shifts: [],
			leadMinutes: 60,
			horizonDays: 14,
			blackouts: [],
			load: [],
			...changes.callback,
		},
	};
}

function starts(of: SlotRules, from: string, to: string, at = Date.parse(from) - dayMs): string[] {
	return bookableSlots(of, Date.parse(from), Date.parse(to), at).map(({ start }) => new Date(start).toISOString().slice(0, 16));
}

describe('slots', () => {
	it('fill the opening hours of a day and do not run over their end', ({ expect }) => {
		expect(starts(rules(), '2026-11-24T00:00Z', '2026-11-25T00:00Z')).toEqual([
			'2026-11-24T01:00',
			'2026-11-24T02:00',
			'2026-11-24T03:00',
		]);
		expect(starts(rules({ callback: { slotMinutes: 50 } }), '2026-11-24T00:00Z', '2026-11-25T00:00Z')).toHaveLength(3);
	});

	it('follow each range of a day and stay away on closed days', ({ expect }) => {
		const weekly = {
			tue: [
				['09:00', '10:00'],
				['23:00', '24:00'],
			] as [string, string][],
		};
		expect(starts(rules({ weekly }), '2026-11-23T00:00Z', '2026-11-27T00:00Z')).toEqual(['2026-11-24T01:00', '2026-11-24T15:00']);
	});

	it('stay away on holidays, by the date of the line’s own zone', ({ expect }) => {
		expect(starts(rules({ days: { '2026-11-24': [] } }), '2026-11-23T16:00Z', '2026-11-25T16:00Z')[0]).toBe('2026-11-25T01:00');
	});

	it('keep the notice and the horizon', ({ expect }) => {
		const all = bookableSlots(rules(), 0, now + 100 * dayMs, now);
		expect(new Date(all[0]?.start ?? 0).toISOString()).toBe('2026-11-23T03:00:00.000Z');
		expect(all.at(-1)?.start).toBeLessThanOrEqual(now + 14 * dayMs);
		expect(all.at(-1)?.start).toBeGreaterThan(now + 13 * dayMs);
	});

	it('keep to wall clocks across a clock change', ({ expect }) => {
		const berlin = rules({ timezone: 'Europe/Berlin' });
		expect(starts(berlin, '2027-03-27T00:00Z', '2027-03-28T00:00Z')[0]).toBe('2027-03-27T08:00');
		expect(starts(berlin, '2027-03-28T00:00Z', '2027-03-29T00:00Z')[0]).toBe('2027-03-28T07:00');
	});

	it('lose the hour that a clock change skips and gain the one it repeats', ({ expect }) => {
		const night = rules({ timezone: 'Europe/Berlin', weekly: { sun: [['01:00', '04:00']] } });
		expect(starts(night, '2027-03-28T00:00Z', '2027-03-28T12:00Z')).toEqual(['2027-03-28T00:00', '2027-03-28T01:00']);
		expect(starts(night, '2026-10-24T22:00Z', '2026-10-25T12:00Z')).toHaveLength(4);
	});

	it('do not overlap where one range ends in the skipped hour and so reaches into the next', ({ expect }) => {
		const days: Record<string, [string, string][]> = {
			'2027-03-28': [
				['02:10', '02:50'],
				['03:00', '04:00'],
			],
		};
		const night = rules({ timezone: 'Europe/Berlin', weekly: {}, days, callback: { slotMinutes: 30 } });
		expect(starts(night, '2027-03-27T00:00Z', '2027-03-29T00:00Z')).toEqual(['2027-03-28T01:00', '2027-03-28T01:30']);
	});

	it('have as many seats as there are lines, and as the agents on duty can fill', ({ expect }) => {
		const seats = (callback: Partial<SlotRules['callback']>) =>
			bookableSlots(rules({ callback }), Date.parse('2026-11-24T00:00Z'), Date.parse('2026-11-25T00:00Z'), now).map(
				(slot) => slot.seats,
			);
		expect(seats({ capacity: 3, agents: 5 })).toEqual([3, 3, 3]);
		expect(seats({ capacity: 9, agents: 2, perAgent: 2 })).toEqual([4, 4, 4]);
		expect(seats({ shifts: [{ days: ['tue'], from: '10:00', to: '11:00', agents: 1 }] })).toEqual([3, 1, 3]);
		expect(seats({ shifts: [{ from: '10:30', to: '10:40', agents: 1 }] })).toEqual([3, 1, 3]);
		expect(seats({ agents: 1, shifts: [{ from: '09:30', to: '11:30', agents: 3 }] })).toEqual([1, 3, 1]);
		expect(
			seats({
				shifts: [
					{ from: '09:00', to: '09:30', agents: 2 },
					{ from: '09:30', to: '24:00', agents: 1 },
				],
			}),
		).toEqual([1, 1, 1]);
		expect(seats({ shifts: [{ days: ['wed'], from: '10:00', to: '11:00', agents: 1 }] })).toEqual([3, 3, 3]);
	});

	it('are not offered while nobody is on duty, nor when they touch a time without calls', ({ expect }) => {
		const on = (callback: Partial<SlotRules['callback']>) =>
			starts(rules({ callback }), '2026-11-24T00:00Z', '2026-11-25T00:00Z');
		expect(on({ shifts: [{ from: '09:00', to: '11:00', agents: 0 }] })).toEqual(['2026-11-24T03:00']);
		expect(on({ blackouts: [{ from: '2026-11-24T09:59', to: '2026-11-24T11:00' }] })).toEqual(['2026-11-24T03:00']);
		expect(on({ blackouts: [{ from: '2026-11-20T00:00', to: '2026-11-24T09:00' }] })).toHaveLength(3);
	});

	it('are none in a week that is closed', ({ expect }) => {
		expect(starts(rules({ weekly: {} }), '2026-11-24T00:00Z', '2026-12-01T00:00Z')).toEqual([]);
	});

	it('say when it is usually busy or quiet', ({ expect }) => {
		const load = [
			{ from: '09:00', to: '10:00', load: 'busy' as const },
			{ from: '11:00', to: '12:00', load: 'quiet' as const },
		];
		const slots = bookableSlots(
			rules({ callback: { load } }),
			Date.parse('2026-11-24T00:00Z'),
			Date.parse('2026-11-25T00:00Z'),
			now,
		);
		expect(slots.map((slot) => slot.load)).toEqual(['busy', 'normal', 'quiet']);
	});
});

describe('a wanted start', () => {
	it('is a slot, too late, or was never on offer', ({ expect }) => {
		const at = (iso: string) => findSlot(rules(), Date.parse(iso), now);
		expect(at('2026-11-24T01:00Z')).toMatchObject({
			start: Date.parse('2026-11-24T01:00Z'),
			end: Date.parse('2026-11-24T02:00Z'),
		});
		expect(at('2026-11-23T02:00Z')).toBe('SLOT_PAST');
		expect(at('2026-11-20T02:00Z')).toBe('SLOT_PAST');
		expect(at('2026-11-24T01:01Z')).toBe('INVALID');
		expect(at('2026-11-24T20:00Z')).toBe('INVALID');
		expect(at('2026-12-24T01:00Z')).toBe('INVALID');
	});
});

describe('local days', () => {
	it('begin and end at midnight of the visitor’s zone', ({ expect }) => {
		expect(localDays('Asia/Shanghai', '2026-11-24', 2, now).map((at) => new Date(at).toISOString())).toEqual([
			'2026-11-23T16:00:00.000Z',
			'2026-11-25T16:00:00.000Z',
		]);
	});

	it('begin today when no day is named, and may be shorter than 24 hours', ({ expect }) => {
		const [from] = localDays('America/Los_Angeles', undefined, 1, now);
		expect(new Date(from).toISOString()).toBe('2026-11-22T08:00:00.000Z');
		const [start, end] = localDays('Europe/Berlin', '2027-03-28', 1, now);
		expect(end - start).toBe(23 * 3_600_000);
	});
});

describe('the rules of a language', () => {
	it('come from the hours that its callback channel names', ({ expect }) => {
		expect(slotRules(support, 'zh-cn').hours).toEqual(openingHours(support, 'desk-zh'));
		expect(slotRules(support, 'en').hours).toEqual(openingHours(support, 'desk-en'));
	});

	it('cannot be made without a channel that has hours', ({ expect }) => {
		const without = (channels: typeof support.channels) => () => slotRules({ ...support, channels }, 'en');
		expect(without([])).toThrow('named hours');
		expect(without(support.channels.map((channel) => ({ ...channel, hours: 'always' as const })))).toThrow('named hours');
		expect(without(support.channels.map((channel) => ({ ...channel, hours: { 'zh-cn': 'x', en: 'x' } })))).toThrow(
			'no hours "x"',
		);
	});
});
