import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import {
	anyArticle,
	callbackBody,
	contactBody,
	cookies,
	countRows,
	dayMs,
	postForm,
	postJson,
	send,
	setUp,
	start,
	tag,
} from './helpers.ts';
import type { SendOptions } from './helpers.ts';

setUp();

async function pageOf(response: Response | Promise<Response>): Promise<string> {
	return (await response).text();
}

/** Follows a plain form post to the private page, as a browser would. */
async function privateVisit(created: Response, locale = 'en') {
	const first = await send(`/${locale}/requests/`, { headers: { Cookie: cookies(created) } });
	const cookie = cookies(first);
	const page = await first.text();
	const csrf = /value="([\w-]{22})"/.exec(tag(page, 'name="csrf"'))?.[1] ?? '';
	const act = (fields: Record<string, string>, headers: Record<string, string> = {}, options: SendOptions = {}) =>
		postForm(`/${locale}/requests/`, { csrf, ...fields }, { Cookie: cookie, ...headers }, options);
	return { page, cookie, csrf, act };
}

const facts = [
	'view:open',
	'view:missing',
	'view:secret',
	'view:callback',
	'state:booked',
	'state:cancelled',
	'open:yes',
	'open:no',
];
const codes = ['INVALID', 'FORBIDDEN', 'CONFLICT', 'SESSION_EXPIRED', 'NOT_OPEN', 'SLOT_PAST'];

/** The private page as a sketch that has every fact and code, whatever words the built one has. */
const sketch = `${facts.map((fact) => `<p data-show="${fact}" hidden></p>`).join('')}
	<p data-errors="form" data-codes="${codes.join(' ')}" hidden>${codes.map((code) => `<b data-code="${code}" hidden></b>`).join('')}</p>
	<form data-live-form="open"><input name="reference"><input name="secret"></form>`;

/** Serves the sketch in place of the built page. */
const drawn = { overrides: { ASSETS: { fetch: async () => new Response(sketch) } } };

/** The facts and error codes of the sketch that a reader sees. */
async function shown(response: Response): Promise<string[]> {
	const page = await response.text();
	return [...page.matchAll(/ data-(?:show|code)="([^"]*)"( hidden)?/g)].flatMap(([, name = '', hidden]) =>
		hidden ? [] : [name],
	);
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

describe('the private page without script', () => {
	for (const locale of ['en', 'zh-cn']) {
		it(`shows the request right after it was sent, its secret once (${locale})`, async ({ expect }) => {
			const created = await postForm('/api/contact', { ...contactBody, locale, urgent: 'true' });
			const { page, cookie } = await privateVisit(created, locale);
			const [reference = '', secret = ''] = cookies(created).split('=')[1]?.split('.') ?? [];
			expect(tag(page, 'data-show="view:request"')).not.toContain('hidden');
			expect(tag(page, 'data-show="fresh:yes"')).not.toContain('hidden');
			expect(tag(page, 'data-show="urgent:yes"')).not.toContain('hidden');
			expect(tag(page, 'data-show="topic:deposits"')).not.toContain('hidden');
			expect(tag(page, 'data-show="view:open"')).toContain('hidden');
			expect(page.includes(`>${reference}</`) && page.includes(secret) && page.includes(contactBody.message)).toBe(true);
			const again = await pageOf(send(`/${locale}/requests/`, { headers: { Cookie: cookie } }));
			expect(tag(again, 'data-show="fresh:yes"')).toContain('hidden');
			expect(again.includes(secret)).toBe(false);
		});
	}

	it('opens with reference and secret', async ({ expect }) => {
		const created = await postForm('/api/contact', contactBody);
		const [reference = '', secret = ''] = cookies(created).split('=')[1]?.split('.') ?? [];
		const opened = await postForm('/en/requests/', { action: 'open', reference: ` ${reference.toLowerCase()} `, secret });
		expect([opened.status, opened.headers.get('Location')]).toEqual([303, '/en/requests/']);
		const page = await pageOf(send('/en/requests/', { headers: { Cookie: cookies(opened) } }));
		expect(page.includes(contactBody.message)).toBe(true);
	});

	it('says the same for an unknown reference and a wrong secret, and keeps the reference', async ({ expect }) => {
		const created = await postForm('/api/contact', contactBody);
		const [reference = ''] = cookies(created).split('=')[1]?.split('.') ?? [];
		const pages = await Promise.all(
			[reference, 'R-00000-00000', 'what?'].map(async (typed) => {
				const response = await postForm('/en/requests/', { action: 'open', reference: typed, secret: 'wrong' });
				expect(response.status).toBe(404);
				const page = await response.text();
				expect(tag(page, 'name="reference"')).toContain(`value="${typed}"`);
				return page.replaceAll(typed, '');
			}),
		);
		expect(new Set(pages).size).toBe(1);
		expect(tag(pages[0] ?? '', 'data-show="view:missing"')).not.toContain('hidden');
		expect(tag(pages[0] ?? '', 'data-show="view:open"')).not.toContain('hidden');
	});

	it('moves and cancels a call, says so once, and hands out the calendar file', async ({ expect }) => {
		const { page, act, cookie } = await privateVisit(
			await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' }),
		);
		expect(tag(page, 'data-show="view:callback"')).not.toContain('hidden');
		expect(tag(page, 'data-time="slot"')).toContain('datetime="2026-11-24T02:00:00Z"');

		const moved = await act({ action: 'move', slot: '2026-11-24T03:00:00Z', timezone: 'Europe/Berlin' });
		expect(moved.status).toBe(303);
		const after = await pageOf(send('/en/requests/', { headers: { Cookie: cookies(moved) } }));
		expect(tag(after, 'data-show="done:moved"')).not.toContain('hidden');
		expect(tag(after, 'data-time="slot"')).toContain('datetime="2026-11-24T03:00:00Z"');
		expect(tag(await pageOf(send('/en/requests/', { headers: { Cookie: cookie } })), 'data-show="done:moved"')).toContain(
			'hidden',
		);

		const calendar = await act({ action: 'calendar' });
		expect(calendar.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
		expect(calendar.headers.get('Content-Disposition')).toMatch(/^attachment; filename="C-.*\.ics"$/);
		expect(await calendar.text()).toContain('DTSTART:20261124T030000Z\r\n');

		const cancelled = await act({ action: 'cancel' });
		const end = await pageOf(send('/en/requests/', { headers: { Cookie: cookies(cancelled) } }));
		expect(tag(end, 'data-show="done:cancelled"')).not.toContain('hidden');
		expect(tag(end, 'data-show="state:cancelled"')).not.toContain('hidden');
		expect(await countRows('callback_seats')).toBe(0);
	});

	it('offers to move, cancel or save a call only while it lies ahead', async ({ expect }) => {
		const { act, cookie } = await privateVisit(
			await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN', website: 'held, but nobody tells' }),
		);
		const isOpen = async (options: SendOptions = {}) =>
			shown(await send('/en/requests/', { headers: { Cookie: cookie } }, { ...drawn, ...options }));
		expect(await isOpen()).toEqual(expect.arrayContaining(['state:booked', 'open:yes']));
		expect(await isOpen({ at: start + dayMs })).toEqual(expect.arrayContaining(['state:booked', 'open:no']));
		await act({ action: 'cancel' });
		expect(await isOpen()).toEqual(expect.arrayContaining(['state:cancelled', 'open:no']));
	});

	it('tells a session that is over from what nobody may do', async ({ expect }) => {
		const created = await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' });
		const { act, csrf } = await privateVisit(created);
		const expired = [
			await act({ action: 'cancel', csrf: 'wrong' }, {}, drawn),
			await act({ action: 'move', csrf: '' }, {}, drawn),
			await postForm('/en/requests/', { action: 'close', csrf }, {}, drawn),
			await postForm('/en/requests/', { action: 'explode' }, {}, drawn),
		];
		for (const response of expired) {
			expect(response.status).toBe(403);
			expect(await shown(response)).toContain('SESSION_EXPIRED');
		}
		const foreign = await act({ action: 'cancel' }, { 'Sec-Fetch-Site': 'cross-site' }, drawn);
		const abroad = await act({ action: 'cancel' }, {}, { ...drawn, host: 'https://help.example.com' });
		for (const response of [foreign, abroad]) {
			expect(response.status).toBe(403);
			expect(await shown(response)).toContain('FORBIDDEN');
		}
	});

	it('says that a cancelled call can be neither moved nor cancelled, and a past one no more', async ({ expect }) => {
		const { act } = await privateVisit(await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' }));
		const move = { action: 'move', slot: '2026-11-25T03:00:00Z', timezone: 'Europe/Berlin' };
		for (const action of [move, { action: 'cancel' }]) {
			const late = await act(action, {}, { ...drawn, at: start + dayMs });
			expect(late.status).toBe(409);
			expect(await shown(late)).toContain('SLOT_PAST');
		}
		await act({ action: 'cancel' });
		for (const action of [move, { action: 'cancel' }]) {
			const again = await act(action, {}, drawn);
			expect(again.status).toBe(409);
			expect(await shown(again)).toEqual(expect.arrayContaining(['NOT_OPEN', 'view:callback', 'open:no']));
		}
	});

	it('takes no recovery phrase for a secret: nothing is looked up, nothing comes back', async ({ expect }) => {
		const phrase = 'zoo zone zero youth young you';
		const typed = [
			{ reference: 'R-00000-00000', secret: phrase },
			{ reference: phrase, secret: 'AAAAAAAAAAAAAAAAAAAAAA' },
			{ reference: 'C-00000-00000', secret: `5${'H'.repeat(50)}` },
		];
		for (const fields of typed) {
			const options = { overrides: { ...drawn.overrides, DB: {} } };
			const response = await postForm('/en/requests/', { action: 'open', ...fields }, {}, options);
			expect([response.status, response.headers.get('Set-Cookie')]).toEqual([422, null]);
			const page = await response.clone().text();
			expect([page.includes(fields.reference), page.includes(fields.secret)]).toEqual([false, false]);
			const facts = await shown(response);
			expect([facts.includes('view:open'), facts.includes('view:secret'), facts.includes('view:missing')]).toEqual([
				true,
				true,
				false,
			]);
		}
	});

	it('looks nothing up that has not the shape of a reference and its secret', async ({ expect }) => {
		const overrides = { ...drawn.overrides, DB: {} };
		for (const [reference = '', secret = ''] of [
			['R-1', 'AAAAAAAAAAAAAAAAAAAAAA'],
			['R-00000-00000', 'short'],
			['R-00000-00000', 'A'.repeat(23)],
		]) {
			const response = await postForm('/en/requests/', { action: 'open', reference, secret }, {}, { overrides });
			expect(response.status).toBe(404);
			expect(await shown(response)).toContain('view:missing');
		}
	});

	it('asks again for a reference while another page is open in this browser', async ({ expect }) => {
		const { cookie } = await privateVisit(await postForm('/api/contact', contactBody));
		const fields = { action: 'open', reference: 'R-00000-00000', secret: 'AAAAAAAAAAAAAAAAAAAAAA' };
		const response = await postForm('/en/requests/', fields, { Cookie: cookie }, drawn);
		expect(await shown(response)).toEqual(['view:open', 'view:missing']);
	});

	it('stays on the page with what went wrong', async ({ expect }) => {
		const { act } = await privateVisit(await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' }));
		const missing = await act({ action: 'move', timezone: 'Asia/Shanghai' });
		expect(missing.status).toBe(422);
		const page = await missing.text();
		expect(tag(page, 'data-errors="slot"')).not.toContain('hidden');
		expect(tag(page, 'data-show="view:callback"')).not.toContain('hidden');
		const late = await act({ action: 'move', slot: '2026-11-23T02:30:00Z', timezone: 'Asia/Shanghai' });
		expect(late.status).toBe(409);
		expect(tag(await late.text(), 'data-code="SLOT_PAST"')).not.toContain('hidden');
		expect((await act({ action: 'explode' })).status).toBe(422);
	});

	it('does nothing without its token, and nothing without its cookie', async ({ expect }) => {
		const { act, csrf } = await privateVisit(await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' }));
		expect((await act({ action: 'cancel', csrf: 'wrong' })).status).toBe(403);
		expect((await postForm('/en/requests/', { action: 'cancel', csrf })).status).toBe(403);
		expect((await act({ action: 'cancel' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
		expect(await countRows('callback_seats')).toBe(1);
	});

	it('has no calls to act on for a request', async ({ expect }) => {
		const { act } = await privateVisit(await postForm('/api/contact', contactBody));
		expect((await act({ action: 'cancel' })).status).toBe(404);
	});

	it('closes', async ({ expect }) => {
		const { act } = await privateVisit(await postForm('/api/contact', contactBody));
		const closed = await act({ action: 'close' });
		expect(closed.headers.get('Set-Cookie')).toMatch(/^__Host-request=; Max-Age=0/);
	});

	it('forgets a cookie that opens nothing', async ({ expect }) => {
		const response = await send(
			'/en/requests/',
			{ headers: { Cookie: '__Host-request=R-00000-00000.AAAAAAAAAAAAAAAAAAAAAA' } },
			{ at: start + dayMs },
		);
		expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-request=; Max-Age=0/);
		expect(tag(await response.text(), 'data-show="view:open"')).not.toContain('hidden');
	});
});
