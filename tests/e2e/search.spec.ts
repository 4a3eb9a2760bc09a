import { readArticle, expect, inEachLanguage, searchBox, searchResults, test } from './lib/test.ts';

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

	test('Escape closes the results and keeps the words', async ({ page }) => {
		await page.goto(`/${locale}/`);
		await searchBox(page).fill('USDT');
		await expect(searchResults(page, locale)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(searchResults(page, locale)).toBeHidden();
		await expect(searchBox(page)).toHaveValue('USDT');
		await expect(searchBox(page)).toBeFocused();
	});

	test('nothing found is said plainly and leads on to people', async ({ page }) => {
		await page.goto(`/${locale}/search/?q=qzxwvk`);
		await expect(page.getByText(t('search.none'), { exact: true })).toBeVisible();
		await expect(
			page
				.getByRole('main')
				.getByRole('link', { name: t('nav.contact') })
				.first(),
		).toBeVisible();
	});

	test('key events without a key, as browsers send when they fill in fields, break nothing', async ({ page, watch }) => {
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
