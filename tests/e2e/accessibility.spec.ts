import { findViolationsInThemes } from './lib/axe.ts';
import { templates } from './lib/templates.ts';
import { en, expect, inEachLanguage, test } from './lib/test.ts';

/** Templates whose content arrives after they have loaded. */
const filledByScript = new Set(['results', 'callback']);

inEachLanguage((locale, t) => {
	for (const [name, path] of Object.entries(templates(locale))) {
		test(`axe finds nothing on ${name}, in light and in dark`, async ({ page }) => {
			await page.goto(path, { waitUntil: filledByScript.has(name) ? 'networkidle' : 'load' });
			expect(await findViolationsInThemes(page)).toEqual([]);
		});
	}

	test('the theme can be chosen and is kept', en, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(`/${locale}/`);
		const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		const light = await background();
		const toggle = page.getByRole('button', { name: new RegExp(t('theme.label', { current: '' }).trim()) });
		for (let press = 0; press < 3 && (await background()) === light; press++) await toggle.click();
		const dark = await background();
		expect(dark).not.toBe(light);
		await page.reload();
		expect(await background()).toBe(dark);
	});

	test('the first Tab leads past the header to the content', async ({ page }) => {
		await page.goto(`/${locale}/contact/`);
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: t('skip') })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.locator('#main')).toBeFocused();
	});

	test('with forced colours, focus and pressed buttons can still be seen', en, async ({ page }) => {
		await page.emulateMedia({ forcedColors: 'active' });
		await page.goto(templates(locale)['article'] ?? '');
		const button = page.getByRole('button', { name: t('vote.yes'), exact: true });
		const edge = await button.evaluate((element) => getComputedStyle(element).borderStyle);
		expect(edge).not.toBe('none');
		await button.focus();
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Tab');
		const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
		expect(outline).not.toBe('none');
	});

	test('the language switch stays on the article', async ({ page }) => {
		const path = templates(locale)['article'] ?? '';
		await page.goto(path);
		const other = locale === 'en' ? 'zh-cn' : 'en';
		await page.locator(`[data-language="${other}"]`).first().click();
		await expect(page).toHaveURL(path.replace(`/${locale}/`, `/${other}/`));
	});
});
