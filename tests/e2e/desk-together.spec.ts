import type { Browser, Page } from '@playwright/test';

import { findViolationsInThemes } from './lib/axe.ts';
import { fillContactForm, submitButton } from './lib/contact-form.ts';
import { deskToken, now } from './lib/server.ts';
import { expect, inEachLanguage, test, zh } from './lib/test.ts';

/** Somebody of the staff at a browser of their own. */
async function colleague(browser: Browser, name: string, path: string): Promise<Page> {
	const context = await browser.newContext({ extraHTTPHeaders: { 'CF-Connecting-IP': `10.8.8.${name.length}` } });
	const page = await context.newPage();
	await page.clock.install({ time: now });
	await page.goto(path);
	await page.locator('input[name="token"]').fill(deskToken);
	await page.locator('input[name="name"]').fill(name);
	await page.keyboard.press('Enter');
	await expect(page.locator('input[name="token"]')).toHaveCount(0);
	await page.goto(path);
	return page;
}

inEachLanguage((locale) => {
	test('two agents see each other, nothing is overwritten, and the person reads one answer', zh, async ({ page, browser }) => {
		await page.goto(`/${locale}/contact/`);
		await fillContactForm(page, locale);
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		const [, reference = ''] = /#(R-\w+-\w+)\./.exec(page.url()) ?? [];
		const path = `/desk/requests/${reference}?lang=${locale}`;
		const ada = await colleague(browser, 'Ada', path);
		const ben = await colleague(browser, 'Benjamin', path);

		const isTold = ada.waitForResponse(
			(response) => response.request().method() === 'POST' && response.url().includes('/presence'),
		);
		await ada.locator('#reply').pressSequentially('It has');
		await isTold;
		const others = ben.locator('[data-others]');
		await expect(others).toHaveText('');
		await ben.clock.runFor(25_000);
		await expect(others).toContainText('Ada');
		await ben.locator('#reply').fill('Please wait a little.');
		await ada.locator('#reply').fill('It has arrived.');
		await ada.locator('.primary').click();
		await expect(ada.locator('.conversation')).toContainText('It has arrived.');
		await ben.clock.runFor(25_000);
		await expect(ben.locator('[data-changed]')).not.toBeEmpty();
		await expect(others).toHaveText('');
		await ben.locator('.primary').click();
		await expect(ben.getByRole('alert')).toBeVisible();
		await expect(ben.locator('#reply')).toHaveValue('Please wait a little.');
		expect(await findViolationsInThemes(ben)).toEqual([]);

		await page.reload();
		await expect(page.getByText('It has arrived.')).toBeVisible();
		await expect(page.getByText('Please wait a little.')).toHaveCount(0);
		for (const somebody of [ada, ben]) await somebody.context().close();
	});
});

test('a saved reply and an article are inserted where the cursor is, and nothing is sent', async ({ page, browser }) => {
	await page.goto('/en/contact/');
	await fillContactForm(page, 'en');
	await submitButton(page, 'en').click();
	await expect(page).toHaveURL(/#R-/);
	const [, reference = ''] = /#(R-\w+-\w+)\./.exec(page.url()) ?? [];
	const ada = await colleague(browser, 'Ada', `/desk/requests/${reference}?lang=en`);
	await ada.getByText('Insert an article or a saved reply').click();
	await ada.getByLabel('Saved reply').selectOption('Is it solved?');
	const tools = ada.locator('[data-compose]');
	await tools.locator('[data-insert-saved]').click();
	await expect(ada.locator('#reply')).toHaveValue(/did that help\?/);
	await expect(ada.locator('#reply')).toBeFocused();
	await ada.getByLabel('Find an article').fill('memo');
	await ada.keyboard.press('Enter');
	await tools
		.getByRole('button', { name: /^Insert: / })
		.first()
		.click();
	await expect(ada.locator('#reply')).toHaveValue(/did that help\?[\s\S]*https:\/\/help\.example\.com\/en\//);
	expect(await findViolationsInThemes(ada)).toEqual([]);
	await expect(ada.locator('.conversation .staff')).toHaveCount(0);
	await ada.context().close();
});

test('the desk is worked by keys, which do nothing while somebody types', async ({ page, browser }) => {
	for (const _ of [1, 2]) {
		await page.goto('/en/contact/');
		await fillContactForm(page, 'en');
		await submitButton(page, 'en').click();
		await expect(page).toHaveURL(/#R-/);
	}
	const ada = await colleague(browser, 'Ada', '/desk/?lang=en');
	await expect(ada.locator('[data-new-work]')).toHaveText(/^\d+$/);
	await expect(ada).toHaveTitle(/^\(\d+\) /);
	await ada.keyboard.press('?');
	await expect(ada.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	expect(await findViolationsInThemes(ada)).toEqual([]);
	await ada.keyboard.press('Escape');
	await ada.keyboard.press('j');
	await ada.keyboard.press('j');
	await expect(ada.locator('.items > li').nth(1).getByRole('link')).toBeFocused();
	await ada.keyboard.press('x');
	await expect(ada.locator('input[name="chosen"]').nth(1)).toBeChecked();
	await ada.keyboard.press('k');
	await ada.keyboard.press('/');
	await expect(ada.getByRole('searchbox')).toBeFocused();
	await ada.keyboard.type('jxr?');
	await expect(ada.getByRole('searchbox')).toHaveValue('jxr?');
	await ada.locator('h1').click();
	await ada.locator('.items > li h2 a').first().click();
	await ada.waitForURL(/requests/);
	await ada.waitForLoadState();
	await ada.keyboard.press('n');
	await expect(ada.locator('#note')).toBeFocused();
	await ada.keyboard.type('r');
	await expect(ada.locator('#note')).toHaveValue('r');
	await ada.locator('h1').click();
	await ada.keyboard.press('r');
	await expect(ada.locator('#reply')).toBeFocused();
	await ada.getByRole('button', { name: 'Keyboard' }).click();
	await ada.getByLabel('Use single keys on this device').uncheck();
	await ada.keyboard.press('Escape');
	await ada.locator('h1').click();
	await ada.keyboard.press('n');
	await expect(ada.locator('#note')).not.toBeFocused();
	await ada.context().close();
});
