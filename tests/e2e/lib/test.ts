import { createHash } from 'node:crypto';

import { test as base, expect, type Page } from '@playwright/test';

import { localeIds, type Locale } from '../../../src/config/locales.ts';
import { translator } from '../../../src/i18n/index.ts';
import { ArticleRecordsSchema, type ArticleRecord } from '../../../src/shared/articles.ts';
import { now } from './server.ts';

/**
 * Playwright's test, where each test is a person of its own: its own network prefix (limits count by it), the server's clock,
 * and a watch that fails on any request to another host, any script error and anything that the CSP had to block.
 */
export const test = base.extend<{ watch: Watch }>({
	// oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
	extraHTTPHeaders: async ({}, use, testInfo) => {
		const [a, b, c] = createHash('sha256').update(testInfo.testId).digest();
		await use({ 'CF-Connecting-IP': `10.${a}.${b}.${c}` });
	},
	watch: [
		async ({ page, javaScriptEnabled, baseURL }, use) => {
			const watch: Watch = { requests: [], problems: [] };
			page.on('request', (request) => {
				watch.requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
				const { origin, protocol } = new URL(request.url());
				if (protocol.startsWith('http') && origin !== baseURL) watch.problems.push(`request to another host: ${request.url()}`);
			});
			page.on('pageerror', (error) => watch.problems.push(`script error: ${error.message}`));
			page.on('console', (message) => {
				if (/Content Security Policy/i.test(message.text())) watch.problems.push(message.text());
			});
			if (javaScriptEnabled) await page.clock.install({ time: now });
			await use(watch);
			await page.unrouteAll({ behavior: 'ignoreErrors' });
			expect(watch.problems).toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };

/** Runs the same tests in each language; `t` gives the words that the page must show. */
export function inEachLanguage(body: (locale: Locale, t: ReturnType<typeof translator>) => void): void {
	for (const locale of localeIds) test.describe(locale, () => body(locale, translator(locale)));
}

/** For behaviour that no words change: the test runs in this language only (see `grepInvert`), about half of them in each. */
export const zh = { tag: '@zh-cn' };
export const en = { tag: '@en' };

/** A built article, as the Worker knows it; `path` is without the language. */
export async function readArticle(page: Page, locale: Locale, path: string): Promise<ArticleRecord> {
	const response = await page.request.get('/articles.json');
	const articles = ArticleRecordsSchema.parse(await response.json());
	const article = articles.find(({ id }) => id === `${locale}/${path}`);
	if (!article) throw new Error(`there is no article ${locale}/${path}`);
	return article;
}

/** The box that every page has; with script it is a combobox. */
export function searchBox(page: Page) {
	const landmark = page.getByRole('search');
	return landmark.getByRole('combobox').or(landmark.getByRole('searchbox'));
}

/** The results, by the name that the contract fixes. */
export function searchResults(page: Page, locale: Locale) {
	return page.getByRole('list', { name: locale === 'en' ? 'Search results' : '搜索结果' });
}

interface Watch {
	/** Every request as "METHOD url body". */
	requests: string[];
	problems: string[];
}
