import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { parseTerms, termsOf } from '#shared/request-terms';

import { searchRequests, searchSql } from '../../worker/db/request-search.ts';
import { phrases } from '../fixtures/phrases.ts';
import { addressHeader, contactBody, cookies, countRows, json, postForm, postJson, secretOf, send, setUp } from './helpers.ts';

setUp();

let network = 0;

async function newRequest(body: Record<string, unknown> = {}): Promise<{ reference: string; secret: string }> {
	const response = await postJson('/api/contact', { ...contactBody, ...body }, addressHeader(network++));
	const { reference, url } = await json<{ reference: string; url: string }>(response);
	return { reference, secret: secretOf(url) };
}

async function desk() {
	const headers = { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })), 'Accept-Language': 'en' };
	return {
		get: (path: string) => send(path, { headers }),
		act: (reference: string, fields: Record<string, string>) => postForm(`/desk/requests/${reference}`, fields, headers),
		find: async (query: string) => {
			const page = await (await send(`/desk/?q=${encodeURIComponent(query)}`, { headers })).text();
			return [...page.matchAll(/href="\/desk\/requests\/(R-[^"?]*)/g)].map(([, reference]) => reference);
		},
	};
}

describe('the search of the desk', () => {
	it('finds Chinese by any two characters, other words by how they begin, and both together', async ({ expect }) => {
		const { find } = await desk();
		const chinese = await newRequest({ locale: 'zh-cn', message: '提币到交易所，USDT 三天没到账，怎么办？' });
		const english = await newRequest({ message: 'My USDT withdrawal never arrived.' });
		for (const query of ['到账', '没到账', '提币 usdt', '交易所', 'ＵＳＤＴ 三天', '办'])
			expect([query, await find(query)]).toEqual([query, [chinese.reference]]);
		expect(await find('withdraw')).toEqual([english.reference]);
		expect(await find('usdt')).toEqual([english.reference, chinese.reference]);
		for (const query of ['账到', 'usdt 不存在', 'ithdrawal', '%', '_', '"', '!!'])
			expect([query, await find(query)]).toEqual([query, []]);
	});

	it('finds by reference, hash, address and mail, and leads straight to a whole reference', async ({ expect }) => {
		const { find, get } = await desk();
		const txHash = `0x${'ab12cd34'.repeat(8)}`;
		const address = '0x52908400098527886E0F7030069857D2E4169EE7';
		const { reference } = await newRequest({ txHash, address, chain: 'ethereum', email: 'Grace.Hopper@Navy.example' });
		await newRequest();
		for (const query of [
			txHash,
			txHash.slice(0, 12),
			txHash.slice(2, 10),
			address.toLowerCase(),
			reference.slice(2, 7),
			'hopper',
			'grace.hopper@navy.example',
		])
			expect([query, await find(query)]).toEqual([query, [reference]]);
		const led = await get(`/desk/?q=${reference.toLowerCase()}`);
		expect([led.status, led.headers.get('Location')]).toEqual([303, `/desk/requests/${reference}`]);
	});

	it('finds what was said and noted later', async ({ expect }) => {
		const { find, act } = await desk();
		const { reference, secret } = await newRequest();
		await postJson(`/api/requests/${reference}/messages`, { message: '网络选的是波场' }, { Authorization: `Bearer ${secret}` });
		await act(reference, { action: 'note', version: '2', text: 'Looks like a memo problem' });
		await act(reference, { action: 'reply', version: '3', text: 'Which exchange was it?' });
		for (const query of ['波场', 'memo', 'exchange']) expect([query, await find(query)]).toEqual([query, [reference]]);
	});

	it('forgets what was purged, what was cut out and what was deleted', async ({ expect }) => {
		const { find, act } = await desk();
		const { reference, secret } = await newRequest({ message: 'Something confidential was here, as I said.' });
		const headers = { Authorization: `Bearer ${secret}` };
		await act(reference, { action: 'purge', version: '1', id: '0' });
		expect([await find('confidential'), await find('ada')]).toEqual([[], [reference]]);
		const words = phrases.English.split(' ');
		await postJson(`/api/requests/${reference}/messages`, { message: words.slice(0, 7).join(' ') }, headers);
		await postJson(`/api/requests/${reference}/messages`, { message: words.slice(7).join(' ') }, headers);
		const { results } = await env.DB.prepare('SELECT term FROM request_terms').all<{ term: string }>();
		expect(results.filter(({ term }) => words.includes(term))).toEqual([]);
		await send(`/api/requests/${reference}`, { method: 'DELETE', headers });
		expect(await countRows('request_terms')).toBe(0);
	});

	it('takes no recovery phrase, and remembers words and pages when the language is changed', async ({ expect }) => {
		const { get } = await desk();
		const refused = await get(`/desk/?q=${encodeURIComponent(phrases.English)}`);
		expect([refused.status, refused.headers.get('Location')]).toEqual([303, '/en/emergency/']);
		const page = await (await get('/desk/?q=usdt&before=7&lang=en')).text();
		expect(page).toContain('href="/desk/?q=usdt&amp;before=7&amp;lang=zh-cn"');
		expect(page).toContain('value="usdt"');
		expect(await (await get('/desk/searches/?days=30')).text()).toContain('href="/desk/searches/?days=30&amp;lang=zh-cn"');
	});

	it('closes what was chosen from its results and comes back to them', async ({ expect }) => {
		const headers = { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })), 'Accept-Language': 'en' };
		const { reference } = await newRequest();
		const done = await postForm('/desk/', { q: 'transfer', action: 'close', chosen: `${reference}.1` }, headers);
		expect(done.headers.get('Location')).toContain('/desk/?q=transfer&done=1');
	});
});

describe('a search among a hundred thousand requests', () => {
	const many = 100_000;
	const before = Number.MAX_SAFE_INTEGER;

	/** As many requests as there can be, each with a few words: some in all of them, some in few. */
	async function fill(): Promise<void> {
		await env.DB.prepare(
			`INSERT INTO requests (reference, number, state, locale, topic, urgent, name, email, message, created_at, updated_at, team)
			WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?1)
			SELECT 'R-' || n, n, 'closed', 'en', 'other', 0, '', '', '', n, n, 'support' FROM n`,
		)
			.bind(many)
			.run();
		for (const [term, step, offset] of [
			['usdt', 1, 0],
			['tron', 2, 0],
			['odd', 2, 1],
			['rare', 9973, 0],
		] as const)
			await env.DB.prepare('INSERT INTO request_terms (term, number) SELECT ?1, number FROM requests WHERE number % ?2 = ?3')
				.bind(term, step, offset)
				.run();
		await env.DB.prepare(`INSERT INTO request_terms (term, number) SELECT 'word' || (number % 200), number FROM requests`).run();
	}

	it('reads the newest with the rarest word and no more, and goes on from there', { timeout: 60_000 }, async ({ expect }) => {
		await fill();
		const numbers = async (query: string, from?: number) => {
			const { items, before: next } = await searchRequests(env.DB, parseTerms(query), 50, from);
			return { found: items.map(({ reference }) => Number(reference.slice(2))), next };
		};
		const newest = await numbers('usdt');
		expect([newest.found.length, newest.found[0], newest.next]).toEqual([50, many, many - 49]);
		expect((await numbers('usdt', newest.next)).found[0]).toBe(many - 50);
		expect((await numbers('usdt tron rare')).found).toEqual([5, 4, 3, 2, 1].map((nth) => nth * 2 * 9973));
		// Two common words that never meet: what was looked at is said, not that there is nothing.
		const never = await numbers('tron odd');
		expect([never.found, never.next]).toEqual([[], many - 2 * 999]);
		const rows = async (sql: string, ...bound: (string | number)[]) =>
			(
				await env.DB.prepare(sql)
					.bind(...bound)
					.all()
			).meta.rows_read;
		const groups = JSON.stringify([['tron'], ['usdt']]);
		const read = {
			expand: await rows(searchSql.expand, 'word', 'word\u{10ffff}', 40),
			count: await rows(searchSql.count, '["usdt"]', 1000),
			walk: await rows(searchSql.walk, '["usdt"]', groups, before, 1000),
		};
		expect(read.expand).toBeLessThan(200);
		expect(read.count).toBeLessThan(3000);
		expect(read.walk).toBeLessThan(15_000);
	});

	it.for(Object.entries(searchSql))('looks nothing through to %s', async ([, sql], { expect }) => {
		const bound = sql.includes('?4') ? ['[]', '[]', 1, 1] : sql.includes('?3') ? ['a', 'b', 1] : ['[]', 1];
		const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
			.bind(...bound)
			.all<{ detail: string }>();
		expect(results.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN (?:request_terms|requests|other)/);
	});
});

describe('a text', () => {
	it('that is as long as it may be is stored with its terms in one batch', async ({ expect }) => {
		const message = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
		const { reference } = await newRequest({ message });
		expect(reference).toMatch(/^R-/);
		expect(await countRows('request_terms')).toBeGreaterThan(600);
		expect(termsOf([message])).toHaveLength(600);
	});
});
