import { env } from 'cloudflare:workers';
import { describe, it, vi } from 'vitest';

import { official } from '#config/official';
import { support } from '#config/support';

import { cookies, postForm, send, setUp, tag } from './helpers.ts';

setUp();

/** The page that answers a pasted text, and whether it shows a block. */
async function ask(text: string, locale = 'en') {
	const response = await postForm(`/${locale}/verify/`, { text });
	const page = await response.text();
	return { response, page, shows: (fact: string) => !tag(page, `data-show="${fact}"`).includes(' hidden') };
}

async function rowsOfAllTables(): Promise<number> {
	const tables = await env.DB.prepare(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
	).all<{
		name: string;
	}>();
	const counts = await Promise.all(
		tables.results
			.filter(({ name }) => !/migrations|sqlite/.test(name))
			.map(({ name }) => env.DB.prepare(`SELECT COUNT(*) AS count FROM ${name}`).first<number>('count')),
	);
	return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

describe('/verify/ without script', () => {
	for (const locale of ['en', 'zh-cn'] as const) {
		it(`is a live page with nothing answered yet (${locale})`, async ({ expect }) => {
			const response = await send(`/${locale}/verify/`);
			expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
			expect(tag(await response.text(), 'data-show="answer:yes"')).toContain('hidden');
		});

		it(`says what is ours, since when and what for (${locale})`, async ({ expect }) => {
			const [site] = official;
			const { response, page, shows } = await ask(`https://${site?.value}/a`, locale);
			expect([response.status, response.headers.get('Cache-Control'), response.headers.get('ETag')]).toEqual([
				200,
				'no-store',
				null,
			]);
			expect([shows('verdict:official'), shows('verdict:unlisted'), shows('kind:website')]).toEqual([true, false, true]);
			expect(page).toContain(`data-fill="purpose"`);
			expect(page.split('data-fill="purpose"')[1]).toMatch(new RegExp(`^[^>]*>${site?.purpose[locale]}<`));
		});
	}

	it('says of numbers, senders and accounts that they prove nothing about who made contact', async ({ expect }) => {
		for (const { kind, value } of official) {
			const { shows } = await ask(kind === 'wechat' ? `WeChat ${value}` : kind === 'x' ? `https://x.com/${value}` : value);
			const isForgeable = !['website', 'android', 'ios'].includes(kind);
			expect([value, shows('verdict:official'), shows('contact:yes')]).toEqual([value, true, isForgeable]);
		}
	});

	it('explains a look-alike', async ({ expect }) => {
		const { page, shows } = await ask('https://help.exаmple.com/validate');
		expect(
			['verdict:unlisted', 'why:yes', 'why-letters:yes', 'why-mixed:yes', 'decoded:yes', 'like:yes', 'report:yes'].filter(
				(fact) => !shows(fact),
			),
		).toEqual([]);
		expect(['verdict:official', 'why-typo:yes', 'more:yes'].filter(shows)).toEqual([]);
		expect(page).toMatch(/data-fill="value"[^>]*>help\.xn--exmple-4nf\.com</);
	});

	it('names a known fake with its source, and everything else that was pasted', async ({ expect }) => {
		const { page, shows } = await ask('support@example.com wants me to open https://tpwallet-support.example/');
		expect([shows('verdict:fake'), shows('verdict:official'), shows('more:yes')]).toEqual([true, false, true]);
		expect(page).toContain('Reported by a reader (example)');
		const list = page.slice(page.indexOf('data-list="found"'));
		expect(list.slice(0, list.indexOf('</ul>'))).toMatch(/data-verdict="fake">.*Known fake.*data-verdict="official">.*Official/s);
	});

	it('never calls safe what it does not know', async ({ expect }) => {
		for (const text of ['hello', '你好，请联系我', 'evil.test', '10086']) {
			const { shows } = await ask(text);
			expect([text, shows('verdict:official'), shows('answer:yes')]).toEqual([text, false, true]);
		}
	});

	it('stores nothing, and logs nothing of it', async ({ expect }) => {
		const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
		const rows = await rowsOfAllTables();
		await ask('https://marked-text.test/ marked@text.test');
		await postForm('/en/verify/', { text: `marked-text.test ${'x'.repeat(2000)}` });
		expect(await rowsOfAllTables()).toBe(rows);
		expect(JSON.stringify(logged.map(({ mock }) => mock.calls))).not.toContain('marked');
	});

	it('shows what was pasted only as text', async ({ expect }) => {
		const { page } = await ask('https://evil.test/"><script>alert(1)</script> https://b.test');
		expect([page.includes('<script>alert'), page.includes('&lt;script&gt;alert')]).toEqual([false, true]);
	});

	it('gives the form back with its error when there is nothing in it, or too much', async ({ expect }) => {
		for (const [text, code] of [
			['', 'REQUIRED'],
			[`evil.test ${'x'.repeat(1000)}`, 'TOO_LONG'],
		] as const) {
			const { response, page } = await ask(text);
			expect(response.status).toBe(422);
			expect(tag(page, `data-code="${code}"`)).not.toContain('hidden');
			expect(tag(page, 'data-show="answer:yes"')).toContain('hidden');
			expect(page).toContain(`${text}</textarea>`);
		}
	});

	it('refuses a recovery phrase and does not give it back', async ({ expect }) => {
		const phrase = `${'abandon '.repeat(11)}about`;
		const { response, page } = await ask(`is this ok: ${phrase}`, 'zh-cn');
		expect(response.status).toBe(422);
		expect(page).not.toContain('abandon abandon');
		expect(tag(page, 'data-show="secret:yes"')).not.toContain('hidden');
	});

	it('takes no form of another site', async ({ expect }) => {
		const response = await postForm('/en/verify/', { text: 'evil.test' }, { Origin: 'https://evil.test' });
		expect(response.status).toBe(403);
		expect(await response.text()).not.toContain('evil.test</textarea>');
	});

	it('answers bursts with a page that says so', async ({ expect }) => {
		const overrides = { BURST: { limit: async () => ({ success: false }) } };
		const response = await postForm('/en/verify/', { text: 'evil.test' }, {}, { overrides });
		expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '60']);
		expect(tag(await response.text(), 'data-code="RATE_LIMITED"')).not.toContain('hidden');
	});
});

describe('/contact/ for a report', () => {
	it('has the topic chosen, and passes it on to the people who look into fakes', async ({ expect }) => {
		expect(tag(await (await send('/en/contact/?topic=fake')).text(), 'value="fake"')).toContain('checked');
		const body = {
			locale: 'en',
			topic: 'fake',
			name: 'Ada',
			email: 'ada@example.com',
			message: 'A fake site: https://evil.test/',
		};
		expect((await postForm('/api/contact', body)).status).toBe(303);
		const login = await postForm('/desk/login', { token: env.DESK_TOKEN });
		const desk = await (await send('/desk/', { headers: { Cookie: cookies(login), 'Accept-Language': 'en' } })).text();
		const topic = support.topics.find(({ id }) => id === 'fake');
		expect([desk.includes(topic?.name.en ?? ''), topic?.team]).toEqual([true, 'risk']);
	});
});

describe('/.well-known/', () => {
	it('serves security.txt as text', async ({ expect }) => {
		const response = await env.ASSETS.fetch('http://assets.local/.well-known/security.txt');
		expect([response.status, response.headers.get('Content-Type')]).toEqual([
			200,
			expect.stringMatching(/^text\/plain; charset=utf-8/),
		]);
	});
});
