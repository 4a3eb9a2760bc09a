import { findViolations, findViolationsInThemes } from './lib/axe.ts';
import { fillContactForm, message, submitButton } from './lib/contact-form.ts';
import { deskToken } from './lib/server.ts';
import { expect, inEachLanguage, test } from './lib/test.ts';

/** Every page of the desk, its lists as well as what a search finds. */
const paths = [
	'/desk/',
	'/desk/?view=closed',
	'/desk/?q=example',
	'/desk/blocked/',
	'/desk/callbacks',
	'/desk/votes',
	'/desk/comments',
	'/desk/searches/',
	'/desk/outbox/',
	'/desk/routing/',
	'/desk/reports/',
	'/desk/switches',
	'/desk/audit/',
];

inEachLanguage((locale) => {
	test('an agent logs in and reads what was sent', async ({ page }) => {
		await page.goto(`/${locale}/contact/`);
		await fillContactForm(page, locale);
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		const [, reference = ''] = /#(R-\w+-\w+)\./.exec(page.url()) ?? [];

		await page.goto(`/desk/?lang=${locale}`);
		await page.locator('input[name="token"]').fill(`${deskToken}x`);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('alert')).toBeVisible();
		await page.locator('input[name="token"]').fill(deskToken);
		await page.keyboard.press('Enter');
		await page.getByRole('link', { name: reference }).click();
		await expect(page.getByText(message)).toBeVisible();
		await expect(page.getByText('lin@example.com')).toBeVisible();
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await findViolations(page)).toEqual([]);
		}
	});

	test('axe finds nothing on any page of the desk, and a phone shows all of it', async ({ page }) => {
		test.slow();
		await page.goto(`/desk/?lang=${locale}`);
		await page.locator('input[name="token"]').fill(deskToken);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('search')).toBeVisible();
		for (const path of paths) {
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
			expect([path, await findViolationsInThemes(page)]).toEqual([path, []]);
			await page.setViewportSize({ width: 390, height: 800 });
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect([path, overflow]).toEqual([path, 0]);
		}
	});
});
