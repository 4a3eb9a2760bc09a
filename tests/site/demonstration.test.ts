import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';

import { elements, pages, readText, text } from './lib/dist.ts';

const notice = { 'zh-CN': '演示站点', en: 'Demonstration: not affiliated' };

describe('the demonstration', () => {
	test.each(pages.filter(({ path }) => path !== '/').map((built) => [built.path, built] as const))(
		'%s says what it is, in title and banner',
		(_, built) => {
			const lang = elements(built.document, 'html')[0]?.attribs['lang'] === 'en' ? 'en' : 'zh-CN';
			expect(DomUtils.textContent(built.document.children)).toContain(notice[lang]);
			expect(text(built.document, 'title')).toMatch(/演示，与任何公司无关|[Dd]emonstration, not affiliated/);
		},
	);

	test.each(pages.map((built) => [built.path, built] as const))('%s stays out of search engines', (_, { document }) => {
		const robots = elements(document, 'meta').filter(({ attribs }) => attribs['name'] === 'robots');
		expect(robots.map(({ attribs }) => attribs['content'])).toContain('noindex');
	});

	test('has only reserved contact data and no link that could call or mail anybody', () => {
		for (const built of pages) {
			expect(built.html).not.toMatch(/href="(tel|mailto):/);
			for (const [address] of built.html.matchAll(/[\w.+-]+@[\w-]+\.[\w.]+/g)) expect(address).toMatch(/@example\.com$/);
		}
	});

	test('is refused by search engines through headers too', () => {
		expect(readText('_headers')).toMatch(/X-Robots-Tag: noindex/);
	});
});

describe('feeds and maps', () => {
	test('the sitemap lists every page that search engines may show, under its language with its twin', () => {
		const sitemap = readText('sitemap-0.xml');
		const listed = [...sitemap.matchAll(/<loc>https:\/\/help\.example\.com([^<]*)<\/loc>/g)].map(([, path]) => path);
		const expected = pages
			.map(({ path }) => path)
			.filter((path) => path !== '/' && !/404\.html$|\/(search|requests)\/$/.test(path));
		expect(new Set(listed)).toEqual(new Set(expected));
		expect(listed).toHaveLength(expected.length);
		expect(sitemap).toContain('hreflang="zh-CN"');
		expect(sitemap).toContain('hreflang="en"');
	});

	test.each(['zh-cn', 'en'])('the feed of %s has its articles', (locale) => {
		expect(readText(`${locale}/rss.xml`).match(/<item>/g)?.length).toBeGreaterThanOrEqual(20);
	});

	test('robots.txt points to the sitemap and keeps crawlers off the API and the desk', () => {
		const robots = readText('robots.txt');
		expect(robots).toContain('Sitemap: https://help.example.com/sitemap-index.xml');
		expect(robots).toContain('Disallow: /desk/');
	});
});
