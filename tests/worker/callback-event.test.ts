import { describe, it } from 'vitest';

import { callbackEvent } from '#shared/callback-event';

const call = {
	reference: 'C-7K3MQ-9XDTE',
	sequence: 2,
	start: '2026-11-24T02:00:00Z',
	end: '2026-11-24T02:30:00Z',
	cancelled: false,
	stamp: '2026-11-23T02:00:00Z',
};
const words = {
	channel: 'Booked callback',
	brand: 'TP Wallet Help',
	origin: 'https://help.example.com',
	locale: 'en',
	contact: 'help@example.com',
};

describe('the calendar entry of a callback', () => {
	it('names the call, who makes it, and where it can be changed', ({ expect }) => {
		expect(callbackEvent(call, words)).toEqual({
			uid: 'C-7K3MQ-9XDTE@help.example.com',
			sequence: 2,
			start: call.start,
			end: call.end,
			stamp: call.stamp,
			summary: 'Booked callback · TP Wallet Help',
			description: 'C-7K3MQ-9XDTE\nhttps://help.example.com/en/requests/',
			organizer: { name: 'TP Wallet Help', email: 'help@example.com' },
			cancelled: false,
		});
	});

	it('comes after all its moves when it is cancelled, under the same name', ({ expect }) => {
		const { uid } = callbackEvent(call, words);
		expect(callbackEvent({ ...call, cancelled: true }, words)).toMatchObject({ uid, sequence: 3, cancelled: true });
	});
});
