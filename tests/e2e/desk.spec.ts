import { findViolations } from './lib/axe.ts';
import { fillContactForm, message, submitButton } from './lib/contact-form.ts';
import { deskToken } from './lib/server.ts';
import { expect, inEachLanguage, test } from './lib/test.ts';

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
		for (const path of ['/desk/', '/desk/reports/', '/desk/routing/', '/desk/audit/', '/desk/searches/']) {
			await page.goto(`${path}?lang=${locale}`);
			expect(await findViolations(page)).toEqual([]);
		}
	});
});
