import { describe, it } from 'vitest';

import { addressHeader, callbackBody, cookies, phoneNumber, postForm, send, setUp, tag } from './helpers.ts';
import { privateVisit } from './private-visit.ts';

setUp();

const body = { ...callbackBody, locale: 'en', country: 'CN' };
const book = (index: number, changes: Record<string, string> = {}) =>
	postForm('/api/callbacks', { ...body, phone: phoneNumber(index), ...changes }, addressHeader(index));

describe('the page of a call without script', () => {
	it('says first that the call is booked, and when', async ({ expect }) => {
		const { page } = await privateVisit(await book(1));
		const heading = /<h2[^>]*data-show="view:callback"[^>]*>(.*?)<\/h2>/s.exec(page);
		expect(heading?.[0]).not.toContain('hidden');
		expect(heading?.[1]).toMatch(/^Your call is booked: <time [^>]*datetime="2026-11-24T02:00:00Z"[^>]*>Tue/);
	});

	it('names the new time of one that was moved, and what stands in calendars', async ({ expect }) => {
		const { act } = await privateVisit(await book(1));
		const moved = await act({ action: 'move', slot: '2026-11-24T03:00:00Z', timezone: 'Asia/Shanghai' });
		const page = await (await send('/en/requests/', { headers: { Cookie: cookies(moved) } })).text();
		const notice = /data-show="done:moved"[^>]*>(.*?)<\/p>/s.exec(page)?.[1];
		expect(notice).toMatch(/moved to <time [^>]*datetime="2026-11-24T03:00:00Z"[^>]*>Tue.*add it again/s);
	});

	it('leads from one that was cancelled to a new booking', async ({ expect }) => {
		const { act } = await privateVisit(await book(1));
		const page = await (await send('/en/requests/', { headers: { Cookie: cookies(await act({ action: 'cancel' })) } })).text();
		expect(page).toMatch(/<p data-show="state:cancelled" [^>]*>\s*<a href="\/en\/callback\/"/);
		expect(tag(page, '<p data-show="state:cancelled"')).not.toContain('hidden');
	});
});

describe('a booking that is refused', () => {
	it('leads to the requests of a number that has two open calls', async ({ expect }) => {
		for (const slot of ['2026-11-24T02:00:00Z', '2026-11-24T03:00:00Z']) await book(1, { slot });
		const page = await (await book(1, { slot: '2026-11-24T04:00:00Z' })).text();
		expect(page).toMatch(/<span data-code="TOO_MANY_BOOKINGS">[^<]*<a href="\/en\/requests\/">/);
	});

	it('asks for what was left out in words of its own', async ({ expect }) => {
		const page = await (await book(1, { slot: '', topic: '' })).text();
		const errors = [...page.matchAll(/<span data-code="REQUIRED">\s*([^<]*?)\s*<\/span>/g)].map(([, words]) => words);
		expect(new Set(errors)).toEqual(new Set(['Choose one of the times', 'Choose what it is about']));
	});
});
