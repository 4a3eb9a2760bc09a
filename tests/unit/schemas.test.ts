import { describe, it } from 'vitest';

import { CallbackSchema } from '#shared/callbacks';
import { ContactSchema } from '#shared/contact';
import * as limits from '#shared/limits';
import { VoteSchema } from '#shared/votes';

const contact = { locale: 'en', topic: 'other', name: ' Ada ', email: ' ada@example.com ', message: 'Long enough to be read.' };

describe('what a form sends', () => {
	it('is trimmed, and blank optional fields are absent', ({ expect }) => {
		const blank = { chain: '', txHash: ' ', address: '', appVersion: '', device: '' };
		expect(ContactSchema.parse({ ...contact, ...blank })).toEqual({ ...contact, name: 'Ada', email: 'ada@example.com' });
	});

	it('may leave e-mail and country of a callback empty', ({ expect }) => {
		const callback = {
			locale: 'en',
			name: 'Ada',
			phone: '+12025550142',
			topic: 'other',
			slot: '2026-11-24T02:00:00Z',
			timezone: 'UTC',
		};
		expect(CallbackSchema.parse({ ...callback, email: '', country: '', note: '' })).toEqual(callback);
	});

	it('may be as long as the limit says, an emoji counting as one character', ({ expect }) => {
		const isAccepted = (length: number) => ContactSchema.safeParse({ ...contact, name: '😀'.repeat(length) }).success;
		expect([isAccepted(limits.length.name), isAccepted(limits.length.name + 1)]).toEqual([true, false]);
	});

	it('carries no made-up article ids', ({ expect }) => {
		expect(VoteSchema.safeParse({ article: '../../etc/passwd', value: 'yes' }).success).toBe(false);
		expect(ContactSchema.safeParse({ ...contact, articles: ['en/faq/a b'] }).success).toBe(false);
	});
});
