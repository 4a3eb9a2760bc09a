import { describe, it } from 'vitest';

import { addressHeader, callbackBody, phoneNumber, postForm, setUp, tag } from './helpers.ts';
import { privateVisit } from './private-visit.ts';

setUp();

const full = '2026-11-24T02:00:00Z';
const near = ['2026-11-24T02:30:00Z', '2026-11-24T03:00:00Z', '2026-11-24T03:30:00Z'];

async function book(index: number, slot: string): Promise<Response> {
	const body = { ...callbackBody, locale: 'en', country: 'CN', slot, phone: phoneNumber(index) };
	return postForm('/api/callbacks', body, addressHeader(index));
}

/** The starts that stand before all others on a page, under the words for them. */
function nearest(page: string): string[] {
	const block = /<legend>Nearest free times<\/legend>(.*?)<\/fieldset>/s.exec(page)?.[1] ?? '';
	return [...block.matchAll(/<input type="radio" name="slot" value="([^"]+)"/g)].map(([, start = '']) => start);
}

describe('a time that was taken in the meantime', () => {
	it('is answered with the nearest free ones to choose from, without script', async ({ expect }) => {
		for (let index = 0; index < 3; index++) await book(index, full);
		const refused = await book(9, full);
		expect(refused.status).toBe(409);
		expect(nearest(await refused.text())).toEqual(near);
	});

	it('is answered so when a call is moved there, too, in the form that was open', async ({ expect }) => {
		for (let index = 0; index < 3; index++) await book(index, full);
		const { act, page } = await privateVisit(await book(9, '2026-11-25T02:00:00Z'));
		expect(tag(page, 'class="card move"')).not.toContain(' open');
		const refused = await act({ action: 'move', slot: full, timezone: 'Asia/Shanghai' });
		const answer = await refused.text();
		expect([refused.status, nearest(answer)]).toEqual([409, near]);
		expect(tag(answer, 'data-open="moving:yes"')).toContain(' open=');
	});
});
