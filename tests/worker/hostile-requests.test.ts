import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { allRoutes, allWrites } from './all-routes.ts';
import { anyArticle, contactBody, cookies, countRows, postForm, postJson, problem, send, setUp, start } from './helpers.ts';

setUp();

const evil = 'evil.example';

describe('a request of another site', () => {
	it('changes nothing on any route, whichever header gives it away', async ({ expect }) => {
		const foreign: Record<string, string>[] = [
			{ 'Sec-Fetch-Site': 'cross-site' },
			{ 'Sec-Fetch-Site': 'same-site' },
			{ Origin: `https://${evil}` },
			{ Origin: 'null' },
			{ Origin: 'http://localhost.evil.example' },
		];
		const staff = cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }));
		const writes = allWrites();
		expect(writes.length).toBeGreaterThan(8);
		for (const { method, path } of writes) {
			for (const headers of foreign) {
				const json = { 'Content-Type': 'application/json', Cookie: staff, ...headers };
				const response = await send(path, { method, headers: json, body: JSON.stringify(contactBody) });
				expect(await problem(response), `${method} ${path}`).toMatchObject({ status: 403, code: 'FORBIDDEN' });
			}
		}
		expect(await countRows('requests')).toBe(0);
	});

	it('gets cookies that stay behind: strict ones for pages of a person or staff', async ({ expect }) => {
		const login = await postForm('/desk/login', { token: env.DESK_TOKEN });
		const sent = await postForm('/api/contact', contactBody);
		for (const response of [login, sent])
			expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-.*Path=\/; HttpOnly; Secure; SameSite=Strict$/);
		const { id } = await anyArticle();
		const vote = await postJson('/api/votes', { article: id, value: 'yes' });
		expect(vote.headers.get('Set-Cookie')).toMatch(/^__Host-visitor=.*HttpOnly; Secure; SameSite=Lax$/);
	});
});

describe('no answer', () => {
	it('may be framed, sniffed or given another base, whatever it is', async ({ expect }) => {
		const answers = await Promise.all([
			...allRoutes().map(({ method, path }) => send(path, { method })),
			send('/api/nothing'),
			send('/en/search/nothing/'),
			send('/api/contact', { method: 'OPTIONS' }),
			send('/api/contact', { method: 'PUT' }),
			postForm('/api/contact', contactBody),
			postForm('/api/contact', { ...contactBody, email: '?' }),
			postForm('/api/contact', contactBody, { Origin: 'https://evil.example' }),
		]);
		for (const { headers, status, url } of answers) {
			const csp = headers.get('Content-Security-Policy') ?? '';
			expect(csp, `${status} ${url}`).toContain("frame-ancestors 'none'");
			expect(csp).toContain("base-uri 'none'");
			expect(csp).not.toMatch(/unsafe-inline|\*/);
			expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		}
	});

	it('leads to another site, whatever path or parameter asks for it', async ({ expect }) => {
		const { id } = await anyArticle();
		const names = ['to', 'url', 'next', 'redirect', 'return', 'q', 'lang', 'locale', 'cursor', 'topic', 'article', 'timezone'];
		const targets = [`https://${evil}/`, `//${evil}/`, `/\\${evil}`, `\\\\${evil}`, 'javascript:alert(1)', `/%2f${evil}`];
		const paths = allRoutes().filter(({ method }) => method === 'GET');
		const tricks = [
			`//${evil}/`,
			`/en//${evil}/`,
			`/en/search//${evil}`,
			`/en/search/..//${evil}`,
			`/en/search/%2e%2e//${evil}`,
			`/en/search/%2f%2f${evil}`,
			`/en/search/%5c${evil}`,
			`/desk//${evil}`,
			`/desk/%2e%2e/%2f${evil}`,
			'/en/search%2e%2e%2f',
		];
		const responses = [
			...(await Promise.all(tricks.map((path) => send(`http://localhost${path}`)))),
			...(await Promise.all(
				paths.flatMap(({ path }) =>
					targets.map((target) => send(`${path}?${new URLSearchParams(names.map((name) => [name, target]))}`)),
				),
			)),
			...(await Promise.all(targets.map((locale) => postForm('/api/contact', { ...contactBody, locale })))),
			...(await Promise.all(targets.map((article) => postForm('/api/votes', { article, value: 'yes' })))),
			await postForm('/api/votes', { article: id, value: 'yes' }),
		];
		const locations = responses.map(({ headers }) => headers.get('Location')).filter((location) => location !== null);
		expect(locations.length).toBeGreaterThan(5);
		for (const location of locations) {
			expect(location).toMatch(/^\/(?![/\\])/);
			expect(new URL(location, 'http://localhost').origin).toBe('http://localhost');
		}
	});

	it('shows a file or page outside of the site', async ({ expect }) => {
		for (const path of [
			'/en/search/%2e%2e/%2e%2e/wrangler.toml',
			'/en/search/..%2f..%2fpackage.json',
			'/api/%2e%2e/desk/',
			'/desk/..%5c',
		]) {
			const response = await send(`http://localhost${path}`);
			expect(await response.text(), path).not.toMatch(/compatibility_date|devDependencies|R-[0-9A-Z]{5}/);
		}
	});

	it('depends on a header that a cache does not know of', async ({ expect }) => {
		const poison = {
			'X-Forwarded-Host': evil,
			'X-Forwarded-Proto': 'http',
			'X-Forwarded-Prefix': `//${evil}`,
			'X-Original-URL': '/desk/',
			'X-Rewrite-URL': '/desk/',
			'X-HTTP-Method-Override': 'POST',
			Forwarded: `host=${evil}`,
			'X-Host': evil,
		};
		for (const path of [
			'/',
			'/en/search/?q=fee',
			'/en/contact/',
			'/en/callback/',
			'/en/requests/',
			'/api/openapi.json',
			'/api/health',
			'/desk',
		]) {
			// Between two slots: the server's clock goes on from one request to the next.
			const options = { at: start + 60_000 };
			const [plain, poisoned] = await Promise.all([send(path, {}, options), send(path, { headers: poison }, options)]);
			expect([poisoned.status, poisoned.headers.get('Location')], path).toEqual([plain.status, plain.headers.get('Location')]);
			expect(await poisoned.text()).toBe(await plain.text());
		}
	});

	it('that was made for one reader may be kept by a cache', async ({ expect }) => {
		const kept = [];
		for (const { method, path } of allRoutes()) {
			const { headers } = await send(path, { method });
			if (!headers.get('Cache-Control')?.includes('no-store')) kept.push(path);
			if (path.startsWith('/en/')) expect(headers.get('ETag'), path).toBeNull();
		}
		expect(kept.sort()).toEqual(['/api/openapi.json', '/desk/style.css']);
		expect((await send('/')).headers.get('Vary')).toBe('Accept-Language, Cookie');
	});
});

it('what people searched for or commented is never a link in the desk', async ({ expect }) => {
	const { id } = await anyArticle();
	const link = 'https://evil.example/claim <a href="https://evil.example">x</a> [x](https://evil.example)';
	await postJson('/api/votes', { article: id, value: 'no', comment: link });
	await env.DB.batch([
		env.DB.prepare(`INSERT INTO search_misses VALUES ('t', ?1, 'en', 9, 0, 3)`).bind(Date.parse('2026-11-23T00:00:00Z')),
		env.DB.prepare(`INSERT INTO search_miss_texts VALUES ('t', 'en', ?1, ?2)`).bind(link, Date.parse('2026-11-23T00:00:00Z')),
	]);
	const headers = { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })) };
	for (const path of ['/desk/comments', '/desk/searches/']) {
		const page = await (await send(path, { headers })).text();
		expect(page, path).toContain('https://evil.example/claim');
		expect([...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, target]) => target).join(' '), path).not.toContain(evil);
	}
});
