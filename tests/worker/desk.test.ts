import { env } from 'cloudflare:workers';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, it } from 'vitest';

import { createApp } from '../../worker/app.ts';
import {
	addressHeader,
	anyArticle,
	callbackBody,
	contactBody,
	cookies,
	dayMs,
	json,
	postForm,
	postJson,
	send,
	setUp,
	start,
	tag,
} from './helpers.ts';
import type { SendOptions } from './helpers.ts';

setUp();

const teamDomain = 'https://team.cloudflareaccess.example';
const audience = 'desk-audience-tag';
const production = {
	ENVIRONMENT: 'production',
	DESK_TOKEN: '',
	CLOCK_OFFSET_MS: '',
	ACCESS_TEAM_DOMAIN: teamDomain,
	ACCESS_AUDIENCE: audience,
};

async function visit(path: string, options: SendOptions = {}): Promise<string> {
	const login = await postForm('/desk/login', { token: env.DESK_TOKEN });
	return (await send(path, { headers: { Cookie: cookies(login), 'Accept-Language': 'en' } }, options)).text();
}

describe('the local login', () => {
	it('shows nothing but a form to strangers', async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		for (const path of ['/desk/', '/desk/callbacks', '/desk/votes', '/desk/comments', '/desk/nothing']) {
			const response = await send(path);
			expect(response.status).toBe(401);
			const page = await response.text();
			expect([page.includes('name="token"'), page.includes('Ada')]).toEqual([true, false]);
		}
	});

	it('refuses a wrong token', async ({ expect }) => {
		for (const token of ['', 'wrong', `${env.DESK_TOKEN}x`]) {
			const response = await postForm('/desk/login', { token }, { 'Accept-Language': 'en' });
			expect([response.status, response.headers.get('Set-Cookie')]).toEqual([401, null]);
			expect(tag(await response.text(), 'id="wrong"')).toContain('role="alert"');
		}
	});

	it('opens a session of twelve hours, and logging out ends it', async ({ expect }) => {
		const login = await postForm('/desk/login', { token: env.DESK_TOKEN });
		expect([login.status, login.headers.get('Location')]).toEqual([303, '/desk/']);
		expect(login.headers.get('Set-Cookie')).toMatch(/^__Host-desk=.*Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
		const headers = { Cookie: cookies(login) };
		expect((await send('/desk/', { headers })).status).toBe(200);
		expect((await send('/desk/', { headers }, { at: start + dayMs / 2 + 5000 })).status).toBe(401);
		expect((await send('/desk/', { headers }, { overrides: { DESK_TOKEN: 'another' } })).status).toBe(401);
		expect((await postForm('/desk/logout', {}, headers)).headers.get('Set-Cookie')).toMatch(/^__Host-desk=; Max-Age=0/);
	});

	it('lets nobody in when no token is set', async ({ expect }) => {
		const overrides = { DESK_TOKEN: '' };
		expect((await postForm('/desk/login', { token: '' }, {}, { overrides })).status).toBe(401);
		expect((await send('/desk/', { headers: { Cookie: '__Host-desk=9999999999999.x' } }, { overrides })).status).toBe(401);
	});

	it('does not exist in production', async ({ expect }) => {
		for (const path of ['/desk/login', '/desk/login?lang=en']) {
			expect((await send(path, {}, { overrides: production })).status).toBe(404);
			expect((await postForm(path, { token: env.DESK_TOKEN }, {}, { overrides: production })).status).toBe(404);
		}
	});

	it('is where /desk leads, with a stylesheet of its own', async ({ expect }) => {
		expect((await send('/desk')).headers.get('Location')).toBe('/desk/');
		const style = await send('/desk/style.css');
		expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
	});
});

describe('Cloudflare Access', async () => {
	const { publicKey, privateKey } = await generateKeyPair('RS256');
	const accessKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'test' }] });
	const through = createApp({ accessKeys });
	const token = (claims: { iss?: string; aud?: string; exp?: string; email?: string } = {}, key = privateKey) =>
		new SignJWT({ sub: 'service', email: claims.email ?? 'agent@example.com' })
			.setProtectedHeader({ alg: 'RS256', kid: 'test' })
			.setIssuer(claims.iss ?? teamDomain)
			.setAudience(claims.aud ?? audience)
			.setExpirationTime(claims.exp ?? '5 minutes')
			.sign(key);
	const knock = async (assertion?: string, overrides: object = production) =>
		send('/desk/', assertion ? { headers: { 'Cf-Access-Jwt-Assertion': assertion } } : {}, {
			through,
			overrides: { ...overrides },
		});

	it('lets in whoever it vouches for', async ({ expect }) => {
		const response = await knock(await token());
		expect(response.status).toBe(200);
		expect((await response.text()).includes('/desk/logout')).toBe(false);
	});

	it('keeps everyone else out', async ({ expect }) => {
		const stranger = (await generateKeyPair('RS256')).privateKey;
		const assertions = [
			undefined,
			'nonsense',
			await token({ iss: 'https://elsewhere.example' }),
			await token({ aud: 'other' }),
			await token({ exp: '5 minutes ago' }),
			await token({}, stranger),
			// A service's token.
			await token({ email: '' }),
		];
		for (const assertion of assertions) expect((await knock(assertion)).status).toBe(403);
	});

	it('keeps everyone out until team and audience are configured', async ({ expect }) => {
		expect((await knock(await token(), { ...production, ACCESS_AUDIENCE: '' })).status).toBe(403);
		expect((await knock(await token(), { ...production, ACCESS_TEAM_DOMAIN: '' })).status).toBe(403);
	});
});

describe('what staff see', () => {
	it('lists requests newest first, the held ones marked', async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		await postJson('/api/contact', { ...contactBody, name: 'Eve', website: 'x', urgent: true }, addressHeader(1), {
			at: start + 1000,
		});
		const page = await visit('/desk/?view=all');
		expect(page.startsWith('<!doctype html>')).toBe(true);
		expect(page.indexOf('<strong>Eve')).toBeLessThan(page.indexOf('<strong>Ada'));
		expect(page.match(/class="tag held"/g)).toHaveLength(1);
		expect(page.match(/class="tag urgent"/g)).toHaveLength(1);
	});

	it('goes on to older pages', async ({ expect }) => {
		const rows = Array.from({ length: 51 }, (_, index) =>
			env.DB.prepare(
				`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, updated_at, team) VALUES (?1, 'received', 'en', 'other', 0, ?1, 'a@example.com', 'm', ?2, ?2, 'support')`,
			).bind(`R-${String(index).padStart(5, '0')}-00000`, start),
		);
		await env.DB.batch(rows);
		const first = await visit('/desk/?lang=en');
		expect(first.match(/<li>/g)).toHaveLength(50);
		const next =
			tag(first, 'class="more"')
				.match(/href="([^"]*)"/)?.[1]
				?.replaceAll('&amp;', '&') ?? '';
		expect(next).toContain('lang=en');
		const second = await visit(next);
		expect(second.match(/<li>/g)).toHaveLength(1);
		expect(second.includes('R-00000-00000')).toBe(true);
		expect(second.includes('class="more"')).toBe(false);
	});

	it('shows everything about one request, escaped', async ({ expect }) => {
		const article = await anyArticle();
		const hash = 'ab12'.repeat(16);
		const body = {
			...contactBody,
			message: '<script>alert(1)</script> lost it',
			txHash: hash,
			chain: 'tron',
			device: 'Pixel',
			articles: [article.id],
		};
		const { reference } = await json<{ reference: string }>(await postJson('/api/contact', body));
		const page = await visit(`/desk/requests/${reference}`);
		for (const text of [
			'&lt;script&gt;alert(1)',
			'mailto:ada@example.com',
			`https://tronscan.org/#/transaction/${hash}`,
			'TRON',
			'Pixel',
			`href="${article.url}"`,
			'Received',
		]) {
			expect(page.includes(text), text).toBe(true);
		}
		expect(page.includes('App version')).toBe(false);
	});

	it('shows callbacks with what was told, and the number masked', async ({ expect }) => {
		const { reference } = await json<{ reference: string }>(
			await postJson('/api/callbacks', { ...callbackBody, note: '下午也行', elapsedMs: 5 }),
		);
		const list = await visit('/desk/callbacks?day=2026-11-24');
		expect([list.includes('+86 •••• 8000'), list.includes('class="tag held"')]).toEqual([true, true]);
		const detail = await visit(`/desk/callbacks/${reference}`);
		for (const text of ['+86 •••• 8000', '下午也行', 'datetime="2026-11-24T02:00:00Z"', 'Booked', 'Risk control'])
			expect(detail.includes(text), text).toBe(true);
		expect([list.includes('8613800138000'), detail.includes('8613800138000')]).toEqual([false, false]);
	});

	it('shows votes per article and the comments after "no"', async ({ expect }) => {
		const { id, title } = await anyArticle('zh-cn');
		for (const [index, vote] of [
			{ value: 'yes' },
			{ value: 'no', comment: '第三步看不懂', reason: 'unclear' },
			{ value: 'no', website: 'x' },
		].entries()) {
			await postJson('/api/votes', { article: id, ...vote }, addressHeader(index));
		}
		const totals = await visit('/desk/votes');
		expect(totals.includes(`>${title}</a></th><td>1</td><td>1</td><td>1</td>`)).toBe(true);
		const comments = await visit('/desk/comments');
		expect([comments.includes('第三步看不懂'), comments.includes('Unclear')]).toEqual([true, true]);
	});

	it('speaks both languages', async ({ expect }) => {
		const page = await visit('/desk/?lang=zh-cn');
		expect(tag(page, '<html')).toContain('lang="zh-CN"');
		expect([page.includes('工单'), page.includes('/desk/callbacks?lang=zh-cn')]).toEqual([true, true]);
	});

	it('says on every page and in its title that a demonstration is one', async ({ expect }) => {
		const words = { en: 'Demonstration, not affiliated with any company', 'zh-cn': '演示，与任何公司无关' };
		const says = (page: string) =>
			[page.split('</title>')[0], page.split('<body>')[1]].map((part) => part?.split('<h1')[0] ?? '');
		for (const [locale, text] of Object.entries(words)) {
			for (const path of ['/desk/', '/desk/callbacks', '/desk/votes', '/desk/comments', '/desk/nothing']) {
				const parts = says(await visit(`${path}?lang=${locale}`));
				expect(parts.map((part) => part.includes(text))).toEqual([true, true]);
			}
			const login = says(await (await send(`/desk/?lang=${locale}`)).text());
			expect(login.map((part) => part.includes(text))).toEqual([true, true]);
		}
		const through = createApp({ demonstration: false });
		expect((await visit('/desk/', { through })).includes(words.en)).toBe(false);
	});

	it('says when there is nothing', async ({ expect }) => {
		expect((await visit('/desk/callbacks/all?cursor=nonsense')).includes('Nothing here yet.')).toBe(true);
		for (const path of ['/desk/requests/R-00000-00000', '/desk/callbacks/x', '/desk/nothing']) {
			expect((await visit(path)).includes('There is nothing here.')).toBe(true);
		}
	});

	it('reads its lists along indexes', async ({ expect }) => {
		const plan = async (sql: string) => JSON.stringify((await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()).results);
		const before = 'WHERE (created_at, reference) < (1, 2) ORDER BY created_at DESC, reference DESC LIMIT 50';
		for (const sql of [
			`SELECT * FROM requests ${before}`,
			`SELECT * FROM callbacks ${before}`,
			`SELECT article, SUM(held) FROM votes WHERE article > '' GROUP BY article ORDER BY article LIMIT 50`,
			`SELECT comment FROM votes WHERE comment IS NOT NULL AND (updated_at, visitor) < (1, 2) ORDER BY updated_at DESC, visitor DESC LIMIT 50`,
		]) {
			expect(await plan(sql)).toContain('SEARCH');
			expect(await plan(sql)).not.toContain('TEMP B-TREE');
		}
	});
});
