import { env } from 'cloudflare:workers';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, it } from 'vitest';

import { createApp } from '../../worker/app.ts';
import { queueSql, queueViews } from '../../worker/db/queue.ts';
import { addressHeader, contactBody, cookies, json, postForm, postJson, send, setUp } from './helpers.ts';

setUp();

let network = 0;

async function newRequest(body: Record<string, unknown> = {}): Promise<string> {
	const response = await postJson('/api/contact', { ...contactBody, ...body }, addressHeader(network++));
	return (await json<{ reference: string }>(response)).reference;
}

async function desk() {
	const login = await postForm('/desk/login', { token: env.DESK_TOKEN }, addressHeader(network++));
	const headers = { Cookie: cookies(login), 'Accept-Language': 'en' };
	return {
		page: async (path: string) => (await send(path, { headers })).text(),
		post: (path: string, fields: string[][]) => send(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
	};
}

const references = (page: string) =>
	[...page.matchAll(/href="[^"]*\/desk\/requests\/(R-[^"?]*)/g)].map(([, reference]) => reference);

describe('the queue', () => {
	it('has a view for whatever is to be done, and by team, topic and language', async ({ expect }) => {
		const { page, post } = await desk();
		const deposit = await newRequest();
		const theft = await newRequest({ topic: 'safety', locale: 'zh-cn' });
		const spam = await newRequest({ website: 'x' });
		await post(`/desk/requests/${deposit}`, [
			['action', 'reply'],
			['version', '1'],
			['text', 'Which network?'],
			['asks', 'yes'],
		]);
		const views = [
			['', [spam, theft, deposit]],
			['?view=mine', [deposit]],
			['?view=unassigned', [theft]],
			['?view=waiting', [deposit]],
			['?view=held', [spam]],
			['?view=team&value=risk', [theft]],
			['?view=topic&value=deposits', [deposit, spam]],
			['?view=language&value=zh-cn', [theft]],
			['?view=closed', []],
			['?view=nonsense', [spam, theft, deposit]],
		] as const;
		for (const [query, expected] of views)
			expect([query, references(await page(`/desk/${query}`)).toSorted()]).toEqual([query, expected.toSorted()]);
		expect((await page('/desk/')).replaceAll(/<[^>]*>/g, '')).toMatch(/Mine\s*\(1\)[\s\S]*Unassigned\s*\(1\)[\s\S]*Held\s*\(1\)/);
	});

	it('assigns and closes many at once, and leaves alone what somebody else has changed', async ({ expect }) => {
		const { page, post } = await desk();
		const all = [await newRequest(), await newRequest(), await newRequest()];
		const [first = '', second = '', third = ''] = all;
		await post(`/desk/requests/${third}`, [
			['action', 'note'],
			['version', '1'],
			['text', 'In the meantime'],
		]);
		const done = await post('/desk/', [['action', 'close'], ...[first, third].map((reference) => ['chosen', `${reference}.1`])]);
		expect(done.headers.get('Location')).toContain('done=1&stale=1');
		expect(references(await page('/desk/?view=closed'))).toEqual([first]);
		await post('/desk/', [
			['action', 'take'],
			['chosen', `${second}.1`],
			['chosen', 'R-00000-00000.1'],
			['chosen', 'nonsense'],
		]);
		expect(references(await page('/desk/?view=mine'))).toEqual([second]);
	});

	it('is one’s own: what one agent has taken is not another’s', async ({ expect }) => {
		const { privateKey, publicKey } = await generateKeyPair('RS256');
		const accessKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'k' }] });
		const [issuer, audience] = ['https://team.cloudflareaccess.example', 'audience'];
		const through = createApp({ accessKeys, demonstration: false });
		const overrides = {
			ENVIRONMENT: 'production',
			DESK_TOKEN: '',
			CLOCK_OFFSET_MS: '',
			ACCESS_TEAM_DOMAIN: issuer,
			ACCESS_AUDIENCE: audience,
		};
		const headersOf = async (email: string) => ({
			'Cf-Access-Jwt-Assertion': await new SignJWT({ email })
				.setProtectedHeader({ alg: 'RS256', kid: 'k' })
				.setIssuer(issuer)
				.setAudience(audience)
				.setExpirationTime('1h')
				.sign(privateKey),
		});
		const [ada, ben] = [await headersOf('ada@desk.example'), await headersOf('ben@desk.example')];
		const reference = await newRequest();
		const body = new URLSearchParams({ action: 'take', version: '1' });
		await send(`/desk/requests/${reference}`, { method: 'POST', headers: ada, body }, { through, overrides });
		const mine = async (headers: Record<string, string>) =>
			references(await (await send('/desk/?view=mine', { headers }, { through, overrides })).text());
		expect([await mine(ada), await mine(ben)]).toEqual([[reference], []]);
		const { results } = await env.DB.prepare('SELECT actor, action FROM audit_log WHERE subject = ?1').bind(reference).all();
		expect(results).toEqual([{ actor: 'ada@desk.example', action: 'assigned' }]);
	});

	it.for(queueViews)('reads the view “%s” from an index, in its order', async (view, { expect }) => {
		const sql = queueSql(view);
		const bound = [Number.MAX_SAFE_INTEGER, '', 50, ...(sql.includes('?4') ? ['x'] : [])];
		const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
			.bind(...bound)
			.all<{ detail: string }>();
		const plan = results.map(({ detail }) => detail).join('\n');
		expect(plan).toMatch(/^SEARCH requests USING INDEX/);
		expect(plan).not.toContain('TEMP B-TREE');
	});

	it.for([
		['SELECT COUNT(*) FROM requests WHERE is_open = 1 AND assignee = ?1', ['x']],
		["SELECT COUNT(*) FROM requests WHERE is_open = 1 AND assignee IS NULL AND state <> 'held'", []],
		[`SELECT COUNT(*) FROM requests WHERE state = 'held'`, []],
		['SELECT * FROM request_messages WHERE reference = ?1 ORDER BY id', ['x']],
		['SELECT * FROM request_events WHERE reference = ?1 ORDER BY id', ['x']],
		['SELECT * FROM audit_log WHERE subject = ?1 ORDER BY id DESC LIMIT 30', ['x']],
		['SELECT first_reply_at FROM requests WHERE first_reply_at IS NOT NULL AND first_reply_at >= ?1', [0]],
		['DELETE FROM idempotency_keys WHERE reference = ?1', ['x']],
	] as const)('looks nothing through: %s', async ([sql, bound], { expect }) => {
		const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
			.bind(...bound)
			.all<{ detail: string }>();
		expect(results.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN|TEMP B-TREE/);
	});
});
