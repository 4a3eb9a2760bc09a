import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { env } from 'cloudflare:workers';
import { describe, it, vi } from 'vitest';

import type { Challenge } from '#shared/challenge';
import { challengeSeconds, rates, unprovenRates } from '#shared/limits';

import { createApp } from '../../worker/app.ts';
import {
	addressHeader,
	anyArticle,
	callbackBody,
	contactBody,
	countRows,
	dayMs,
	json,
	postForm,
	postJson,
	problem,
	send,
	setUp,
	start,
	tag,
	type SendOptions,
} from './helpers.ts';

setUp();

type Asked = Extract<Challenge, { kind: 'altcha' }>;

async function ask(route: string, options?: SendOptions): Promise<Asked['challenge']> {
	return (await json<Asked>(await send(`/api/challenge?route=${route}`, {}, options))).challenge;
}

async function solve(challenge: Asked['challenge']): Promise<string> {
	return btoa(JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }));
}

/** As if a network had written so often on every route that the next write is one too many for whoever proves nothing. */
async function tire(count: (route: keyof typeof unprovenRates) => number = (route) => unprovenRates[route]): Promise<void> {
	for (const route of ['contact', 'callbacks', 'votes'] as const)
		await env.DB.prepare(`UPDATE rate_counts SET count = ?2, max = ?2 WHERE route = ?1 AND period = 'hour'`)
			.bind(route, count(route))
			.run();
}

const states = async () =>
	(await env.DB.prepare('SELECT state FROM requests ORDER BY rowid').all()).results.map(({ state }) => state);

describe('a challenge', () => {
	it('is never asked for before a network’s first write, whatever it looks like', async ({ expect }) => {
		const { id } = await anyArticle();
		const suspicious = { website: 'https://autofill.example', elapsedMs: 5 };
		expect((await postJson('/api/contact', { ...contactBody, ...suspicious })).status).toBe(201);
		expect((await postJson('/api/callbacks', { ...callbackBody, ...suspicious })).status).toBe(201);
		expect((await postJson('/api/votes', { article: id, value: 'yes', ...suspicious })).status).toBe(200);
		expect(await states()).toEqual(['held']);
	});

	it(
		'is asked for by honeypot, haste and rate, and then lets the same write through once',
		{ timeout: 30_000 },
		async ({ expect }) => {
			await postJson('/api/contact', contactBody);
			for (const signal of [{ website: 'x' }, { elapsedMs: 5 }]) {
				const body = { ...contactBody, ...signal };
				expect(await problem(await postJson('/api/contact', body))).toEqual({
					status: 403,
					code: 'CHALLENGE_REQUIRED',
					fields: [],
				});
				expect((await postJson('/api/contact', { ...body, challenge: await solve(await ask('contact')) })).status).toBe(201);
			}
			await tire();
			const key = { 'Idempotency-Key': 'asked' };
			expect(await problem(await postJson('/api/contact', contactBody, key))).toMatchObject({ code: 'CHALLENGE_REQUIRED' });
			const answered = { ...contactBody, challenge: await solve(await ask('contact')) };
			const first = await json(await postJson('/api/contact', answered, key));
			expect(await json(await postJson('/api/contact', contactBody, key)), 'a replay proves nothing again').toEqual(first);
			expect(await problem(await postJson('/api/contact', answered, { 'Idempotency-Key': 'again' }))).toMatchObject({
				code: 'CHALLENGE_REQUIRED',
			});
			expect(await states()).toEqual(['received', 'received', 'received', 'received']);
		},
	);

	it('guards votes and bookings too', { timeout: 30_000 }, async ({ expect }) => {
		const { id } = await anyArticle();
		const vote = { article: id, value: 'no' };
		await postJson('/api/votes', vote);
		await postJson('/api/callbacks', callbackBody);
		await tire();
		expect(await problem(await postJson('/api/votes', vote))).toMatchObject({ code: 'CHALLENGE_REQUIRED' });
		expect((await postJson('/api/votes', { ...vote, challenge: await solve(await ask('votes')) })).status).toBe(200);
		const booking = { ...callbackBody, phone: '139 0013 8000' };
		expect(await problem(await postJson('/api/callbacks', booking))).toMatchObject({ code: 'CHALLENGE_REQUIRED' });
		expect((await postJson('/api/callbacks', { ...booking, challenge: await solve(await ask('callbacks')) })).status).toBe(201);
	});

	it('does not lift the limit itself', { timeout: 30_000 }, async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		await tire((route) => rates[route].hour);
		const body = { ...contactBody, challenge: await solve(await ask('contact')) };
		expect(await problem(await postJson('/api/contact', body))).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
	});

	it('without script is not asked for: the write is held for the desk', async ({ expect }) => {
		await postForm('/api/contact', contactBody);
		await tire();
		const response = await postForm('/api/contact', { ...contactBody, name: 'Grace' });
		expect([response.status, await states()]).toEqual([303, ['received', 'held']]);
		await tire((route) => rates[route].hour);
		expect((await postForm('/api/contact', { ...contactBody, name: 'Edith' })).status).toBe(429);
	});

	it('serves its own route, for minutes, and unchanged', { timeout: 30_000 }, async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		const post = async (challenge: string, at = start) =>
			(await problem(await postJson('/api/contact', { ...contactBody, website: 'x', challenge }, {}, { at }))).code;
		const good = await ask('contact');
		const later = start + challengeSeconds * 1000;
		const solved = await solve(good);
		const { solution } = JSON.parse(atob(solved)) as { solution: object };
		const longer = { ...good.parameters, data: { ...good.parameters.data, expires: good.parameters.data.expires + 9 } };
		const refused: [string, string, number?][] = [
			['another route', await solve(await ask('callbacks'))],
			['too late', solved, later],
			['changed', btoa(JSON.stringify({ challenge: { ...good, parameters: longer }, solution }))],
			['not solved', btoa(JSON.stringify({ challenge: good, solution: { counter: 1, derivedKey: '00'.repeat(32) } }))],
			['made with another key', await solve(await ask('contact', { overrides: { LINK_KEY: 'k'.repeat(40) } }))],
			['no base64', '%%%'],
			['no JSON', btoa('{')],
			['a deep one', btoa('['.repeat(1000))],
		];
		for (const [name, challenge, at] of refused) expect(await post(challenge, at), name).toBe('CHALLENGE_REQUIRED');
		expect(await countRows('requests')).toBe(1);
		expect(await countRows('used_challenges')).toBe(0);
	});

	it('says how much work it is, is not kept, and is for known routes only', async ({ expect }) => {
		const response = await send('/api/challenge?route=contact');
		expect(response.headers.get('Cache-Control')).toBe('no-store');
		expect(await json(response)).toMatchObject({ kind: 'altcha', attempts: expect.any(Number) });
		expect(await problem(await send('/api/challenge?route=everything'))).toMatchObject({ status: 422, code: 'INVALID' });
		const overrides = { BURST: { limit: async () => ({ success: false }) } };
		expect((await send('/api/challenge?route=contact', {}, { overrides })).status).toBe(429);
	});
});

describe('limits of a person', () => {
	const used = (route: string) => env.DB.prepare('UPDATE rate_counts SET count = max WHERE route = ?1').bind(route).run();

	it('hold for an e-mail address wherever it comes from, however it is written, until tomorrow', async ({ expect }) => {
		await postJson('/api/contact', contactBody, addressHeader(1));
		await used('contactEmail');
		const again = { ...contactBody, email: 'ADA@example.com' };
		const refused = await postJson('/api/contact', again, addressHeader(2));
		expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, String(22 * 3600)]);
		expect((await postJson('/api/contact', { ...contactBody, email: 'grace@example.com' }, addressHeader(2))).status).toBe(201);
		expect((await postJson('/api/contact', again, addressHeader(2), { at: start + dayMs })).status).toBe(201);
	});

	it('hold for a phone number, however it is written, and for the address of a booking', async ({ expect }) => {
		const booking = { ...callbackBody, email: 'ada@example.com' };
		await postJson('/api/callbacks', booking, addressHeader(1));
		await used('callbackPhone');
		const samePhone = { ...callbackBody, phone: '+86 138-0013-8000', slot: '2026-11-24T03:00:00Z' };
		expect((await postJson('/api/callbacks', samePhone, addressHeader(2))).status).toBe(429);
		await used('callbackEmail');
		const sameEmail = { ...booking, phone: '139 0013 8000' };
		expect((await postJson('/api/callbacks', sameEmail, addressHeader(2))).status).toBe(429);
		expect((await postJson('/api/callbacks', { ...sameEmail, email: '' }, addressHeader(2))).status).toBe(201);
	});

	it('are counted under names that lead back to nobody and change every day', async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		await postJson('/api/contact', contactBody, {}, { at: start + dayMs });
		const { results } = await env.DB.prepare(`SELECT DISTINCT network FROM rate_counts WHERE route = 'contactEmail'`).all();
		expect(results).toHaveLength(2);
		expect(JSON.stringify(results)).not.toMatch(/ada|example/i);
	});
});

describe('a flood', () => {
	it('in one form leaves the others as they were, for the same network too', async ({ expect }) => {
		const { id } = await anyArticle();
		const keys: string[] = [];
		const BURST = { limit: async ({ key }: { key: string }) => (keys.push(key), { success: !key.startsWith('contact:') }) };
		const options = { overrides: { BURST } };
		expect((await postJson('/api/contact', contactBody, {}, options)).status).toBe(429);
		expect((await postJson('/api/callbacks', callbackBody, {}, options)).status).toBe(201);
		expect((await postJson('/api/votes', { article: id, value: 'yes' }, {}, options)).status).toBe(200);
		expect(new Set(keys).size).toBe(keys.length);
		await postJson('/api/contact', contactBody);
		await env.DB.prepare(`UPDATE rate_counts SET count = max WHERE route = 'contact'`).run();
		expect((await postJson('/api/contact', contactBody)).status).not.toBe(201);
		expect((await postJson('/api/callbacks', { ...callbackBody, phone: '139 0013 8000' })).status).toBe(201);
		expect((await postJson('/api/votes', { article: id, value: 'no' })).status).toBe(200);
	});
});

describe('Turnstile, where an operator has configured it', () => {
	const siteKey = '1x00000000000000000000AA';
	const through = (fetch: (url: string, init: RequestInit) => Promise<Response>) => createApp({ turnstile: { siteKey, fetch } });
	const answering = (answer: unknown) => through(async () => Response.json(answer));
	const overrides = { TURNSTILE_SECRET: 'turnstile-secret' };
	const suspicious = { ...contactBody, website: 'x', challenge: 'token' };

	it('is what the challenge names, and what the CSP allows then only', async ({ expect }) => {
		const app = answering({});
		expect(await json(await send('/api/challenge?route=contact', {}, { through: app }))).toEqual({ kind: 'turnstile', siteKey });
		const csp = (await send('/api/health', {}, { through: app })).headers.get('Content-Security-Policy');
		expect(csp).toContain('frame-src https://challenges.cloudflare.com');
		expect((await send('/api/health')).headers.get('Content-Security-Policy')).not.toContain('cloudflare');
	});

	it('lets through what Cloudflare vouches for, for the same route', async ({ expect }) => {
		const asked: [string, string][] = [];
		const app = through(async (url, init) => {
			asked.push([url, String(init.body)]);
			return Response.json({ success: true, action: 'contact' });
		});
		await postJson('/api/contact', contactBody);
		expect((await postJson('/api/contact', suspicious, addressHeader(3), { through: app, overrides })).status).toBe(201);
		expect(asked).toEqual([
			['https://challenges.cloudflare.com/turnstile/v0/siteverify', 'secret=turnstile-secret&response=token'],
		]);
	});

	it('fails closed: refused, of another route, unreadable, unreachable or without a secret', async ({ expect }) => {
		const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
		await postJson('/api/contact', contactBody);
		const failing = {
			refused: answering({ success: false }),
			'another route': answering({ success: true, action: 'votes' }),
			unreadable: through(async () => new Response('<html>')),
			unreachable: through(async () => {
				throw new DOMException('timed out: token', 'TimeoutError');
			}),
		};
		for (const [name, app] of Object.entries(failing)) {
			const response = await postJson('/api/contact', suspicious, {}, { through: app, overrides });
			expect(await problem(response), name).toMatchObject({ status: 403, code: 'CHALLENGE_REQUIRED' });
		}
		const app = answering({ success: true, action: 'contact' });
		expect((await postJson('/api/contact', suspicious, {}, { through: app })).status).toBe(403);
		expect(JSON.stringify(log.mock.calls)).toContain('TURNSTILE_SECRET is missing');
		expect(JSON.stringify(log.mock.calls)).not.toContain('token');
	});

	it('gives up after ten seconds', async ({ expect }) => {
		let signal: AbortSignal | null | undefined;
		const timeout = vi.spyOn(AbortSignal, 'timeout');
		const app = through(async (_, init) => {
			signal = init.signal;
			return Response.json({ success: true, action: 'contact' });
		});
		await postJson('/api/contact', suspicious, {}, { through: app, overrides });
		expect([timeout.mock.lastCall, signal instanceof AbortSignal]).toEqual([[10_000], true]);
	});
});

it('names the other channels on the page of a form that could not be sent', async ({ expect }) => {
	const page = await (await postForm('/api/contact', { ...contactBody, email: 'nobody' })).text();
	expect(tag(page, 'href="/en/channels/"')).not.toBe('');
});
