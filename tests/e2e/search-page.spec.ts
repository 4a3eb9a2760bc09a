import type { Page } from '@playwright/test';

import { findViolationsInThemes } from './lib/axe.ts';
import { expect, inEachLanguage, searchBox, searchResults, test, zh } from './lib/test.ts';

const stuck = { 'zh-cn': '交易卡住一直待确认', en: 'my transaction is stuck' };
const vague = { 'zh-cn': '今天天气怎么样', en: 'opensea nft listing royalties' };

inEachLanguage((locale, t) => {
	const path = `/${locale}/search/`;
	const filter = (page: Page, name: 'category' | 'kind', label: string) =>
		page.getByRole('group', { name: t(`search.filter.${name}`) }).getByRole('radio', { name: label, exact: true });
	const address = (query: string, more = '') => `${path}?q=${encodeURIComponent(query)}${more}`;

	test('filters narrow the results at once and stand in the address', zh, async ({ page }) => {
		await page.goto(address(stuck[locale]));
		const links = searchResults(page, locale).getByRole('link');
		const count = await links.count();
		await filter(page, 'kind', t('category.guides')).check();
		await expect(page).toHaveURL(/[?&]kind=guides/);
		await expect.poll(() => links.count()).toBeLessThan(count);
		for (const link of await links.all()) await expect(link).toHaveAttribute('href', new RegExp(`^/${locale}/guides/`));
		const filtered = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		await page.reload();
		await expect(filter(page, 'kind', t('category.guides'))).toBeChecked();
		expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(filtered);
	});

	test('the page finds the same with and without script', async ({ page }) => {
		await page.goto(address(stuck[locale]));
		const links = searchResults(page, locale).getByRole('link');
		const read = () => links.evaluateAll((all) => all.map((link) => link.closest('li')?.outerHTML.replaceAll('&quot;', '"')));
		const filled = await read();
		expect(filled.length).toBeGreaterThan(5);
		await searchBox(page).fill('');
		await expect(links).toHaveCount(0);
		await searchBox(page).fill(stuck[locale]);
		await expect(links).toHaveCount(filled.length);
		expect(await read()).toEqual(filled);
	});

	test('a shared address asks for no more than the page that the server has filled', zh, async ({ page, watch }) => {
		await page.goto(address(stuck[locale]), { waitUntil: 'networkidle' });
		await expect(searchResults(page, locale).getByRole('link').first()).toBeVisible();
		expect(watch.requests.filter((request) => request.includes('/pagefind/'))).toEqual([]);
	});

	test('words typed on the page are found again on the way back from a result', zh, async ({ page }) => {
		await page.goto(path);
		await searchBox(page).fill(stuck[locale]);
		await searchResults(page, locale).getByRole('link').first().click();
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('search.title'));
		await page.goBack();
		await expect(searchBox(page)).toHaveValue(stuck[locale]);
		await expect(searchResults(page, locale).getByRole('link').first()).toBeVisible();
	});

	test('what is only close stands under a heading of its own, before people and topics', async ({ page }) => {
		await page.goto(address(vague[locale]));
		await expect(page.getByText(t('search.none'), { exact: true })).toBeVisible();
		await expect(page.getByRole('heading', { name: t('search.close') })).toBeVisible();
		await expect(searchResults(page, locale).getByRole('link').first()).toBeVisible();
		const contact = page.getByRole('main').getByRole('link', { name: t('search.contact') });
		await expect(contact).toHaveAttribute('href', new RegExp(`^/${locale}/contact/\\?topic=[a-z-]+$`));
	});

	test('filters that leave nothing can be dropped', zh, async ({ page }) => {
		await page.goto(address('SIGERROR', '&category=service&kind=guides'));
		await page.getByRole('link', { name: t('search.filtered.all') }).click();
		await expect(searchResults(page, locale).getByRole('link').first()).toHaveAttribute('href', /tron-permission-changed/);
	});

	test('a search in vain is told when the page is left, in cleaned words', async ({ page, watch }) => {
		const query = 'qzxwvk 0x52908400098527886E0F7030069857D2E4169EE7 wvkqzx';
		const reports = () => watch.requests.filter((request) => request.includes('/api/search-misses'));
		await page.goto(address(query), { waitUntil: 'networkidle' });
		expect(reports()).toEqual([]);
		// Another tab; of a page that is gone Playwright no longer hears.
		await page.evaluate(() => {
			Object.defineProperty(document, 'hidden', { value: true });
			document.dispatchEvent(new Event('visibilitychange'));
		});
		await expect.poll(reports).toHaveLength(1);
		expect(reports()[0]).toContain('"query":"qzxwvk wvkqzx"');
	});

	test('axe finds nothing on any state of the page and the popup, in light and in dark', async ({ page }) => {
		test.slow();
		for (const more of [stuck[locale], vague[locale], 'qzxwvk', 'netwrok', 'SIGERROR&category=service&kind=guides']) {
			await page.goto(`${path}?q=${more}`);
			expect([more, await findViolationsInThemes(page)]).toEqual([more, []]);
		}
		await page.goto(`/${locale}/privacy/`);
		for (const query of [stuck[locale], vague[locale], 'qzxwvk', 'netwrok', 'a1b2c3d4'.repeat(8)]) {
			await searchBox(page).fill(query);
			await expect(page.getByRole('dialog', { name: t('search.popup') })).toBeVisible();
			await page.clock.runFor(1000);
			expect([query, await findViolationsInThemes(page)]).toEqual([query, []]);
		}
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('filters are part of the form', async ({ page }) => {
			await page.goto(path);
			await searchBox(page).fill(stuck[locale]);
			await page.locator('[name="category"][value="transactions"]').check();
			await filter(page, 'kind', t('category.guides')).check();
			await page
				.getByRole('search')
				.getByRole('button', { name: t('search.submit') })
				.click();
			const links = searchResults(page, locale).getByRole('link');
			await expect(links.first()).toHaveAttribute('href', new RegExp(`^/${locale}/guides/stuck-transaction/`));
			await expect(page.locator('[name="category"][value="transactions"]')).toBeChecked();
		});
	});
});
