import { templates } from './lib/templates.ts';
import { expect, inEachLanguage, test } from './lib/test.ts';

import type { Page } from '@playwright/test';

inEachLanguage((locale, t) => {
	test('on paper an article is only its text', async ({ page }) => {
		await page.emulateMedia({ media: 'print' });
		await page.goto(`/${locale}/faq/forgot-password/`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByRole('search')).toBeHidden();
		await expect(page.getByRole('contentinfo')).toBeHidden();
		await expect(page.getByText(t('vote.title'))).toBeHidden();
	});
});

inEachLanguage((locale) => {
	for (const [name, path] of Object.entries(templates(locale))) {
		test(`${name} needs no sideways scrolling at 320 px, at 200 % zoom, or on a phone with text twice as large`, async ({
			page,
		}) => {
			await page.setViewportSize({ width: 320, height: 640 });
			await page.goto(path);
			expect(await overflowing(page), 'at 320 px').toEqual([]);
			// Zoom 200 % of a 1280 px window leaves 640 CSS pixels.
			await page.setViewportSize({ width: 640, height: 400 });
			expect(await overflowing(page), 'at 200 % zoom').toEqual([]);
			await page.setViewportSize({ width: 390, height: 800 });
			await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
			});
			expect(await overflowing(page), 'with text twice as large').toEqual([]);
		});
	}
});

/** The elements that stick out of the window when the page as a whole can be scrolled sideways. */
async function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		return [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > width + 1)
			.slice(-3)
			.map((element) => element.outerHTML.slice(0, 160));
	});
}
