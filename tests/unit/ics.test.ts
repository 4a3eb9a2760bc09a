import fc from 'fast-check';
import { describe, it } from 'vitest';

import { calendarFile } from '#shared/ics';

const event = {
	uid: 'C-7K3MQ-9XDTE@help.example.com',
	sequence: 2,
	start: '2026-11-24T02:00:00Z',
	end: '2026-11-24T10:30:00+08:00',
	stamp: '2026-11-23T02:00:00.123Z',
	summary: 'Callback, from us; really\\truly',
	description: 'Line one\nLine two',
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
