import { describe, it, vi } from 'vitest';

import { bodyBytes } from '#shared/limits';

import { createApp } from '../../worker/app.ts';
import { contactBody, countRows, json, postForm, postJson, problem, send, setUp, tag } from './helpers.ts';

setUp();

const jsonType = { 'Content-Type': 'application/json' };
const production = { ENVIRONMENT: 'production', DESK_TOKEN: '' };

describe('every answer', () => {
	it('carries security headers and a request id', async ({ expect }) => {
		for (const path of ['/api/health', '/api/nothing', '/en/search/', '/desk/', '/en/search/nothing/']) {
			const { headers } = await send(path);
			expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/);
			expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/);
			expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
			expect(headers.get('X-Robots-Tag')).toBe('noindex');
		}
	});

	it('keeps a request id that is harmless and replaces any other', async ({ expect }) => {
		const idOf = async (id: string) =>
			(await send('/api/health', { headers: { 'X-Request-Id': id } })).headers.get('X-Request-Id');
		expect(await idOf('trace-0001')).toBe('trace-0001');
		for (const id of ['short', 'x'.repeat(65), 'has a space', '<script>alert</script>']) expect(await idOf(id)).not.toBe(id);
	});

	it('is not noindex once the site is real', async ({ expect }) => {
		const response = await send('/api/health', {}, { through: createApp({ demonstration: false }) });
		expect(response.headers.get('X-Robots-Tag')).toBeNull();
	});
});

describe('errors', () => {
	it('are problem details with a code and the id of the request', async ({ expect }) => {
		const response = await send('/api/nothing', { headers: { 'X-Request-Id': 'trace-0001' } });
		expect(response.headers.get('Content-Type')).toBe('application/problem+json');
		expect(await json(response)).toEqual({
			type: '/api/openapi.json#/components/responses/NOT_FOUND',
			title: 'There is nothing here.',
			status: 404,
			code: 'NOT_FOUND',
			fields: [],
			requestId: 'trace-0001',
		});
	});

	it('name the methods that work', async ({ expect }) => {
		const response = await send('/api/votes', { method: 'PUT' });
		expect(response.headers.get('Allow')).toBe('GET, HEAD, POST, DELETE');
		expect(await problem(response)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
		expect((await send('/en/search/', { method: 'POST' })).status).toBe(405);
		expect((await send('/api/nothing', { method: 'POST' })).status).toBe(404);
	});

	it('answer OPTIONS with what is allowed, and no CORS', async ({ expect }) => {
		const response = await send('/api/contact', { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example' } });
		expect([response.status, response.headers.get('Allow')]).toEqual([204, 'POST']);
		expect(response.headers.get('Content-Type')).toBeNull();
		expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
	});

	it('tell malformed, wrongly typed and oversized bodies apart', async ({ expect }) => {
		const post = (body: BodyInit, type: Record<string, string> = jsonType) =>
			send('/api/contact', { method: 'POST', headers: type, body });
		for (const body of ['{', '[]', 'null', '"text"', new Uint8Array([0x22, 0xff, 0x22])]) {
			expect(await problem(await post(body))).toMatchObject({ status: 400, code: 'MALFORMED' });
		}
		for (const type of ['text/plain', 'application/xml']) {
			expect(await problem(await post('{}', { 'Content-Type': type }))).toMatchObject({
				status: 415,
				code: 'UNSUPPORTED_MEDIA_TYPE',
			});
		}
		expect(await problem(await post(JSON.stringify({ message: 'x'.repeat(bodyBytes) })))).toMatchObject({
			status: 413,
			code: 'TOO_LARGE',
		});
	});

	it('stop reading a body of unknown length at the limit', async ({ expect }) => {
		let sent = 0;
		const body = new ReadableStream({
			pull(controller) {
				controller.enqueue(new Uint8Array(16_384));
				sent += 16_384;
			},
		});
		const response = await send('/api/contact', { method: 'POST', headers: jsonType, body });
		expect(await problem(response)).toMatchObject({ status: 413, code: 'TOO_LARGE' });
		expect(sent).toBeLessThan(bodyBytes * 4);
	});

	it('refuse a form where only JSON is spoken', async ({ expect }) => {
		for (const method of ['PATCH', 'DELETE']) {
			const path = method === 'PATCH' ? '/api/callbacks/C-00000-00000' : '/api/votes';
			expect(await problem(await send(path, { method, body: new URLSearchParams({ slot: 'x' }) }))).toMatchObject({
				status: 415,
			});
		}
	});

	it('are pages for browsers: an unreadable form leads back to the form', async ({ expect }) => {
		const headers = { 'Content-Type': 'text/plain', Accept: 'text/html', 'Accept-Language': 'en-GB,en;q=0.9' };
		const response = await send('/api/contact', { method: 'POST', headers, body: 'name=Ada' });
		expect(response.status).toBe(415);
		const page = await response.text();
		expect(tag(page, '<html')).toContain('lang="en"');
		expect(tag(page, 'data-error-summary')).not.toContain('hidden');
	});

	it('log one line without anything that was sent', async ({ expect }) => {
		const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
		await postJson('/api/contact?name=Ada', { ...contactBody, email: 'nobody' }, { 'X-Request-Id': 'trace-0001' });
		expect(log).toHaveBeenCalledTimes(1);
		expect(JSON.parse(String(log.mock.lastCall?.[0]))).toEqual({
			requestId: 'trace-0001',
			code: 'INVALID',
			status: 422,
			method: 'POST',
			route: '/api/contact',
		});
	});

	it('from inside stay inside', async ({ expect }) => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const broken = (message: string) => ({
			overrides: {
				DB: {
					prepare: () => {
						throw new Error(message);
					},
					batch: async () => {
						throw new Error(message);
					},
				},
			},
		});
		const response = await postJson('/api/contact', contactBody, {}, broken('no such table: ada@example.com'));
		const text = await response.text();
		expect([response.status, text.includes('ada@example.com')]).toEqual([500, false]);
		expect(JSON.stringify(log.mock.calls)).not.toContain('ada@example.com');
		const busy = await postJson(
			'/api/contact',
			contactBody,
			{},
			broken('D1_ERROR: D1 DB is overloaded. Requests queued for too long.'),
		);
		expect([busy.status, busy.headers.get('Retry-After')]).toEqual([503, '10']);
	});
});

describe('the front door', () => {
	const leadsTo = async (headers: Record<string, string>) => (await send('/', { headers })).headers.get('Location');

	it('leads to the language that the browser asks for most', async ({ expect }) => {
		const asked = {
			'zh-CN,zh;q=0.9,en;q=0.8': '/zh-cn/',
			'zh-Hant-TW': '/zh-cn/',
			'en-GB,en;q=0.9,zh;q=0.8': '/en/',
			'en;q=0.3, ZH-cn;q=0.7': '/zh-cn/',
			'fr-FR,fr;q=0.9,zh;q=0.2,en;q=0.1': '/zh-cn/',
			'zh;q=0, en': '/en/',
			'fr, de;q=0.5, *;q=0.1': '/en/',
			'*': '/zh-cn/',
			', ;q=1': '/zh-cn/',
		};
		for (const [header, path] of Object.entries(asked)) expect(await leadsTo({ 'Accept-Language': header }), header).toBe(path);
		expect(await leadsTo({})).toBe('/zh-cn/');
	});

	it('believes the reader’s own choice first, if it is one', async ({ expect }) => {
		expect(await leadsTo({ Cookie: 'language=en', 'Accept-Language': 'zh-CN' })).toBe('/en/');
		expect(await leadsTo({ Cookie: 'a=b; language=zh-cn', 'Accept-Language': 'en' })).toBe('/zh-cn/');
		expect(await leadsTo({ Cookie: 'language=//evil.example', 'Accept-Language': 'en' })).toBe('/en/');
	});

	it('is asked every time, by HEAD too', async ({ expect }) => {
		for (const method of ['GET', 'HEAD']) {
			const { status, headers } = await send('/', { method, headers: { 'Accept-Language': 'en' } });
			expect([status, headers.get('Location')]).toEqual([302, '/en/']);
			expect([headers.get('Vary'), headers.get('Cache-Control')]).toEqual(['Accept-Language, Cookie', 'no-store']);
		}
		expect((await send('/', { method: 'POST' })).status).toBe(405);
	});
});

describe('GET /api/health', () => {
	it('says that the service and its database answer', async ({ expect }) => {
		expect(await json(await send('/api/health'))).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
		expect((await send('/api/health', { method: 'HEAD' })).status).toBe(200);
	});

	it('is unavailable without the database', async ({ expect }) => {
		vi.spyOn(console, 'error').mockImplementation(() => {});
		const response = await send('/api/health', {}, { overrides: { DB: {} } });
		expect(response.headers.get('Retry-After')).toBe('5');
		expect(await problem(response)).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
	});
});

describe('demonstration mode', () => {
	it('takes writes on the local machine only', async ({ expect }) => {
		for (const host of ['http://localhost:8787', 'http://127.0.0.1:4000', 'http://[::1]']) {
			expect((await postJson('/api/contact', contactBody, {}, { host })).status).toBe(201);
		}
		for (const host of ['https://help.example.com', 'http://localhost.example.com', 'http://192.168.1.20:8787']) {
			expect(await problem(await postJson('/api/contact', contactBody, {}, { host }))).toMatchObject({
				status: 403,
				code: 'FORBIDDEN',
			});
			expect((await send('/api/health', {}, { host })).status).toBe(200);
		}
		expect(await countRows('requests')).toBe(3);
	});

	it('tells a person so on the page, and keeps what they typed', async ({ expect }) => {
		const response = await postForm('/api/contact', contactBody, {}, { host: 'https://help.example.com' });
		expect(response.status).toBe(403);
		const page = await response.text();
		expect(tag(page, 'data-code="FORBIDDEN"')).not.toContain('hidden');
		expect(tag(page, 'name="email"')).toContain('ada@example.com');
	});

	it('ends with real data', async ({ expect }) => {
		const through = createApp({ demonstration: false });
		expect((await postJson('/api/contact', contactBody, {}, { host: 'https://help.example.com', through })).status).toBe(201);
	});
});

describe('writes from other sites', () => {
	it('are refused by either header', async ({ expect }) => {
		const foreign: Record<string, string>[] = [
			{ 'Sec-Fetch-Site': 'cross-site' },
			{ 'Sec-Fetch-Site': 'same-site' },
			{ Origin: 'https://evil.example' },
			{ Origin: 'null' },
			{ Origin: 'http://localhost:9999' },
		];
		for (const headers of foreign) {
			expect(await problem(await postJson('/api/contact', contactBody, headers))).toMatchObject({
				status: 403,
				code: 'FORBIDDEN',
			});
		}
		expect(await countRows('requests')).toBe(0);
	});

	it('pass from our own pages and from clients that are no browser', async ({ expect }) => {
		for (const headers of [{}, { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost' }, { 'Sec-Fetch-Site': 'none' }]) {
			expect((await postJson('/api/contact', contactBody, headers)).status).toBe(201);
		}
	});

	it('never show what they typed into our form', async ({ expect }) => {
		const response = await postForm('/api/contact', contactBody, { 'Sec-Fetch-Site': 'cross-site' });
		expect(response.status).toBe(403);
		expect((await response.text()).includes('ada@example.com')).toBe(false);
	});

	it('pass from the dev server that the settings name', async ({ expect }) => {
		const options = { overrides: { SITE_ORIGIN: 'http://localhost:4321' } };
		expect((await postJson('/api/contact', contactBody, { Origin: 'http://localhost:4321' }, options)).status).toBe(201);
	});
});

describe('production settings', () => {
	it('refuse every local switch and name it in one line, without its value', async ({ expect }) => {
		const switches = {
			DESK_TOKEN: 'let-me-in',
			RATE_LIMIT: 'off',
			CLOCK_OFFSET_MS: '3600000',
			SITE_ORIGIN: 'http://localhost:4321',
		};
		for (const [name, value] of Object.entries(switches)) {
			const log = vi.spyOn(console, 'error').mockImplementation(() => {});
			log.mockClear();
			const overrides = { ...production, CLOCK_OFFSET_MS: '', [name]: value };
			expect(await problem(await send('/api/health', {}, { overrides }))).toMatchObject({ status: 500, code: 'INTERNAL' });
			expect(log).toHaveBeenCalledTimes(1);
			expect(String(log.mock.lastCall?.[0])).toContain(name);
			expect(String(log.mock.lastCall?.[0])).not.toContain(value);
		}
	});

	it('refuse to serve without a key for links', async ({ expect }) => {
		vi.spyOn(console, 'error').mockImplementation(() => {});
		expect((await send('/api/health', {}, { overrides: { LINK_KEY: 'short' } })).status).toBe(500);
	});

	it('serve with every switch left empty', async ({ expect }) => {
		expect((await send('/api/health', {}, { overrides: { ...production, CLOCK_OFFSET_MS: '' } })).status).toBe(200);
	});
});
