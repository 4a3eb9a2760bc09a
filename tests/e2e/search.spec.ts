import { readMustFind } from '../fixtures/search/must-find.ts';
import { en, expect, inEachLanguage, readArticle, searchBox, searchResults, test } from './lib/test.ts';

const words = {
	'zh-cn': {
		weak: '硬件钱包固件升级',
		other: 'I installed a fake wallet app',
		typo: 'trasnaction stuck',
		meant: 'transaction stuck',
	},
	en: { other: '我的币被偷了', typo: 'wrong netwrok', meant: 'wrong network' },
};

inEachLanguage((locale, t) => {
	test('someone finds an article in their own words while typing', async ({ page }) => {
		const { title, url, aliases } = await readArticle(page, locale, 'guides/transfer-not-arrived');
		const [words = ''] = aliases;
		await page.goto(`/${locale}/`);
		await searchBox(page).fill(words);
		const result = searchResults(page, locale).getByRole('link', { name: title });
		await expect(result).toBeVisible();
		await result.click();
		await expect(page).toHaveURL(url);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	});

	test('the keyboard alone is enough: slash, words, arrow, Enter', async ({ page }) => {
		await page.goto(`/${locale}/privacy/`);
		await page.keyboard.press('/');
		await expect(searchBox(page)).toBeFocused();
		await page.keyboard.type(locale === 'en' ? 'transfer not arrived' : '没到账');
		const first = searchResults(page, locale).getByRole('link').first();
		await expect(first).toBeVisible();
		const href = (await first.getAttribute('href')) ?? '';
		await page.keyboard.press('ArrowDown');
		await expect(first).toBeFocused();
		await page.keyboard.press('ArrowUp');
		await expect(searchBox(page)).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(href);
	});

	test('Escape closes the results and keeps the words', en, async ({ page }) => {
		await page.goto(`/${locale}/`);
		await searchBox(page).fill('USDT');
		await expect(searchResults(page, locale)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(searchResults(page, locale)).toBeHidden();
		await expect(searchBox(page)).toHaveValue('USDT');
		await expect(searchBox(page)).toBeFocused();
	});

	test('nothing is loaded for the search before the box gets focus', en, async ({ page, watch }) => {
		const isOfSearch = (request: string) => /pagefind|search-box|word-lists/.test(request);
		await page.goto(`/${locale}/`, { waitUntil: 'networkidle' });
		expect(watch.requests.filter(isOfSearch)).toEqual([]);
		await searchBox(page).focus();
		await expect.poll(() => watch.requests.filter((request) => /pagefind\/.*\.index/.test(request))).toHaveLength(1);
		expect(watch.requests.some((request) => request.includes('word-lists'))).toBe(true);
	});

	test('what must be found is the first result', async ({ page }) => {
		test.slow();
		await page.goto(`/${locale}/`);
		for (const { query, relevant } of readMustFind().filter(({ lang }) => lang === locale)) {
			await searchBox(page).fill(query);
			await expect
				.poll(async () => (await searchResults(page, locale).getByRole('link').first().getAttribute('href'))?.split('#')[0], {
					message: query,
				})
				.toMatch(new RegExp(`^(${relevant.join('|')})$`));
		}
	});

	test('the arrow keys go through the results and stop at the ends; Home and End stay with the words', en, async ({ page }) => {
		await page.goto(`/${locale}/`);
		await searchBox(page).fill('USDT TRON');
		const links = searchResults(page, locale).getByRole('link');
		await expect(links.nth(1)).toBeVisible();
		await page.keyboard.press('Home');
		const caret = () => searchBox(page).evaluate((input: HTMLInputElement) => input.selectionStart);
		expect(await caret()).toBe(0);
		await page.keyboard.press('End');
		expect(await caret()).toBe(9);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(links.nth(1)).toBeFocused();
		for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowUp');
		await expect(searchBox(page)).toBeFocused();
		await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('Escape');
		await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'false');
		await page.keyboard.press('ArrowDown');
		await expect(links.first()).toBeVisible();
	});

	test('a result shows its section, its topic and what was found, and says so to screen readers', async ({ page }) => {
		await page.goto(`/${locale}/`);
		await searchBox(page).fill('block height exceeded');
		const first = searchResults(page, locale).getByRole('listitem').first();
		await expect(first.getByRole('link')).toHaveAttribute('href', /\/faq\/solana-errors\/#/);
		await expect(first.getByRole('link')).toHaveAccessibleDescription(/block height exceeded.* · \S/i);
		await expect(searchResults(page, locale).locator('mark').first()).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: /\d/ })).toBeAttached();
	});

	test('a slip of the keyboard is asked about and corrected with one press', async ({ page }) => {
		const { typo, meant } = words[locale];
		await page.goto(`/${locale}/`);
		await searchBox(page).fill(typo);
		const suggestion = page.getByRole('dialog', { name: t('search.popup') }).getByRole('link', { name: meant, exact: true });
		await expect(suggestion).toBeVisible();
		await suggestion.click();
		await expect(searchBox(page)).toHaveValue(meant);
		await expect(searchBox(page)).toBeFocused();
		await expect(suggestion).toBeHidden();
		await expect(searchResults(page, locale).getByRole('link').first()).toBeVisible();
	});

	test('what nobody has written about in this language is offered in the other', async ({ page }) => {
		await page.goto(`/${locale}/`);
		await searchBox(page).fill(words[locale].other);
		const others = page.getByRole('list', { name: t('search.other', { count: 3 }) });
		await expect(others.getByRole('link')).toHaveCount(3);
		const other = locale === 'en' ? 'zh-cn' : 'en';
		await expect(others.getByRole('link').first()).toHaveAttribute('href', new RegExp(`^/${other}/`));
		await page.getByRole('link', { name: t('search.other.all') }).click();
		await expect(page).toHaveURL(new RegExp(`/${other}/search/\\?q=`));
		await expect(searchResults(page, other).getByRole('link').first()).toBeVisible();
	});

	test('nothing found is said plainly and leads on to topics and people, without the words', async ({ page }) => {
		await page.goto(`/${locale}/search/?q=qzxwvk`);
		const main = page.getByRole('main');
		await expect(main.getByText(t('search.none'), { exact: true })).toBeVisible();
		await expect(main.getByRole('list', { name: t('search.topics') }).getByRole('link')).toHaveCount(6);
		await expect(main.getByRole('link', { name: t('search.contact') })).toHaveAttribute('href', `/${locale}/contact/`);
		await expect(main.locator('[data-opening="callback"]')).toHaveText(locale === 'en' ? /^Open now/ : /^现在/);
	});

	test('an answer that comes late does not replace that to newer words', en, async ({ page }) => {
		await page.goto(`/${locale}/`);
		await searchBox(page).fill('USDT');
		await expect(searchResults(page, locale)).toBeVisible();
		let hold = true;
		await page.route('**/pagefind/**', async (route) => {
			if (hold) await new Promise((resolve) => setTimeout(resolve, 1500));
			await route.continue();
		});
		await searchBox(page).fill('OUT_OF_ENERGY');
		await page.clock.runFor(100);
		hold = false;
		await searchBox(page).fill('USDT');
		await page.clock.runFor(3000);
		const { url } = await readArticle(page, locale, 'faq/tron-out-of-energy');
		await expect(searchResults(page, locale).getByRole('link').first()).not.toHaveAttribute('href', new RegExp(url));
	});

	test('key events without a key, as browsers send when they fill in fields, break nothing', en, async ({ page, watch }) => {
		await page.goto(`/${locale}/`);
		await page.evaluate(() => document.dispatchEvent(new Event('keydown')));
		await page.keyboard.press('/');
		await expect(searchBox(page)).toBeFocused();
		expect(watch.problems).toEqual([]);
	});

	test('a bare hash stays in the box and is asked about', async ({ page, watch }) => {
		const hash = 'a1b2c3d4'.repeat(8);
		await page.goto(`/${locale}/`);
		await searchBox(page).fill(hash);
		await expect(page.getByText(t('search.hash.title'), { exact: true })).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('link', { name: t('search.hash.emergency') })).toHaveAttribute('href', `/${locale}/emergency/`);
		expect(page.url()).not.toContain(hash);
		expect(watch.requests.filter((request) => request.includes(hash))).toEqual([]);
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('someone finds an article through the results page', async ({ page }) => {
			const { title, aliases } = await readArticle(page, locale, 'guides/transfer-not-arrived');
			const [words = ''] = aliases;
			await page.goto(`/${locale}/`);
			await searchBox(page).fill(words);
			await page
				.getByRole('search')
				.getByRole('button', { name: t('search.submit') })
				.click();
			await expect(page).toHaveURL(new RegExp(`/${locale}/search/\\?q=`));
			await expect(searchBox(page)).toHaveValue(words);
			await searchResults(page, locale).getByRole('link', { name: title }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		});

		test('nothing found is said plainly', async ({ page }) => {
			await page.goto(`/${locale}/search/?q=qzxwvk`);
			await expect(page.getByText(t('search.none'), { exact: true })).toBeVisible();
			await expect(page.getByText(t('search.failed'))).toBeHidden();
		});
	});
});
