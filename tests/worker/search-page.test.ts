import { env } from 'cloudflare:workers';
import { describe, it, vi } from 'vitest';

import { phrases } from '../fixtures/phrases.ts';
import { anyArticle, send, setUp, tag } from './helpers.ts';

setUp();

async function search(locale: string, query: string, more = ''): Promise<string> {
	return (await send(`/${locale}/search/?q=${encodeURIComponent(query)}${more}`)).text();
}

/** Addresses of the results, in their order. */
function results(page: string, list = 'results'): string[] {
	const from = page.slice(page.indexOf(`data-list="${list}"`));
	return [...from.slice(0, from.indexOf('</ul>')).matchAll(/<li><a href="([^"]+)"/g)].map(([, url = '']) => url);
}

function isShown(page: string, fact: string): boolean {
	return !tag(page, `data-show="${fact}"`).includes(' hidden');
}

describe('/search/ without script', () => {
	for (const locale of ['en', 'zh-cn']) {
		it(`finds an article by its title and lists it first (${locale})`, async ({ expect }) => {
			const { title, url } = await anyArticle(locale);
			const response = await send(`/${locale}/search/?q=${encodeURIComponent(title)}`);
			expect(response.headers.get('Cache-Control')).toBe('no-store');
			expect(response.headers.get('ETag')).toBeNull();
			const page = await response.text();
			expect(results(page)[0]?.split('#')[0]).toBe(url);
			expect([isShown(page, 'results:some'), isShown(page, 'list:yes')]).toEqual([true, true]);
			expect([isShown(page, 'results:none'), isShown(page, 'results:empty')]).toEqual([false, false]);
		});
	}

	it('finds the same in the same order as the engine does in Node', async ({ expect }) => {
		expect(env.TEST_SEARCHES.length).toBeGreaterThan(30);
		for (const { locale, query, urls } of env.TEST_SEARCHES)
			expect([query, results(await search(locale, query))]).toEqual([query, urls]);
	});

	it('shows the section that answers, its category and the words that were found', async ({ expect }) => {
		const page = await search('zh-cn', '余额太低 insufficient funds for rent');
		const [first = ''] = page.slice(page.indexOf('data-list="results"')).split('</li>');
		expect(results(page)[0]).toMatch(/^\/zh-cn\/faq\/solana-errors\/#%/);
		expect(first).toMatch(/<p id="results-0"><b>余额太低：insufficient funds for rent<\/b> · <span>[^<]+<\/span><\/p>/);
		expect(first).toMatch(/<mark>[^<]+<\/mark>/);
	});

	it('says that nothing was found, and leads on to topics and people without repeating the words', async ({ expect }) => {
		const page = await search('en', 'qzxwvk');
		expect([isShown(page, 'results:none'), isShown(page, 'list:yes'), isShown(page, 'other:yes')]).toEqual([true, false, false]);
		expect([isShown(page, 'near:none'), isShown(page, 'near:safety')]).toEqual([true, false]);
		// Only in the box and in the address of this page's own links, which are hidden.
		expect(
			[...page.matchAll(/href="([^"]*qzxwvk[^"]*)"/g)].filter(([, href = '']) => !/^\/(en|zh-cn)\/search\//.test(href)),
		).toEqual([]);
	});

	it('offers the closest articles and the right people where nothing fits', async ({ expect }) => {
		const page = await search('en', 'opensea nft listing royalties');
		expect([isShown(page, 'results:none'), isShown(page, 'list:yes'), isShown(page, 'results:some')]).toEqual([
			true,
			true,
			false,
		]);
		expect(results(page).length).toBeLessThanOrEqual(3);
		const near = [...page.matchAll(/data-show="(near:[a-z-]+)"/g)].map(([, fact = '']) => fact);
		const [shown, ...more] = new Set(near.filter((fact) => isShown(page, fact)));
		expect(shown).toMatch(/^near:(?!none)/);
		expect(more).toEqual([]);
	});

	it('says when nothing matches exactly', async ({ expect }) => {
		const page = await search('en', 'change the colour of the app');
		expect([isShown(page, 'results:weak'), isShown(page, 'list:yes'), isShown(page, 'results:some')]).toEqual([
			true,
			true,
			false,
		]);
		expect(results(page).length).toBeGreaterThan(0);
	});

	it('filters by category and kind, and remembers both in the form', async ({ expect }) => {
		const all = await search('en', 'my transaction is stuck');
		const page = await search('en', 'my transaction is stuck', '&category=transactions&kind=guides');
		expect(results(page).length).toBeGreaterThan(0);
		expect(results(page).length).toBeLessThan(results(all).length);
		expect(results(page).every((url) => url.startsWith('/en/guides/'))).toBe(true);
		expect(page.match(/<input type="radio"[^>]* checked[^>]*>/g)?.map((radio) => radio.match(/value="([^"]*)"/)?.[1])).toEqual([
			'transactions',
			'guides',
		]);
	});

	it('says when only the filters leave nothing, and offers to drop them', async ({ expect }) => {
		const page = await search('en', 'SIGERROR', '&category=service&kind=guides');
		expect([isShown(page, 'results:filtered'), isShown(page, 'results:none')]).toEqual([true, false]);
		expect(tag(page, 'data-href="unfiltered"')).toContain('href="/en/search/?q=SIGERROR"');
	});

	it('takes no notice of filters that do not exist', async ({ expect }) => {
		const page = await search('en', 'my transaction is stuck', '&category=nonsense&kind=%22%3E');
		expect(results(page)).toEqual(results(await search('en', 'my transaction is stuck')));
	});

	it('offers the other language where this one has nothing', async ({ expect }) => {
		const page = await search('zh-cn', 'I installed a fake wallet app');
		const other = await search('en', 'I installed a fake wallet app');
		expect(isShown(page, 'other:yes')).toBe(true);
		expect(results(page, 'other')).toEqual(results(other).slice(0, 3));
		expect(page).toContain('data-fill="other-count">3<');
		expect(tag(page, 'data-list="other"')).toContain('lang="en"');
		expect(tag(page, 'data-href="other"')).toContain('href="/en/search/?q=I+installed+a+fake+wallet+app"');
		expect(isShown(other, 'other:yes')).toBe(false);
	});

	it('asks whether another word was meant', async ({ expect }) => {
		const page = await search('en', 'wrong netwrok');
		expect(isShown(page, 'corrected:yes')).toBe(true);
		expect(page).toMatch(/href="\/en\/search\/\?q=wrong\+network"[^>]*>wrong network<\/a>/);
		expect(isShown(await search('en', 'wrong network'), 'corrected:yes')).toBe(false);
	});

	it('shows what was searched for only as text', async ({ expect }) => {
		const query = '"><script>alert(xqzzy)</script>';
		const page = await search('en', query);
		// Back in the box, where its quote cannot end the attribute.
		const attribute = `value="${query.replace('"', '&quot;')}"`;
		expect(page.split(attribute)).toHaveLength(2);
		expect(page.replace(attribute, '').includes('<script>alert')).toBe(false);
	});

	it.for([
		['10,000 characters', 'where is the USDT '.repeat(560)],
		['10,000 characters without a space', '没到账'.repeat(3400)],
		['emoji', '😱 钱包 😱'],
		['half an emoji at the cut', `${'a'.repeat(199)}😱`],
		['control characters', 'USDT\u0000 not\u0007 arrived\r\n\u001b[31m'],
		['nothing but punctuation', '?!… （）'],
		['a word of every script', 'кошелёк 지갑 محفظة กระเป๋า'],
	])('answers %s', async ([, query = ''], { expect }) => {
		const response = await send(`/en/search/?q=${encodeURIComponent(query.replace(/[\ud800-\udbff]$/, ''))}`);
		expect(response.status).toBe(200);
		const page = await response.text();
		expect(isShown(page, 'results:empty')).toBe(false);
		expect(tag(page, 'name="q"').length).toBeLessThan(1000);
		// oxlint-disable-next-line no-control-regex -- these are what must not come back
		expect(tag(page, 'name="q"')).not.toMatch(/[\u0000\u0007\u001b]/);
	});

	it('says so when the index cannot be read, and tries again with the next request', async ({ expect }) => {
		const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
		vi.stubGlobal('fetch', async (url: URL) =>
			url.pathname.startsWith('/pagefind/') ? new Response('', { status: 404 }) : env.ASSETS.fetch(url),
		);
		const overrides = { SITE_ORIGIN: 'http://localhost:4321' };
		const response = await send('/en/search/?q=lost+phrase', {}, { overrides });
		const page = await response.text();
		expect(response.status).toBe(503);
		expect(['results:failed', 'people:yes', 'results:empty'].map((fact) => isShown(page, fact))).toEqual([true, true, false]);
		expect(tag(page, 'name="q"')).toContain('value="lost phrase"');
		expect(JSON.stringify(logged.mock.calls)).not.toContain('phrase');
		vi.unstubAllGlobals();
		expect(results(await search('en', 'lost phrase')).length).toBeGreaterThan(0);
	});

	it('asks for words when there are none', async ({ expect }) => {
		const page = await search('en', ' ');
		expect([isShown(page, 'results:empty'), isShown(page, 'results:none')]).toEqual([true, false]);
	});

	it('sends a recovery phrase to the emergency page and no further', async ({ expect }) => {
		for (const query of Object.values(phrases)) {
			const response = await send(`/zh-cn/search/?q=${encodeURIComponent(query)}`);
			expect(response.status).toBe(303);
			expect(response.headers.get('Location')).toBe('/zh-cn/emergency/');
			expect(response.headers.get('Cache-Control')).toBe('no-store');
			expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
		}
	});

	it('does the same with what may be a hash or a key, and looks at every q', async ({ expect }) => {
		for (const query of [`q=${'ab12'.repeat(16)}`, `q=x&q=${phrases.English.replaceAll(' ', '+')}`]) {
			const { status, headers } = await send(`/en/search/?${query}`);
			expect([status, headers.get('Location'), headers.get('Referrer-Policy')]).toEqual([303, '/en/emergency/', 'no-referrer']);
		}
	});

	it('is found under its other spellings', async ({ expect }) => {
		for (const path of [
			'/zh-cn/search',
			'/zh-cn/search.html',
			'/zh-cn/search/index',
			'/zh-cn/search/index.html',
			'/zh-cn/search//',
		]) {
			const response = await send(`${path}?q=${encodeURIComponent('转账 & a=b')}`);
			const location = new URL(response.headers.get('Location') ?? '', 'http://localhost');
			expect([response.status, location.pathname, location.searchParams.get('q')]).toEqual([303, '/zh-cn/search/', '转账 & a=b']);
			expect(response.headers.get('Cache-Control')).toBe('no-store');
			expect((await send(path)).headers.get('Location')).toBe('/zh-cn/search/');
			const filtered = await send(`${path}?q=x&category=frozen&kind=%3Cb%3E`);
			expect(filtered.headers.get('Location')).toBe('/zh-cn/search/?q=x&category=frozen');
		}
	});

	it('guards its other spellings as well', async ({ expect }) => {
		const [phrase, hash] = [phrases.English, 'ab12'.repeat(16)];
		for (const path of ['/en/search', '/en/search.html', '/en/search/index', '/en/search/index.html', '/en/search//']) {
			for (const query of [phrase, hash]) {
				const { status, headers } = await send(`${path}?q=${encodeURIComponent(query)}`);
				expect([status, headers.get('Location')]).toEqual([303, '/en/emergency/']);
				expect([headers.get('Cache-Control'), headers.get('Referrer-Policy')]).toEqual(['no-store', 'no-referrer']);
			}
		}
	});

	it('shows the site’s own 404 page below it', async ({ expect }) => {
		const response = await send('/en/search/nothing/');
		expect(response.status).toBe(404);
		expect(response.headers.get('Content-Type')).toContain('text/html');
	});
});
