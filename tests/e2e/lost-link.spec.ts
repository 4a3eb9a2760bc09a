import type { Browser, Page } from '@playwright/test';

import { deskToken } from './lib/server.ts';
import { expect, inEachLanguage, test } from './lib/test.ts';

/** A request of an address that nothing else uses. */
async function writeFrom(page: Page, email: string, locale: string): Promise<string> {
	const data = { locale, topic: 'other', name: 'Ada', email, message: 'A message that is long enough.' };
	const answer = await page.request.post('/api/contact', { data });
	const { reference } = (await answer.json()) as { reference: string };
	return reference;
}

/** The newest mail to an address, as the local mailbox of the desk shows it. */
async function mailTo(browser: Browser, email: string): Promise<string> {
	const desk = await browser.newContext({ extraHTTPHeaders: { 'CF-Connecting-IP': '10.9.9.8' }, javaScriptEnabled: true });
	const page = await desk.newPage();
	await page.goto('/desk/?lang=en');
	await page.locator('input[name="token"]').fill(deskToken);
	await page.keyboard.press('Enter');
	await expect(page.locator('input[name="token"]')).toHaveCount(0);
	await page.goto('/desk/mailbox/?lang=en');
	const text = await page.locator('li, article, section').filter({ hasText: email }).first().innerText();
	await desk.close();
	return text;
}

/** What cron does every minute. */
async function sendWhatIsDue(page: Page): Promise<void> {
	await page.request.get(`/cdn-cgi/local/scheduled?cron=${encodeURIComponent('* * * * *')}`);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		inEachLanguage((locale, t) => {
			test('whoever has lost the link gets it by mail, and it opens the request', async ({ page, browser }) => {
				const email = `lost-${locale}-${javaScriptEnabled}@example.com`;
				const reference = await writeFrom(page, email, locale);
				await page.goto(`/${locale}/requests/`);
				await page.getByLabel(t('links.email')).fill(email);
				await page.getByRole('button', { name: t('links.send') }).click();
				await expect(page.getByText(t('links.done'))).toBeVisible();
				await sendWhatIsDue(page);
				const mail = await mailTo(browser, email);
				const link = /\/(?:en|zh-cn)\/requests\/#\S+/.exec(mail)?.[0] ?? '';
				expect(link).toContain(reference);
				if (!javaScriptEnabled) return;
				await page.goto(link);
				await expect(page.getByText('A message that is long enough.')).toBeVisible();
			});

			test('an address that nobody knows is answered the same, and a wrong one is named', async ({ page }) => {
				await page.goto(`/${locale}/requests/`);
				const field = page.getByLabel(t('links.email'));
				await field.fill('nobody-has-written-from-here@example.com');
				await page.getByRole('button', { name: t('links.send') }).click();
				await expect(page.getByText(t('links.done'))).toBeVisible();
				await page.goto(`/${locale}/requests/`);
				await page.getByLabel(t('links.email')).fill('ada@localhost');
				await page.getByRole('button', { name: t('links.send') }).click();
				await expect(page.getByLabel(t('links.email'))).toHaveAttribute('aria-invalid', 'true');
				await expect(page.getByLabel(t('links.email'))).toHaveValue('ada@localhost');
			});
		});
	});
}
