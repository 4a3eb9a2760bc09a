import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, vi } from 'vitest';

import { createApp } from '../../worker/app.ts';
import { openapiDocument } from '../../worker/openapi/document.ts';
import { hashOrKey, keystore, phrases, walletKey } from '../fixtures/phrases.ts';
import {
	addressHeader,
	anyArticle,
	callbackBody,
	contactBody,
	cookies,
	json,
	postForm,
	postJson,
	problem,
	send,
	sendJson,
	setUp,
} from './helpers.ts';

setUp();

/** Everything that was written to the log. */
const lines: unknown[] = [];
const writers = ['debug', 'log', 'info', 'warn', 'error'] as const;

beforeEach(() => {
	lines.length = 0;
	for (const name of writers) vi.spyOn(console, name).mockImplementation((...line: unknown[]) => void lines.push(line));
});

const secrets = { English: phrases.English, Chinese: phrases.Chinese, Japanese: phrases.Japanese, keystore, key: walletKey };
const json5 = { 'Content-Type': 'application/json' };

/** Calls that take a body and read none of it, or none of a stranger's: files are looked through in files.test.ts. */
const bodiless = new Set([
	'DELETE /api/callbacks/:reference',
	'DELETE /api/requests/:reference',
	'PUT /api/requests/:reference/files/:id',
	'POST /desk/logout',
]);

let network = 0;

/** A network of its own for every call: this is not about rates. */
function fresh(): Record<string, string> {
	return addressHeader(network++);
}

/** Every row of every table, as text. */
async function storage(): Promise<string> {
	const { results } = await env.DB.prepare(
		`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name <> 'd1_migrations'`,
	).all<{ name: string }>();
	const rows = await Promise.all(results.map(({ name }) => env.DB.prepare(`SELECT * FROM ${name}`).all()));
	return JSON.stringify(rows.map((table) => table.results));
}

/** No three words, and no ten characters, of a secret. */
function holds(text: string, secret: string): boolean {
	const piece = secret.includes(' ') ? secret.split(' ').slice(0, 3).join(' ') : secret.slice(-10);
	return text.includes(piece) || text.includes(encodeURIComponent(piece));
}

const bodies: Record<string, Record<string, unknown>> = {
	'post /api/contact': contactBody,
	'post /api/callbacks': callbackBody,
	'patch /api/callbacks/{reference}': { slot: callbackBody.slot, timezone: callbackBody.timezone },
	'post /api/votes': { article: 'en/faq/x', value: 'no' },
	'delete /api/votes': { article: 'en/faq/x' },
	'post /api/links': { locale: 'en', email: 'ada@example.com' },
	'post /api/requests/{reference}/messages': { message: 'One more thing' },
	'post /api/requests/{reference}/state': { state: 'solved' },
	'post /api/requests/{reference}/rating': { speed: 5 },
	'post /api/callbacks/{reference}/rating': { speed: 5 },
	'post /api/callbacks/{reference}/not-me': {},
	'post /api/callbacks/{reference}/erasure': {},
	'post /api/search-misses': { locale: 'en', query: 'staking', results: 0 },
};

const { paths, components } = openapiDocument() as Document;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([method, operation]) => ({ path, method, operation, call: `${method} ${path}` })),
);
const withBody = operations.flatMap(({ operation, ...rest }) => {
	const schema = operation.requestBody?.content['application/json']?.schema.$ref.split('/').at(-1) ?? '';
	const names = Object.keys(components.schemas[schema]?.properties ?? {});
	return names.length > 0 ? [{ ...rest, names, forms: Object.keys(operation.requestBody?.content ?? {}).length > 1 }] : [];
});

describe.each(withBody)('$call', ({ call, path, method, names }) => {
	const url = path.replace('{reference}', 'C-00000-00000');

	for (const [kind, secret] of Object.entries(secrets)) {
		it(`refuses a secret (${kind}) in every field, named or not, and keeps nothing`, async ({ expect }) => {
			const before = await storage();
			const placed = [
				...names.map((name) => ({ [name]: `see: ${secret}` })),
				{ unheardOf: secret },
				{ articles: ['en/faq/x', secret] },
				{ deep: [{ deeper: { deepest: secret } }] },
				{ [secret]: 'x' },
				{ website: secret, confirmed: true },
			];
			for (const fields of placed) {
				const response = await sendJson(
					method.toUpperCase(),
					url,
					{ ...bodies[call], ...fields },
					{ ...fresh(), 'Idempotency-Key': 'k-1' },
				);
				const text = await response.text();
				expect([response.status, Object.keys(fields)[0]?.slice(0, 20), JSON.parse(text).code]).toEqual([
					422,
					Object.keys(fields)[0]?.slice(0, 20),
					'SECRET_DETECTED',
				]);
				expect(holds(text, secret)).toBe(false);
			}
			expect(await storage()).toBe(before);
			expect([JSON.stringify(lines).includes('SECRET_DETECTED'), holds(JSON.stringify(lines), secret)]).toEqual([true, false]);
		});
	}
});

describe.each(withBody.filter(({ forms }) => forms))('$call as a plain form', ({ call, path, names }) => {
	it('refuses it in plain forms too, second values included, without giving it back', async ({ expect }) => {
		const { id } = await anyArticle();
		const base = { ...bodies[call], ...(path === '/api/votes' ? { article: id } : {}) } as Record<string, string>;
		const before = await storage();
		for (const name of [...names.filter((field) => field !== 'article' && field !== 'locale'), 'unheardOf']) {
			const fields = new URLSearchParams(base);
			fields.append(name, `see: ${phrases.Japanese}`);
			const response = await send(path, { method: 'POST', headers: { Accept: 'text/html', ...fresh() }, body: fields });
			const page = await response.text();
			expect([name, response.status, holds(page, phrases.Japanese)]).toEqual([name, 422, false]);
			expect(page).toContain('<html');
		}
		expect(await storage()).toBe(before);
	});
});

describe('every route', () => {
	const routes = createApp()
		.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
		.map(({ method, path }) => ({ method, path, url: path.replace(/:locale\{[^}]*\}/, 'en').replace(/:\w+/g, 'C-00000-00000') }));
	const seen = [...new Map(routes.map((route) => [`${route.method} ${route.path}`, route])).values()];

	it.each(seen)('$method $path refuses a secret in its address', async ({ method, url }) => {
		const { expect } = await import('vitest');
		for (const phrase of [phrases.English, phrases.Chinese, phrases.Spanish]) {
			for (const query of [`q=x&y=${encodeURIComponent(phrase)}`, `${encodeURIComponent(phrase)}=1`]) {
				const init = { method, headers: fresh(), ...(method === 'GET' ? {} : { body: '{}', headers: { ...fresh(), ...json5 } }) };
				const response = await send(`${url}?${query}`, init);
				const answer = [
					response.status,
					response.headers.get('Location')?.replace(/^\/(en|zh-cn)/, '') ?? (await problem(response)).code,
				];
				expect([
					[303, '/emergency/'],
					[422, 'SECRET_DETECTED'],
				]).toContainEqual(answer);
			}
		}
	});

	it.each(seen.filter(({ method }) => method !== 'GET'))(
		'$method $path reads no body but through the guard',
		async ({ method, path, url }) => {
			const { expect } = await import('vitest');
			const login = await postForm('/desk/login', { token: env.DESK_TOKEN }, fresh());
			const headers = { ...fresh(), Cookie: cookies(login) };
			const body = new URLSearchParams({ action: 'open', unheardOf: phrases.Spanish });
			const sent = [
				await send(url, { method, headers: { ...headers, ...json5 }, body: JSON.stringify({ unheardOf: phrases.Spanish }) }),
				await send(url, { method, headers, body }),
			];
			const refused = sent.filter(({ status }) => status === 422);
			if (bodiless.has(`${method} ${path}`)) return expect(refused).toEqual([]);
			expect(sent.map(({ status }) => status).filter((status) => status !== 422 && status !== 415)).toEqual([]);
			expect(refused.length).toBeGreaterThan(0);
			for (const response of refused) expect(await response.text()).toMatch(/SECRET_DETECTED|data-show="secret:yes" role/);
		},
	);
});

describe('what may be a secret and may be none', () => {
	const message = `The money has not arrived. ${hashOrKey} Please look.`;

	it('is asked about, and stored once the person has confirmed it', async ({ expect }) => {
		const asked = await postJson('/api/contact', { ...contactBody, message }, fresh());
		const { code, fields } = await json<{ code: string; fields: unknown[] }>(asked);
		const start = message.indexOf(hashOrKey);
		expect([asked.status, code, fields]).toEqual([
			422,
			'SECRET_SUSPECTED',
			[{ name: 'message', code, span: [start, start + 64] }],
		]);
		expect(await storage()).not.toContain(hashOrKey);
		for (const confirmed of ['true', 1]) {
			const body = { ...contactBody, message, confirmed };
			expect(await problem(await postJson('/api/contact', body, fresh()))).toMatchObject({ code: 'SECRET_SUSPECTED' });
		}
		expect((await postJson('/api/contact', { ...contactBody, message, confirmed: true }, fresh())).status).toBe(201);
	});

	it('can be confirmed in bookings and votes, and a detected secret in none', async ({ expect }) => {
		const { id } = await anyArticle();
		const vote = { article: id, value: 'no', comment: hashOrKey };
		expect(await problem(await postJson('/api/votes', vote, fresh()))).toMatchObject({ code: 'SECRET_SUSPECTED' });
		expect((await postJson('/api/votes', { ...vote, confirmed: true }, fresh())).status).toBe(200);
		const call = { ...callbackBody, note: hashOrKey };
		expect(await problem(await postJson('/api/callbacks', call, fresh()))).toMatchObject({ code: 'SECRET_SUSPECTED' });
		expect((await postJson('/api/callbacks', { ...call, confirmed: true }, fresh())).status).toBe(201);
		const secret = { ...contactBody, message: phrases.English, confirmed: true };
		expect(await problem(await postJson('/api/contact', secret, fresh()))).toMatchObject({ code: 'SECRET_DETECTED' });
	});

	it('is no question in the field that asks for a hash', async ({ expect }) => {
		expect((await postJson('/api/contact', { ...contactBody, chain: 'tron', txHash: hashOrKey }, fresh())).status).toBe(201);
	});

	it('comes back as it was without script, with the question, until it is confirmed', async ({ expect }) => {
		const asked = await postForm('/api/contact', { ...contactBody, message }, fresh());
		const page = await asked.text();
		expect([asked.status, asked.headers.get('Cache-Control')]).toEqual([422, 'no-store']);
		expect(page).toContain(`${hashOrKey} Please look.</textarea>`);
		expect(/<div[^>]*data-show="suspected:yes"[^>]*>/.exec(page)?.[0]).not.toContain('hidden');
		expect(/<div[^>]*data-show="secret:yes"[^>]*>/.exec(page)?.[0]).toContain('hidden');
		expect(/<input[^>]*name="confirmed"[^>]*>/.exec(page)?.[0]).not.toContain('checked');
		expect((await postForm('/api/contact', { ...contactBody, message, confirmed: 'true' }, fresh())).status).toBe(303);
	});

	it('has to be confirmed again when something else was wrong', async ({ expect }) => {
		const page = await (
			await postForm('/api/contact', { ...contactBody, email: 'ada', message, confirmed: 'true' }, fresh())
		).text();
		expect(/<div[^>]*data-show="suspected:yes"[^>]*>/.exec(page)?.[0]).not.toContain('hidden');
		expect(/<input[^>]*name="confirmed"[^>]*>/.exec(page)?.[0]).not.toContain('checked');
	});
});

describe('the form that comes back without script', () => {
	for (const [language, phrase] of Object.entries(phrases)) {
		it(`has lost the secret and nothing else, and says what to do now (${language})`, async ({ expect }) => {
			const message = `It began on Monday.\n${phrase}\nThen I saw this.`;
			const response = await postForm('/api/contact', { ...contactBody, message, device: 'Phone 7' }, fresh());
			const page = await response.text();
			expect([response.status, response.headers.get('Cache-Control'), holds(page, phrase)]).toEqual([422, 'no-store', false]);
			const left = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1] ?? '';
			expect(left.split('\n').filter(Boolean)).toEqual(['It began on Monday.', 'Then I saw this.']);
			expect(page).toContain('value="Phone 7"');
			expect(/<div[^>]*data-show="secret:yes"[^>]*>/.exec(page)?.[0]).not.toContain('hidden');
		});
	}

	it('has lost every piece of a phrase that was split over its fields', async ({ expect }) => {
		const words = phrases.English.split(' ');
		const split = { message: words.slice(0, 8).join(' '), device: words.slice(8).join(' ') };
		expect(await problem(await postJson('/api/contact', { ...contactBody, ...split }, fresh()))).toMatchObject({
			code: 'SECRET_DETECTED',
			fields: ['message: SECRET_DETECTED', 'device: SECRET_DETECTED'],
		});
		const page = await (await postForm('/api/contact', { ...contactBody, ...split }, fresh())).text();
		expect(words.filter((word) => page.includes(`>${word}`) || page.includes(`value="${word}`))).toEqual([]);
		expect(page).toContain('value="Ada"');
	});

	it('has lost it as well when the body was too large, or came too soon after others', async ({ expect }) => {
		const large = { ...contactBody, message: `${phrases.English}\n${'又过了一天，还是没有到账。'.repeat(3000)}` };
		const page = await (await postForm('/api/contact', large, fresh())).text();
		expect(holds(page, phrases.English)).toBe(false);
		expect(page).toContain('还是没有到账。又过了一天');
		const busy = { overrides: { BURST: { limit: async () => ({ success: false }) } } };
		const late = await postForm('/api/contact', { ...contactBody, device: phrases.English }, fresh(), busy);
		const latePage = await late.text();
		expect([late.status, holds(latePage, phrases.English)]).toEqual([429, false]);
		expect(/<div[^>]*data-show="secret:yes"[^>]*>/.exec(latePage)?.[0]).not.toContain('hidden');
	});

	it('is the article with its note, for a vote', async ({ expect }) => {
		const { id } = await anyArticle();
		const vote = { article: id, value: 'no', reason: 'unclear', comment: `It says ${phrases.Chinese}, which I do not get` };
		const response = await postForm('/api/votes', vote, fresh());
		const page = await response.text();
		expect([response.status, response.headers.get('Cache-Control'), holds(page, phrases.Chinese)]).toEqual([
			422,
			'no-store',
			false,
		]);
		expect(/<textarea[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1]).toMatch(/^It says ?,? ?which I do not get$/);
		expect(/<input[^>]*value="unclear"[^>]*>/.exec(page)?.[0]).toContain('checked');
		expect(/<div[^>]*data-show="secret:yes"[^>]*>/.exec(page)?.[0]).not.toContain('hidden');
	});
});

interface Document {
	paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: { $ref: string } }> } }>>;
	components: { schemas: Record<string, { properties?: object }> };
}
