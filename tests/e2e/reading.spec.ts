import { expect, inEachLanguage, test, zh } from './lib/test.ts';

inEachLanguage((locale, t) => {
	const article = `/${locale}/guides/read-explorer/`;

	test('a word of the glossary is explained by key and by tap, and leads to the glossary', async ({ page }) => {
		await page.goto(article);
		const word = page.locator('help-term').getByRole('button').first();
		const tip = page.locator('help-term .tip');
		await word.focus();
		await page.keyboard.press('Enter');
		await expect(word).toHaveAttribute('aria-expanded', 'true');
		await expect(tip).toBeVisible();
		await expect(tip).toBeInViewport({ ratio: 1 });
		await page.keyboard.press('Escape');
		await expect(tip).toHaveCount(0);
		await expect(word).toBeFocused();

		await word.click();
		await tip.getByRole('link', { name: t('term.more') }).click();
		await expect(page).toHaveURL(new RegExp(`/${locale}/glossary/#`));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('glossary.title'));
	});

	test('a word opens under a finger and closes with a tap elsewhere', zh, async ({ browser }) => {
		const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
		const page = await context.newPage();
		await page.goto(article);
		for (const word of await page.locator('help-term').getByRole('button').all()) {
			await word.tap();
			await expect(page.locator('help-term .tip')).toBeInViewport({ ratio: 1 });
			await page.getByRole('heading', { level: 1 }).tap();
			await expect(page.locator('help-term .tip')).toHaveCount(0);
		}
		await context.close();
	});

	test('without script a word is a link to its entry', async ({ browser }) => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto(article);
		const word = page.locator('a.term').first();
		const target = await word.getAttribute('href');
		await word.click();
		await expect(page.locator(`[id="${target?.split('#')[1]}"]`)).toBeVisible();
		await page.close();
	});

	test('the table of contents marks the section that is being read', zh, async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.goto(article);
		const contents = page.getByRole('navigation', { name: t('article.toc') });
		const links = contents.getByRole('link');
		await expect(contents.locator('[aria-current]')).toHaveCount(0);
		await links.nth(2).click();
		await expect(links.nth(2)).toHaveAttribute('aria-current', 'true');
		await expect(contents.locator('[aria-current]')).toHaveCount(1);
		await page.evaluate(() => scrollTo(0, 0));
		await expect(contents.locator('[aria-current]')).toHaveCount(0);
	});
});
