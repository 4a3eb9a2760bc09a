import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, it } from 'vitest';

import { callbackEvent } from '#shared/callback-event';
import { calendarFile } from '#shared/ics';

const event = {
	uid: 'C-7K3MQ-9XDTE@help.example.com',
	sequence: 2,
	start: '2026-11-24T02:00:00Z',
	end: '2026-11-24T10:30:00+08:00',
	stamp: '2026-11-23T02:00:00.123Z',
	summary: 'Callback, from us; really\\truly',
	description: 'Line one\nLine two',
	organizer: { name: 'Help', email: 'help@example.com' },
};

/** Lines of a file as a calendar reads them, long ones put together again. */
const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
	it('is one event in UTC that calendars can update', ({ expect }) => {
		const lines = unfold(calendarFile(event));
		expect(lines).toEqual(
			expect.arrayContaining([
				'UID:C-7K3MQ-9XDTE@help.example.com',
				'SEQUENCE:2',
				'DTSTAMP:20261123T020000Z',
				'DTSTART:20261124T020000Z',
				'DTEND:20261124T023000Z',
				'STATUS:CONFIRMED',
			]),
		);
		expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
	});

	it('escapes what has a meaning in calendars', ({ expect }) => {
		const lines = unfold(calendarFile(event));
		expect(lines).toContain('SUMMARY:Callback\\, from us\\; really\\\\truly');
		expect(lines).toContain('DESCRIPTION:Line one\\nLine two');
	});

	it('takes a cancelled call out of the calendar, without an alarm', ({ expect }) => {
		const file = calendarFile({ ...event, cancelled: true });
		expect(file).toContain('STATUS:CANCELLED');
		expect(file).not.toContain('VALARM');
	});

	it('never has a line over 75 octets, and loses nothing by folding', ({ expect }) => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
				const summary = text.replace(/[\r\n]/g, '');
				const file = calendarFile({ ...event, summary });
				for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				expect(unfold(file)).toContain(`SUMMARY:${summary.replace(/[\\;,]/g, '\\$&')}`);
			}),
		);
	});
});

/** What an independent parser reads in a file. */
function read(file: string) {
	const calendar = new ICAL.Component(ICAL.parse(file));
	const [component, ...others] = calendar.getAllSubcomponents('vevent');
	if (!component || others.length > 0) throw new Error('not one event');
	const { uid, sequence, summary, description, startDate, endDate } = new ICAL.Event(component);
	return {
		method: calendar.getFirstPropertyValue('method'),
		status: component.getFirstPropertyValue('status'),
		alarms: component.getAllSubcomponents('valarm').length,
		zones: calendar.getAllSubcomponents('vtimezone').length,
		start: startDate.toJSDate().toISOString(),
		end: endDate.toJSDate().toISOString(),
		zone: startDate.zone.tzid,
		organizer: component.getFirstProperty('organizer')?.toICALString(),
		uid,
		sequence,
		summary,
		description,
	};
}

describe('a booked call, as another program reads its calendar file', () => {
	const call = {
		reference: 'C-7K3MQ-9XDTE',
		sequence: 0,
		start: '2026-11-24T02:00:00Z',
		end: '2026-11-24T02:30:00Z',
		cancelled: false,
		stamp: '2026-11-23T02:00:00Z',
	};
	const words = {
		channel: '预约回电',
		brand: '钱包帮助中心',
		origin: 'https://help.example.com',
		locale: 'zh-cn',
		contact: 'help@example.com',
	};
	const fileOf = (changes: Partial<typeof call> = {}) => read(calendarFile(callbackEvent({ ...call, ...changes }, words)));

	it('is one event in UTC with an alarm', ({ expect }) => {
		expect(fileOf()).toEqual({
			method: 'PUBLISH',
			status: 'CONFIRMED',
			alarms: 1,
			zones: 0,
			start: '2026-11-24T02:00:00.000Z',
			end: '2026-11-24T02:30:00.000Z',
			zone: 'UTC',
			organizer: 'ORGANIZER;CN=钱包帮助中心:mailto:help@example.com',
			uid: 'C-7K3MQ-9XDTE@help.example.com',
			sequence: 0,
			summary: '预约回电 · 钱包帮助中心',
			description: 'C-7K3MQ-9XDTE\nhttps://help.example.com/zh-cn/requests/',
		});
	});

	it('keeps its id over moves, with a higher number each time', ({ expect }) => {
		const [first, moved] = [fileOf(), fileOf({ sequence: 1, start: '2026-11-25T02:00:00Z', end: '2026-11-25T02:30:00Z' })];
		expect(moved.uid).toBe(first.uid);
		expect(moved.sequence).toBeGreaterThan(first.sequence);
		expect(moved.start).toBe('2026-11-25T02:00:00.000Z');
	});

	it('is taken back when it is cancelled, later than every move', ({ expect }) => {
		expect(fileOf({ sequence: 3, cancelled: true })).toMatchObject({
			method: 'CANCEL',
			status: 'CANCELLED',
			alarms: 0,
			organizer: 'ORGANIZER;CN=钱包帮助中心:mailto:help@example.com',
			sequence: 4,
		});
	});

	it('comes through folding and escaping as it was, whatever is in it', ({ expect }) => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				// Calendars have no control characters; line breaks are told as \\n.
				const summary = text.replace(/\p{Cc}/gu, '');
				expect(read(calendarFile({ ...event, summary })).summary).toBe(summary);
			}),
		);
	});
});
