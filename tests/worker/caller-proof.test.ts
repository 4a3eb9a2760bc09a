import { env } from 'cloudflare:workers';
import { describe, it, vi } from 'vitest';

import { callerWordsSeconds } from '#shared/limits';

import { agent, bookCall, slotAt, wordsOn } from './call-helpers.ts';
import { callbackBody, cookies, hourMs, postForm, postJson, secretOf, send, sendJson, setUp, start } from './helpers.ts';
import { mailbox, minute, sweep } from './outbox-helpers.ts';

setUp();

const livesMs = callerWordsSeconds * 1000;

/** The private page without script, as one browser sees it. */
async function privatePage(url: string, reference: string, at: number, more = ''): Promise<string> {
	const opened = await postForm('/zh-cn/requests/', { action: 'open', reference, secret: secretOf(url) }, {}, { at });
	const Cookie = [cookies(opened), more].filter(Boolean).join('; ');
	return (await send('/zh-cn/requests/', { headers: { Cookie } }, { at })).text();
}

const shown = (page: string, fact: string) =>
	new RegExp(`<(?:div|strong|form)[^>]*data-show="${fact}"[^>]*>`).exec(page)?.[0].includes('hidden') === false;

describe('the caller’s words', () => {
	it('are the same in the desk and in the browser that booked, and only while somebody calls', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		expect((await call.here(slotAt)).proof).toEqual({ isHere: true, isLive: false });
		expect((await ada.act(call.reference, 'call', slotAt)).status).toBe(303);
		const { proof, state, attempts } = await call.here(slotAt + minute);
		expect([state, attempts, proof.words?.length]).toEqual(['calling', 1, 2]);
		expect(wordsOn(await ada.page(`/desk/callbacks/${call.reference}`, slotAt + minute))).toBe(proof.words?.join(' · '));
		await ada.act(call.reference, 'reached', slotAt + minute);
		expect((await call.here(slotAt + 2 * minute)).proof).toEqual({ isHere: true, isLive: false });
	});

	it('are not for another browser, though it has the right link: neither by the API nor on the page', async ({ expect }) => {
		const call = await bookCall();
		const before = await privatePage(call.url, call.reference, start);
		await (await agent()).act(call.reference, 'call', slotAt);
		const at = slotAt + minute;
		const [first = '', second = ''] = (await call.here(at)).proof.words ?? [];
		expect(first).not.toBe('');
		const stranger = await call.elsewhere(at);
		expect(stranger.proof).toEqual({ isHere: false, isLive: true });
		expect(JSON.stringify(stranger)).not.toContain(first);
		const theirs = await privatePage(call.url, call.reference, at);
		expect(shown(theirs, 'caller:elsewhere')).toBe(true);
		// Some of the words stand in texts of the page, too.
		for (const word of [first, second]) expect(theirs.split(word)).toHaveLength(before.split(word).length);
		expect([shown(theirs, 'state:calling'), shown(theirs, 'state:called')]).toEqual([false, true]);
		const own = await privatePage(call.url, call.reference, at, call.browser.Cookie);
		expect([own.includes(first), own.includes(second), shown(own, 'caller:words')]).toEqual([true, true, true]);
		expect([shown(own, 'state:calling'), shown(own, 'state:called')]).toEqual([true, false]);
		const over = await privatePage(call.url, call.reference, slotAt + livesMs + 1000, call.browser.Cookie);
		expect([shown(over, 'state:called'), shown(over, 'caller:over'), shown(over, 'entry:good')]).toEqual([true, true, false]);
	});

	it('are not for a browser that has booked another call, nor for a cookie that somebody made up', async ({ expect }) => {
		const call = await bookCall();
		const other = await bookCall({ slot: '2026-11-23T07:00:00Z' });
		await (await agent()).act(call.reference, 'call', slotAt);
		for (const Cookie of [
			other.browser.Cookie,
			other.browser.Cookie.replace(/call-C-\w+-\w+/, `call-${call.reference}`),
			`__Host-call-${call.reference}=${secretOf(call.url)}`,
			`__Host-call-${call.reference}=`,
		]) {
			const response = await send(call.path, { headers: { ...call.link, Cookie } }, { at: slotAt + 1000 });
			expect(((await response.json()) as { proof: object }).proof).toEqual({ isHere: false, isLive: true });
		}
	});

	it('live three minutes, and the next attempt has others', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		const first = (await call.here(slotAt + livesMs - 2000)).proof.words;
		expect(first).toHaveLength(2);
		expect((await call.here(slotAt + livesMs + 2000)).proof).toEqual({ isHere: true, isLive: false });
		expect(wordsOn(await ada.page(`/desk/callbacks/${call.reference}`, slotAt + livesMs + 2000))).toBe(null);
		await ada.act(call.reference, 'again', slotAt + 2 * livesMs);
		const second = (await call.here(slotAt + 2 * livesMs + 1000)).proof.words;
		expect(second).toHaveLength(2);
		expect(second).not.toEqual(first);
	});

	it('are for the agent who calls, as the number is', async ({ expect }) => {
		const call = await bookCall();
		const path = `/desk/callbacks/${call.reference}`;
		const [ada, bob] = [await agent('Ada'), await agent('Bob')];
		for (const page of [await ada.page(path, slotAt), await ada.page('/desk/callbacks'), await ada.page('/desk/callbacks/all')])
			expect([page.includes(call.reference), page.includes(call.phone), page.includes('tel:')]).toEqual([true, false, false]);
		await ada.act(call.reference, 'call', slotAt);
		const [own, other] = [await ada.page(path, slotAt), await bob.page(path, slotAt)];
		// To the second, with its zone, and for scripts how long.
		expect(own).toMatch(/They live until \d\d:\d\d:\d\d \(\w+ time\)/);
		expect(Number(/data-lives="(\d+)"/.exec(own)?.[1])).toBeGreaterThan(livesMs - 2000);
		// By style alone where there is no script.
		expect(own).toMatch(/class="words-live lives-17[05]".*class="words-over lives-17[05]"/s);
		expect(await ada.page(path, slotAt + livesMs - 8000)).toContain('class="words-live lives-5"');
		expect([own.includes(`tel:${call.phone}`), wordsOn(own) === null]).toEqual([true, false]);
		expect([other.includes(call.phone), wordsOn(other), other.includes('Ada is on this call')]).toEqual([false, null, true]);
		await ada.act(call.reference, 'reached', slotAt + minute);
		expect((await ada.page(path, slotAt + minute)).includes(call.phone)).toBe(false);
	});

	it('are nowhere else: in no table, mail, log or audit line', async ({ expect }) => {
		const output: string[] = [];
		for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
			vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void output.push(args.map(String).join(' ')));
		const call = await bookCall({ email: 'ada@example.com' });
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		const words = (await call.here(slotAt)).proof.words ?? ['', ''];
		await ada.act(call.reference, 'note', slotAt, { text: 'Rang twice' });
		await ada.act(call.reference, 'missed', slotAt + minute, { next: '' });
		await sweep(slotAt + minute);
		const { results } = await env.DB.prepare(
			`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('mailbox') AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
		).all<{ name: string }>();
		const tables = await Promise.all(results.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}"`).all()));
		const everything = JSON.stringify([tables.map((table) => table.results), output]);
		expect(everything).toContain('Rang twice');
		for (const word of words) expect(everything).not.toContain(word);
		// Some of the words stand in the texts of mails, too.
		const mails = (await mailbox()).map((mail) => JSON.stringify(mail));
		expect(mails).not.toEqual([]);
		expect(mails.filter((mail) => words.every((word) => mail.includes(word)))).toEqual([]);
	});

	it('are for a browser whose first answer was lost, too', async ({ expect }) => {
		const post = () => postJson('/api/callbacks', callbackBody, { 'Idempotency-Key': 'lost-answer' });
		const [first, second] = [cookies(await post()), cookies(await post())];
		expect(first).toMatch(/^__Host-call-C-\w{5}-\w{5}=[\w-]{22}$/);
		expect(second).toBe(first);
	});
});

describe('a browser', () => {
	it('shows the words of each call that it has booked, also of two at once', async ({ expect }) => {
		const [first, second] = await Promise.all([bookCall(), bookCall({ slot: '2026-11-23T07:00:00Z' })]);
		const Cookie = `${first.browser.Cookie}; ${second.browser.Cookie}`;
		for (const { path, link } of [first, second]) {
			const view = await (await send(path, { headers: { ...link, Cookie } })).json();
			expect(view).toMatchObject({ proof: { isHere: true } });
		}
	});
});

describe('the page of a call', () => {
	it('says to every browser that nobody calls once the words have run out, and lets its person move or cancel it', async ({
		expect,
	}) => {
		const call = await bookCall();
		const other = await bookCall({ slot: '2026-11-23T07:00:00Z' });
		const ada = await agent();
		const at = slotAt + 2 * minute;
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(other.reference, 'call', Date.parse('2026-11-23T07:00:00Z'));
		const moved = { slot: '2026-11-24T03:00:00Z', timezone: 'Asia/Shanghai' };
		expect((await sendJson('PATCH', call.path, moved, call.link, { at })).status).toBe(409);
		const over = slotAt + livesMs + 2000;
		for (const cookie of ['', call.browser.Cookie]) {
			const page = await privatePage(call.url, call.reference, over, cookie);
			const facts = ['caller:over', 'caller:elsewhere', 'caller:words'].map((fact) => shown(page, fact));
			expect(facts).toEqual([true, false, false]);
			expect(/<strong[^>]*data-show="state:calling"[^>]*>/.exec(page)?.[0]).toContain('hidden');
		}
		expect((await call.here(over)).isChangeable).toBe(true);
		expect((await sendJson('PATCH', call.path, moved, call.link, { at: over })).status).toBe(200);
		expect(await call.here(over)).toMatchObject({ state: 'booked', attempts: 1, proof: { isLive: false } });
		const dropped = await send(other.path, { method: 'DELETE', headers: other.link }, { at: slotAt + hourMs + livesMs + 2000 });
		expect(((await dropped.json()) as { state: string }).state).toBe('cancelled');
	});

	it('carries the time of the server, for clocks that are wrong', async ({ expect }) => {
		const call = await bookCall();
		expect(Date.parse((await call.here(slotAt)).now)).toBeGreaterThanOrEqual(slotAt);
	});

	it('says that nobody calls, comes anew by itself while a call is due, and not before', async ({ expect }) => {
		const call = await bookCall();
		const early = await privatePage(call.url, call.reference, start);
		expect([shown(early, 'caller:nobody'), shown(early, 'caller:words')]).toEqual([true, false]);
		const opened = await postForm('/zh-cn/requests/', { action: 'open', reference: call.reference, secret: secretOf(call.url) });
		const headers = { Cookie: cookies(opened) };
		const refresh = async (at: number) => {
			const response = await send('/zh-cn/requests/', { headers }, { at });
			// The session goes on for as long as the page comes anew.
			const isRenewed = response.headers.get('Set-Cookie')?.includes('Max-Age=1800') ?? false;
			return [Number(response.headers.get('Refresh')), isRenewed];
		};
		expect(await refresh(start)).toEqual([1500, true]);
		expect((await refresh(slotAt - 15 * minute))[0]).toBeGreaterThan(580);
		for (const at of [slotAt - 4 * minute, slotAt, slotAt + hourMs - minute]) expect(await refresh(at)).toEqual([20, true]);
		await env.DB.prepare(`UPDATE callbacks SET state = 'offered'`).run();
		expect(await refresh(slotAt)).toEqual([0, false]);
	});

	it('does not come anew over a form that was not done', async ({ expect }) => {
		const call = await bookCall();
		const opened = await postForm('/zh-cn/requests/', { action: 'open', reference: call.reference, secret: secretOf(call.url) });
		const headers = { Cookie: cookies(opened) };
		const page = await (await send('/zh-cn/requests/', { headers }, { at: slotAt - 2 * minute })).text();
		const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
		const failed = await postForm('/zh-cn/requests/', { action: 'move', csrf }, headers, { at: slotAt - 2 * minute });
		expect([failed.status, failed.headers.get('Refresh')]).toEqual([422, null]);
	});

	it('takes the words away when their time is over, also where a form was refused because of the call', async ({ expect }) => {
		const call = await bookCall();
		const opened = await postForm('/en/requests/', { action: 'open', reference: call.reference, secret: secretOf(call.url) });
		const headers = { Cookie: `${cookies(opened)}; ${call.browser.Cookie}` };
		const at = (time: number) => send('/en/requests/', { headers }, { at: time });
		const csrf = /name="csrf" value="([^"]+)"/.exec(await (await at(slotAt - minute)).text())?.[1] ?? '';
		await (await agent()).act(call.reference, 'call', slotAt);
		const seconds = async (response: Response) => [
			shown(await response.clone().text(), 'caller:words'),
			Number(response.headers.get('Refresh')),
		];
		const refused = await postForm('/en/requests/', { action: 'cancel', csrf }, headers, { at: slotAt + minute });
		expect([refused.status, ...(await seconds(refused))]).toEqual([409, true, 20]);
		const [isShown, left] = await seconds(await at(slotAt + livesMs - 5000));
		expect([isShown, [3, 4, 5, 6].includes(Number(left))]).toEqual([true, true]);
		expect(await seconds(await at(slotAt + livesMs + 1000))).toEqual([false, 20]);
	});

	it('is a new one when the same form is sent again after a cancellation', async ({ expect }) => {
		const book = async () => {
			const { website: _, ...fields } = callbackBody as Record<string, unknown>;
			const form = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
			const response = await postForm('/api/callbacks', form);
			return [response.status, cookies(response).match(/C-\w{5}-\w{5}/)?.[0]];
		};
		const first = await book();
		expect(first).toEqual([303, expect.stringMatching(/^C-/)]);
		expect(await book()).toEqual(first);
		await env.DB.prepare(`UPDATE callbacks SET state = 'cancelled'`).run();
		await env.DB.prepare('DELETE FROM callback_seats').run();
		const again = await book();
		expect(again).toEqual([303, expect.stringMatching(/^C-/)]);
		expect(again[1]).not.toBe(first[1]);
	});

	it('asks for a rating once, after the call', async ({ expect }) => {
		const call = await bookCall();
		const rate = (at: number) => sendJson('POST', `${call.path}/rating`, { speed: 5, comment: 'Kind' }, call.link, { at });
		expect((await rate(start)).status).toBe(409);
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'reached', slotAt + minute);
		expect((await call.here(slotAt + minute)).rating).toBe('asked');
		expect((await rate(slotAt + 2 * minute)).status).toBe(201);
		expect((await rate(slotAt + 3 * minute)).status).toBe(409);
		expect(await ada.page(`/desk/callbacks/${call.reference}`, slotAt + minute)).toContain('Kind');
	});
});
