import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { anyArticle, callbackBody, postForm, postJson, send, setUp, tag } from './helpers.ts';

setUp();

async function pageOf(response: Response | Promise<Response>): Promise<string> {
	return (await response).text();
}

describe('/search/ without script', () => {
	for (const locale of ['en', 'zh-cn']) {
		it(`finds an article by its title and lists it first (${locale})`, async ({ expect }) => {
			const { title, url } = await anyArticle(locale);
			const response = await send(`/${locale}/search/?q=${encodeURIComponent(title)}`);
			expect(response.headers.get('Cache-Control')).toBe('no-store');
			expect(response.headers.get('ETag')).toBeNull();
			const page = await response.text();
			const list = page.slice(page.indexOf('data-list="results"'));
			expect(tag(list, '<a')).toContain(`href="${url}"`);
		});
	}

	it('says that nothing was found, and shows what was searched for only as text', async ({ expect }) => {
		const page = await pageOf(send(`/en/search/?q=${encodeURIComponent('"><script>xqzzy')}`));
		expect(tag(page, 'data-show="results:none"')).not.toContain('hidden');
		// Back in the box, where its quote cannot end the attribute, and nowhere else.
		expect(page.split('xqzzy')).toHaveLength(2);
		expect(page).toContain('value="&quot;><script>xqzzy"');
	});

	it('asks for words when there are none', async ({ expect }) => {
		expect(tag(await pageOf(send('/en/search/?q=+')), 'data-show="results:none"')).toContain('hidden');
	});

	it('sends a recovery phrase to the emergency page and no further', async ({ expect }) => {
		for (const query of ['zoo zone zero youth young you', '的 一 是 在 不 了 有 和 人 这 中 大']) {
			const response = await send(`/zh-cn/search/?q=${encodeURIComponent(query)}`);
			expect(response.status).toBe(303);
			expect(response.headers.get('Location')).toBe('/zh-cn/emergency/');
			expect(response.headers.get('Cache-Control')).toBe('no-store');
			expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
		}
	});

	it('does the same with what may be a hash or a key, and looks at every q', async ({ expect }) => {
		for (const query of [`q=${'ab12'.repeat(16)}`, 'q=x&q=zoo+zone+zero+youth+young+you']) {
			const { status, headers } = await send(`/en/search/?${query}`);
			expect([status, headers.get('Location'), headers.get('Referrer-Policy')]).toEqual([303, '/en/emergency/', 'no-referrer']);
		}
	});

	it('is found under its other spellings', async ({ expect }) => {
		for (const path of [
			'/zh-cn/search',
			'/zh-cn/search.html',
			'/zh-cn/search/index',
			'/zh-cn/search/index.html',
			'/zh-cn/search//',
		]) {
			const response = await send(`${path}?q=${encodeURIComponent('转账 & a=b')}`);
			const location = new URL(response.headers.get('Location') ?? '', 'http://localhost');
			expect([response.status, location.pathname, location.searchParams.get('q')]).toEqual([303, '/zh-cn/search/', '转账 & a=b']);
			expect(response.headers.get('Cache-Control')).toBe('no-store');
			expect((await send(path)).headers.get('Location')).toBe('/zh-cn/search/');
		}
	});

	it('guards its other spellings as well', async ({ expect }) => {
		const [phrase, hash] = ['zoo zone zero youth young you', 'ab12'.repeat(16)];
		for (const path of ['/en/search', '/en/search.html', '/en/search/index', '/en/search/index.html', '/en/search//']) {
			for (const query of [phrase, hash]) {
				const { status, headers } = await send(`${path}?q=${encodeURIComponent(query)}`);
				expect([status, headers.get('Location')]).toEqual([303, '/en/emergency/']);
				expect([headers.get('Cache-Control'), headers.get('Referrer-Policy')]).toEqual(['no-store', 'no-referrer']);
			}
		}
	});

	it('shows the site’s own 404 page below it', async ({ expect }) => {
		const response = await send('/en/search/nothing/');
		expect(response.status).toBe(404);
		expect(response.headers.get('Content-Type')).toContain('text/html');
	});
});

describe('/contact/ and /callback/ without script', () => {
	it('have the topic chosen that the link names', async ({ expect }) => {
		expect(tag(await pageOf(send('/en/contact/?topic=frozen')), 'value="frozen"')).toContain('checked');
		expect(tag(await pageOf(send('/en/callback/?topic=frozen')), '<option value="frozen"')).toContain('selected');
	});

	it('offer the free slots of the coming days in the zone that was asked for', async ({ expect }) => {
		const page = await pageOf(send('/en/callback/?timezone=Europe/Berlin'));
		expect(tag(page, 'name="slot" value="2026-11-24T02:00:00Z"')).toContain('type="radio"');
		expect(page.includes('<span class="slot-time">03:00</span>')).toBe(true);
		expect(tag(page, 'name="timezone" value="Europe/Berlin"')).toContain('type="hidden"');
	});

	it('leave full slots out, and fall back to the line’s zone', async ({ expect }) => {
		await env.DB.batch(
			[1, 2, 3].map((seat) =>
				env.DB.prepare(
					`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
			VALUES (?1, 'booked', 'en', 'other', 'A', ?1, ?2, ?2, 'UTC', 1, 0)`,
				).bind(`C-${seat}`, Date.parse('2026-11-24T02:00:00Z')),
			),
		);
		await env.DB.batch(
			[1, 2, 3].map((seat) =>
				env.DB.prepare('INSERT INTO callback_seats VALUES (?1, ?2, ?3)').bind(
					Date.parse('2026-11-24T02:00:00Z'),
					seat,
					`C-${seat}`,
				),
			),
		);
		const page = await pageOf(send('/en/callback/?timezone=Mars/Olympus'));
		expect(page.includes('value="2026-11-24T02:00:00Z"')).toBe(false);
		expect(tag(page, 'name="timezone" value="Asia/Shanghai"')).toContain('type="hidden"');
	});

	for (const locale of ['en', 'zh-cn']) {
		it(`shows the booking form again with its errors, slots and everything typed (${locale})`, async ({ expect }) => {
			const response = await postForm('/api/callbacks', { ...callbackBody, locale, phone: '12', note: 'After ten, please' });
			expect(response.status).toBe(422);
			const page = await response.text();
			expect(tag(page, 'name="phone"')).toContain('aria-invalid="true"');
			expect(tag(page, 'name="phone"')).toContain('value="12"');
			expect(tag(page, `value="${callbackBody.slot}"`)).toContain('checked');
			expect(page.includes('After ten, please</textarea>')).toBe(true);
		});
	}

	it('says which slot is gone', async ({ expect }) => {
		for (let index = 0; index < 3; index++) {
			await postJson('/api/callbacks', { ...callbackBody, phone: `+8613800138${100 + index}` });
		}
		const response = await postForm('/api/callbacks', callbackBody);
		expect(response.status).toBe(409);
		expect(tag(await response.text(), 'data-code="SLOT_FULL"')).not.toContain('hidden');
	});
});
