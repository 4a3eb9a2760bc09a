import { findViolations } from './lib/axe.ts';
import { useBaseline } from './lib/baseline.ts';
import { bookingButton, fillCallbackForm } from './lib/callback-form.ts';
import { fillContactForm, message, submitButton } from './lib/contact-form.ts';
import { templates } from './lib/templates.ts';
import { readArticle, expect, inEachLanguage, searchBox, searchResults, test, zh } from './lib/test.ts';

/** In-wallet web views are old: the journeys on Chromium 100 and Safari 15.4, as far as a newer browser can play them. */
inEachLanguage((locale, t) => {
	test.beforeEach(async ({ page }) => useBaseline(page));

	test('an old browser finds an article', zh, async ({ page }) => {
		const { title, aliases } = await readArticle(page, locale, 'guides/transfer-not-arrived');
		const [words = ''] = aliases;
		await page.goto(`/${locale}/`);
		await searchBox(page).fill(words);
		await searchResults(page, locale).getByRole('link', { name: title }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	});

	test('an old browser votes', zh, async ({ page }) => {
		await page.goto(templates(locale)['article'] ?? '');
		await page.getByRole('button', { name: t('vote.yes'), exact: true }).click();
		await expect(page.getByRole('status').filter({ hasText: t('vote.thanks.yes') })).toBeVisible();
	});

	test('an old browser writes to support and opens the private page', zh, async ({ page }) => {
		await page.goto(`/${locale}/contact/`);
		await fillContactForm(page, locale);
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		await expect(page.getByRole('main').getByText(message)).toBeVisible();
	});

	test('an old browser books a callback', zh, async ({ page }, testInfo) => {
		await page.goto(`/${locale}/callback/`);
		await fillCallbackForm(page, locale, testInfo.testId);
		await bookingButton(page, locale).click();
		await expect(page).toHaveURL(/#C-/);
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`an old browser shows every template readably in ${colorScheme}`, async ({ page }) => {
		test.slow();
		await useBaseline(page);
		await page.emulateMedia({ colorScheme });
		for (const [name, path] of Object.entries(templates('zh-cn'))) {
			await page.goto(path);
			expect(await findViolations(page, ['color-contrast']), name).toEqual([]);
		}
	});
}
