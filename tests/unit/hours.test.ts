import { describe, it } from 'vitest';

import { CallbackConfigSchema } from '#config/callback-schema';
import { holidayLists } from '#config/holidays';
import { HolidayListSchema, HoursSchema } from '#config/hours-schema';
import { SiteSchema, SupportSchema, type Channel } from '#config/schema';
import { site } from '#config/site';
import { support } from '#config/support';
import { channelHours, openingHours } from '#shared/hours';
import { rangesOn, type OpeningHours } from '#shared/opening';

import { usualLoad } from '../../src/lib/hours.ts';

const name = { 'zh-cn': '名', en: 'Name' };
const timezone = 'Asia/Shanghai';

function messages(result: { success: boolean; error?: { issues: { message: string }[] } | undefined }): string[] {
	return result.error?.issues.map(({ message }) => message) ?? [];
}

const hoursErrors = (hours: object) => messages(HoursSchema.safeParse({ timezone, weekly: {}, ...hours }));
const callback = { slotMinutes: 30, capacity: 3, agents: 3, leadMinutes: 60, horizonDays: 14, load: [] };
const callbackErrors = (changes: object) => messages(CallbackConfigSchema.safeParse({ ...callback, ...changes }));

describe('hours that cannot be stop the build', () => {
	it('when ranges overlap, touching ones aside', ({ expect }) => {
		expect(
			hoursErrors({
				weekly: {
					mon: [
						['13:00', '18:00'],
						['09:00', '13:30'],
					],
				},
			}),
		).toEqual(['09:00–13:30 overlaps with 13:00–18:00']);
		expect(
			hoursErrors({
				weekly: {
					mon: [
						['13:00', '18:00'],
						['09:00', '13:00'],
					],
				},
			}),
		).toEqual([]);
	});

	it('when a time or a zone does not exist, or a range ends before it starts', ({ expect }) => {
		expect(hoursErrors({ weekly: { mon: [['09:00', '25:00']] } })).toEqual(['write a time as HH:MM, from 00:00 to 24:00']);
		expect(hoursErrors({ weekly: { mon: [['22:00', '02:00']] } })[0]).toContain('split one that crosses midnight');
		expect(hoursErrors({ timezone: 'Mars/Olympus' })).toEqual(['unknown IANA time zone']);
	});

	it('when a break lies in no opening range, or a special day comes twice', ({ expect }) => {
		expect(hoursErrors({ weekly: { mon: [['09:00', '12:00']] }, breaks: [['12:00', '13:00']] })).toEqual([
			'the break 12:00–13:00 lies in no opening range',
		]);
		const special = { date: '2026-12-24', name, ranges: [] };
		expect(hoursErrors({ special: [special, special] })).toEqual(['2026-12-24 has special hours twice']);
	});

	it('when shifts or loads overlap, or a time without calls ends before it starts', ({ expect }) => {
		const shift = { from: '09:00', to: '12:00', agents: 1 };
		expect(callbackErrors({ shifts: [shift, { ...shift, days: ['mon'], from: '11:00' }] })).toEqual([
			'shifts: 09:00–12:00 overlaps with 11:00–12:00',
		]);
		expect(
			callbackErrors({
				shifts: [
					{ ...shift, days: ['tue'] },
					{ ...shift, days: ['mon'] },
				],
			}),
		).toEqual([]);
		expect(callbackErrors({ load: [{ from: '12:00', to: '10:00', load: 'busy' }] })).toEqual([
			'load: 12:00–10:00 must end after it starts',
		]);
		expect(callbackErrors({ blackouts: [{ from: '2026-12-02T10:00', to: '2026-12-01T10:00' }] })).toHaveLength(1);
		expect(callbackErrors({ blackouts: [{ from: '2026-02-30T10:00', to: '2026-12-01T10:00' }] })).toContain(
			'there is no such day',
		);
	});

	it('when times without calls overlap', ({ expect }) => {
		const blackouts = [
			{ from: '2026-12-02T10:00', to: '2026-12-02T12:00' },
			{ from: '2026-12-01T10:00', to: '2026-12-02T11:00' },
		];
		expect(callbackErrors({ blackouts })).toEqual([
			'blackouts: 2026-12-01T10:00 to 2026-12-02T11:00 overlaps with 2026-12-02T10:00 to 2026-12-02T12:00',
		]);
		expect(callbackErrors({ blackouts: [{ from: '2026-13-45T10:00', to: '2027-01-01T10:00' }] })).toEqual([
			'there is no such day',
		]);
	});

	it('when a clock change skips a time of a special day, or of one without calls', ({ expect }) => {
		const night = (ranges: [string, string][]) =>
			hoursErrors({ timezone: 'Europe/Berlin', special: [{ date: '2027-03-28', name, ranges }] });
		expect(night([['02:30', '05:00']])).toEqual([
			'there is no 02:30 on 2027-03-28 in Europe/Berlin, where clocks are set forward',
		]);
		expect([night([['01:30', '03:00']]), night([['20:00', '24:00']])]).toEqual([[], []]);
		const hours = { ...support.hours, 'desk-en': { ...support.hours['desk-en'], timezone: 'Europe/Berlin' } };
		const callbackOf = (from: string) => ({ ...support.callback, blackouts: [{ from, to: '2027-03-28T09:00' }] });
		const errors = (from: string) => messages(SupportSchema.safeParse({ ...support, hours, callback: callbackOf(from) }));
		expect(errors('2027-03-28T02:30')).toEqual([
			'blackouts: there is no 2027-03-28T02:30 in Europe/Berlin, where clocks are set forward',
		]);
		expect(errors('2027-03-28T03:00')).toEqual([]);
	});

	it('when hours keep holidays that no list has, or a list is there twice', ({ expect }) => {
		const hours = { ...support.hours, 'desk-en': { ...support.hours['desk-en'], holidays: ['moon'] } };
		expect(messages(SupportSchema.safeParse({ ...support, hours }))).toEqual([
			'hours "desk-en" keep the holidays "moon", which do not exist',
		]);
		const holidays = [...support.holidays, ...support.holidays.slice(0, 1)];
		expect(messages(SupportSchema.safeParse({ ...support, holidays }))).toEqual(['the holidays "china 2026" are there twice']);
	});

	it('when a list names a day twice or one of another year', ({ expect }) => {
		const day = { date: '2026-10-01', name };
		const list = { id: 'x', year: 2026, source: 'x', published: '2026-01-01', confirmed: true };
		expect(messages(HolidayListSchema.safeParse({ ...list, days: [day, day] }))).toEqual([
			'the holidays "x" name 2026-10-01 twice',
		]);
		expect(messages(HolidayListSchema.safeParse({ ...list, days: [{ ...day, date: '2027-10-01' }] }))).toHaveLength(1);
	});
});

describe('lines whose slots cross', () => {
	const line = (ranges: [string, string][], more: object = {}) => ({ timezone, weekly: { mon: ranges }, ...more });
	const faults = (zh: object, en: object, slotMinutes = 30) => {
		const channels = support.channels.map((channel) =>
			channel.hours === 'always' ? channel : { ...channel, hours: { 'zh-cn': 'zh', en: 'en' } },
		);
		const changes = { hours: { zh, en }, channels, callback: { ...support.callback, slotMinutes }, holidays: [] };
		return messages(SupportSchema.safeParse({ ...support, ...changes }));
	};

	it('stop the build, as would six calls for three agents', ({ expect }) => {
		expect(faults(line([['10:00', '12:00']]), line([['10:15', '12:00']]))).toEqual([
			'callback: slots of the hours "zh" and "en" begin at different times but overlap (10:00 and 10:15, as on 1990-01-01)',
		]);
		expect(faults(line([['10:00', '12:00']]), line([['11:00', '13:00']]))).toEqual([]);
	});

	it('are those of one day after breaks, as far as slots fill it', ({ expect }) => {
		const breaks = [['12:00', '12:45']];
		const day = line([['10:00', '18:00']]);
		expect(faults(day, line([['10:00', '18:00']], { breaks }))).toHaveLength(1);
		expect(faults(day, line([['10:00', '18:00']], { breaks: [['12:00', '13:00']] }))).toEqual([]);
		expect(faults(line([['10:00', '10:45']]), line([['10:30', '12:00']]))).toEqual([]);
		expect(faults(line([['10:00', '12:00']]), line([['12:15', '13:15']]))).toEqual([]);
		expect(faults(day, { timezone, weekly: { tue: [['10:15', '18:00']] } })).toEqual([]);
	});

	it('are those of a special day, too', ({ expect }) => {
		const special = [{ date: '2026-12-28', name, ranges: [['10:10', '12:00']] }];
		expect(faults(line([['10:00', '12:00']]), line([['10:00', '12:00']], { special }))[0]).toContain('as on 2026-12-28');
	});

	it('are compared at every offset of their clocks where zones differ', ({ expect }) => {
		const day = line([['10:00', '12:00']]);
		const elsewhere = (zone: string, start = '10:00') => ({ timezone: zone, weekly: { mon: [[start, '18:00']] } });
		expect(faults(day, elsewhere('America/New_York'))).toEqual([]);
		expect(faults(day, elsewhere('Asia/Kathmandu'))[0]).toContain('10:00 in Asia/Shanghai and 10:00 in Asia/Kathmandu');
		expect(faults(day, elsewhere('Asia/Kathmandu', '10:15'))).toEqual([]);
		expect(faults(day, elsewhere('Australia/Lord_Howe'), 60)).toHaveLength(1);
		expect(faults(day, elsewhere('Australia/Lord_Howe'))).toEqual([]);
	});

	it('are those of the night, too, in which clocks change by no whole number of slots', ({ expect }) => {
		const berlin = (start: string) => ({ timezone: 'Europe/Berlin', weekly: { sun: [[start, '08:00']] } });
		expect(faults(berlin('01:00'), berlin('04:00'), 45)[0]).toContain('01:00 and 04:00, as on 2026-03-29');
		expect([faults(berlin('01:00'), berlin('04:00')), faults(berlin('04:00'), berlin('04:45'), 45)]).toEqual([[], []]);
	});
});

describe('the hours of a day', () => {
	const weekly = { mon: [['09:00', '18:00']], fri: [['09:00', '17:00']] };
	const list = {
		id: 'china',
		year: 2026,
		source: 'x',
		published: '2026-01-01',
		confirmed: true,
		days: [
			{ date: '2026-02-14', name, work: true },
			{ date: '2026-02-16', name, work: false },
			{ date: '2026-02-20', name, work: true },
		],
	};
	const hours = HoursSchema.parse({
		timezone,
		weekly,
		breaks: [['12:00', '13:00']],
		holidays: ['china'],
		special: [{ date: '2026-02-23', name, ranges: [['10:00', '11:00']] }],
	});
	const on = (date: string, kept = hours) => rangesOn(openingHours({ hours: { desk: kept }, holidays: [list] }, 'desk'), date);

	it('are the week’s without its breaks', ({ expect }) => {
		expect(on('2026-03-02')).toEqual([
			['09:00', '12:00'],
			['13:00', '18:00'],
		]);
		expect(on('2026-03-03')).toEqual([]);
	});

	it('are none on a holiday that is kept, and the week’s on one that is not', ({ expect }) => {
		expect(on('2026-02-16')).toEqual([]);
		expect(on('2026-02-16', { ...hours, holidays: [] })).toHaveLength(2);
	});

	it('are Monday’s on a Saturday that is worked, and its own where the day is open anyway', ({ expect }) => {
		expect(on('2026-02-14')).toEqual([
			['09:00', '12:00'],
			['13:00', '18:00'],
		]);
		expect(on('2026-02-20').at(-1)).toEqual(['13:00', '17:00']);
	});

	it('of calls leave out the times without calls, which other channels keep', ({ expect }) => {
		const blackouts = [{ from: '2026-03-02T11:00', to: '2026-03-03T10:00' }];
		const open = (id: 'callback' | 'phone') => {
			const channel = support.channels.find((one) => one.id === id) as Channel;
			const kept = channelHours(
				{ ...support, hours: { ...support.hours, 'desk-zh': hours }, callback: { ...support.callback, blackouts } },
				channel,
				'zh-cn',
			) as OpeningHours;
			return ['2026-03-02', '2026-03-03', '2026-03-09'].map((date) => rangesOn(kept, date));
		};
		const monday = [
			['09:00', '12:00'],
			['13:00', '18:00'],
		];
		expect(open('phone')).toEqual([monday, [], monday]);
		expect(open('callback')).toEqual([[['09:00', '11:00']], [], monday]);
	});

	it('are those of a special day before all others', ({ expect }) => {
		expect(on('2026-02-23')).toEqual([['10:00', '11:00']]);
	});
});

describe('the holidays that are shipped', () => {
	it('are well-formed, and say for each list where it comes from', ({ expect }) => {
		for (const list of holidayLists) expect(messages(HolidayListSchema.safeParse(list))).toEqual([]);
	});

	it('hold mainland China’s notice for 2026: 33 days off, and six days at weekends that are worked', ({ expect }) => {
		const days = holidayLists.find(({ id, year }) => id === 'china' && year === 2026)?.days ?? [];
		expect(days.filter(({ work }) => !work)).toHaveLength(33);
		const worked = days.filter(({ work }) => work).map(({ date }) => date);
		expect(worked).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
		for (const date of worked) expect([0, 6]).toContain(new Date(date).getUTCDay());
	});

	it('hold only the thirteen days of the law for a year without a notice, and say so', ({ expect }) => {
		const list = holidayLists.find(({ id, year }) => id === 'china' && year === 2027);
		expect(list).toMatchObject({ confirmed: false });
		expect(list?.days.filter(({ work }) => !work)).toHaveLength(13);
		expect(list?.days.filter(({ work }) => work)).toEqual([]);
	});
});

describe('the usual load of a line', () => {
	const weekly = { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], sat: [['10:00', '12:00']] } as const;
	const told = (days?: ('mon' | 'sat' | 'sun')[]) =>
		usualLoad({ weekly } as never, 'busy', (day) => day, [{ ...(days && { days }), from: '08:00', to: '11:00', load: 'busy' }]);

	it('names the days on which a part holds, and none on which the line is closed', ({ expect }) => {
		expect(told()).toEqual(['09:00–11:00']);
		expect(told(['mon', 'sun'])).toEqual(['09:00–11:00 (mon)']);
		expect(told(['sat'])).toEqual(['10:00–11:00 (sat)']);
		expect(told(['sun'])).toEqual([]);
	});

	it('needs calls to be kept for as long as they are counted', ({ expect }) => {
		const kept = (callbacks: number) =>
			SiteSchema.safeParse({ ...site, retentionDays: { ...site.retentionDays, callbacks } }).success;
		expect([kept(55), kept(56)]).toEqual([false, true]);
	});
});
