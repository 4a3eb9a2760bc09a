import { expect, inEachLanguage, test } from './lib/test.ts';

inEachLanguage((locale, t) => {
	const path = `/${locale}/emergency/`;

	test('the emergency page is one step away from every page and runs no script', async ({ page, watch }) => {
		await page.goto(`/${locale}/`);
		await page
			.getByRole('banner')
			.getByRole('link', { name: t('nav.emergency') })
			.click();
		await expect(page).toHaveURL(path);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(t('emergency.title'));
		watch.requests.length = 0;
		await page.reload();
		expect(watch.requests.filter((request) => /\.js(\?|\s|$)/.test(request))).toEqual([]);
		await expect(page.locator('script')).toHaveCount(0);
	});

	test('the emergency page has a search that works and a switch to the other language', async ({ page }) => {
		await page.goto(path);
		await page.getByRole('searchbox').fill('USDT');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`/${locale}/search/\\?q=USDT`));
		const other = locale === 'en' ? 'zh-cn' : 'en';
		await page.goto(path);
		await page.locator(`a[hreflang][href="/${other}/emergency/"]`).first().click();
		await expect(page).toHaveURL(`/${other}/emergency/`);
	});

	test('print shows the steps and hides what paper cannot do', async ({ page }) => {
		await page.goto(path);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByRole('searchbox')).toBeHidden();
	});
});
