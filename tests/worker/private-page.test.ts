import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { callbackBody, contactBody, cookies, countRows, dayMs, postForm, send, setUp, start, tag } from './helpers.ts';
import type { SendOptions } from './helpers.ts';
import { privateVisit } from './private-visit.ts';
import { phrases, walletKey } from '../fixtures/phrases.ts';

setUp();

async function pageOf(response: Response | Promise<Response>): Promise<string> {
	return (await response).text();
}

const facts = [
	'view:open',
	'view:missing',
	'secret:yes',
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

/** Somebody calls since an instant, or nobody does. */
function setCalling(at: number | null): Promise<unknown> {
	const set = env.DB.prepare('UPDATE callbacks SET state = ?1, calling_at = ?2');
	return set.bind(at === null ? 'booked' : 'calling', at).run();
}

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
		expect(tag(end, 'data-action="calendar" data-show="entry:stale"')).not.toContain('hidden');
		const removal = await (await act({ action: 'calendar' })).text();
		expect(removal).toContain('METHOD:CANCEL\r\n');
		expect(removal).toMatch(/\r\nORGANIZER;CN="[^"]+":mailto:\S+@\S+\r\n/);
		expect(await countRows('callback_seats')).toBe(0);
	});

	it('takes a call that lost its time out of calendars, and puts its next time in later than that', async ({ expect }) => {
		const { act, cookie } = await privateVisit(
			await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' }),
		);
		const sequence = async () => {
			const file = await (await act({ action: 'calendar' })).text();
			return [/METHOD:(\w+)/.exec(file)?.[1], Number(/SEQUENCE:(\d+)/.exec(file)?.[1])];
		};
		expect(await sequence()).toEqual(['PUBLISH', 0]);
		await env.DB.prepare(`UPDATE callbacks SET state = 'offered'`).run();
		const lost = await pageOf(send('/en/requests/', { headers: { Cookie: cookie } }));
		expect(tag(lost, 'data-action="calendar" data-show="entry:stale"')).not.toContain('hidden');
		expect(await sequence()).toEqual(['CANCEL', 1]);
		await act({ action: 'move', slot: '2026-11-24T03:00:00Z', timezone: 'Europe/Berlin' });
		expect(await sequence()).toEqual(['PUBLISH', 2]);
		await act({ action: 'move', slot: '2026-11-24T04:00:00Z', timezone: 'Europe/Berlin' });
		expect(await sequence()).toEqual(['PUBLISH', 3]);
	});

	it('offers to move, cancel or save a call until somebody calls', async ({ expect }) => {
		const { act, cookie } = await privateVisit(
			await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN', website: 'held, but nobody tells' }),
		);
		const isOpen = async (options: SendOptions = {}) =>
			shown(await send('/en/requests/', { headers: { Cookie: cookie } }, { ...drawn, ...options }));
		expect(await isOpen()).toEqual(expect.arrayContaining(['state:booked', 'open:yes']));
		const at = start + dayMs;
		expect(await isOpen({ at })).toEqual(expect.arrayContaining(['state:booked', 'open:yes']));
		await setCalling(at);
		expect(await isOpen({ at })).toContain('open:no');
		await setCalling(null);
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

	it('says that a cancelled call can be neither moved nor cancelled, and one that is being called no more', async ({
		expect,
	}) => {
		const { act } = await privateVisit(await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' }));
		const move = { action: 'move', slot: '2026-11-25T03:00:00Z', timezone: 'Europe/Berlin' };
		await setCalling(start + dayMs);
		for (const action of [move, { action: 'cancel' }]) {
			const late = await act(action, {}, { ...drawn, at: start + dayMs });
			expect(late.status).toBe(409);
			expect(await shown(late)).toContain('SLOT_PAST');
		}
		await setCalling(null);
		await act({ action: 'cancel' });
		for (const action of [move, { action: 'cancel' }]) {
			const again = await act(action, {}, drawn);
			expect(again.status).toBe(409);
			expect(await shown(again)).toEqual(expect.arrayContaining(['NOT_OPEN', 'view:callback', 'open:no']));
		}
	});

	it('takes no recovery phrase for a secret: nothing is looked up, nothing comes back', async ({ expect }) => {
		const phrase = phrases.English;
		const typed = [
			{ reference: 'R-00000-00000', secret: phrase },
			{ reference: phrase, secret: 'AAAAAAAAAAAAAAAAAAAAAA' },
			{ reference: 'C-00000-00000', secret: walletKey },
		];
		for (const fields of typed) {
			const options = { overrides: { ...drawn.overrides, DB: {} } };
			const response = await postForm('/en/requests/', { action: 'open', ...fields }, {}, options);
			expect([response.status, response.headers.get('Set-Cookie')]).toEqual([422, null]);
			const page = await response.clone().text();
			expect([page.includes(phrase), page.includes(fields.secret)]).toEqual([false, false]);
			const facts = await shown(response);
			expect([facts.includes('view:open'), facts.includes('secret:yes'), facts.includes('view:missing')]).toEqual([
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
