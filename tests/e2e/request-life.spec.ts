import { findViolations } from './lib/axe.ts';
import { fillContactForm, submitButton } from './lib/contact-form.ts';
import { deskToken } from './lib/server.ts';
import { expect, inEachLanguage, test } from './lib/test.ts';

inEachLanguage((locale, t) => {
	test('a person and an agent bring a request to its end, side by side', async ({ page, browser }) => {
		await page.goto(`/${locale}/contact/`);
		await fillContactForm(page, locale);
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		const [, reference = ''] = /#(R-\w+-\w+)\./.exec(page.url()) ?? [];

		const desk = await browser.newContext({ extraHTTPHeaders: { 'CF-Connecting-IP': '10.9.9.9' } });
		const agent = await desk.newPage();
		await agent.goto(`/desk/requests/${reference}?lang=${locale}`);
		await agent.locator('input[name="token"]').fill(deskToken);
		await agent.keyboard.press('Enter');
		await expect(agent.locator('input[name="token"]')).toHaveCount(0);
		await agent.goto(`/desk/requests/${reference}?lang=${locale}`);

		const write = page.getByLabel(t('requests.write'));
		await write.fill('TRC20');
		await page.getByRole('button', { name: t('requests.write.send'), exact: true }).click();
		await expect(page.getByText(t('requests.written'))).toBeFocused();
		await expect(write).toHaveValue('');

		// The agent has not seen that: nothing is overwritten, nothing typed is lost.
		await agent.locator('#reply').fill('Which network?');
		await agent.locator('.primary').click();
		await expect(agent.getByRole('alert')).toBeVisible();
		await expect(agent.locator('#reply')).toHaveValue('Which network?');
		await agent.locator('#reply').fill('It has arrived.');
		await agent.locator('.primary').click();
		await expect(agent.getByRole('alert')).toHaveCount(0);
		expect(await findViolations(agent)).toEqual([]);
		await desk.close();

		await page.reload();
		await expect(page.getByText('It has arrived.')).toBeVisible();
		await page.getByRole('button', { name: t('requests.solved'), exact: true }).click();
		await expect(page.getByText(t('requests.done.solved'))).toBeFocused();
		await page.getByRole('button', { name: t('requests.rate.send') }).click();
		await expect(
			page.locator('[data-errors="rating"]').filter({ hasText: t('errors.rating.REQUIRED'), visible: true }),
		).toBeFocused();
		await page
			.getByRole('group', { name: t('requests.rate.speed') })
			.getByLabel('1')
			.check();
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await findViolations(page)).toEqual([]);
		}
		await page.getByRole('button', { name: t('requests.rate.send') }).click();
		await expect(page.getByText(t('requests.rated.low'))).toBeFocused();
		await page.getByRole('button', { name: t('requests.reopen') }).click();
		await expect(page.getByText(t('requests.done.reopened'))).toBeFocused();

		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: t('requests.transcript') }).click();
		expect((await download).suggestedFilename()).toBe(`${reference}.txt`);

		await page
			.locator('summary')
			.filter({ hasText: t('requests.delete') })
			.filter({ visible: true })
			.click();
		await page.getByRole('button', { name: t('requests.delete.do') }).click();
		await expect(page.getByText(t('requests.deleted'))).toBeFocused();
		await expect(page).toHaveURL(new RegExp(`/${locale}/requests/$`));
		await expect(page.getByRole('link', { name: reference })).toHaveCount(0);
	});
});

test('a message that holds a recovery phrase never leaves the private page', async ({ page, watch }) => {
	await page.goto('/en/contact/');
	await fillContactForm(page, 'en');
	await submitButton(page, 'en').click();
	await expect(page).toHaveURL(/#R-/);
	await page.getByLabel('Add something').fill(`${'abandon '.repeat(11)}about`);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.locator('.secret-notice [role="alert"]')).toBeVisible();
	expect(watch.requests.filter((request) => request.includes('abandon'))).toEqual([]);
});
