import { alertSaying } from './lib/alerts.ts';
import { fillContactForm, message, submitButton } from './lib/contact-form.ts';
import { failApi, failures } from './lib/failures.ts';
import { templates } from './lib/templates.ts';
import { expect, inEachLanguage, test, zh } from './lib/test.ts';

inEachLanguage((locale, t) => {
	const path = `/${locale}/contact/`;

	test('someone writes to support and lands on a private page', async ({ page }) => {
		await page.goto(path);
		await fillContactForm(page, locale);
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(new RegExp(`/${locale}/requests/#R-[0-9A-Z]{5}-[0-9A-Z]{5}\\.`));
		const [, reference = ''] = /#(R-\w+-\w+)\./.exec(page.url()) ?? [];
		await expect(page.getByRole('main').getByText(reference).locator('visible=true').first()).toBeVisible();
		await expect(page.getByRole('main').getByText(message)).toBeVisible();
		await expect(page.getByText(t('requests.state.received')).first()).toBeVisible();

		await page.goto(`/${locale}/requests/`);
		await expect(page.getByRole('heading', { name: t('requests.device') })).toBeVisible();
		await page.getByRole('main').getByRole('link', { name: reference }).click();
		await expect(page.getByRole('main').getByText(message)).toBeVisible();
	});

	test('everything wrong is said at once, focus goes there, and its links lead to the fields', async ({ page }) => {
		await page.goto(path);
		await page.getByRole('main').getByLabel(t('contact.email'), { exact: true }).fill('lin@');
		await submitButton(page, locale).click();
		const summary = page.getByRole('alert').filter({ hasText: t('errors.title') });
		await expect(summary).toBeFocused();
		await expect(summary.getByRole('link')).toHaveCount(4);
		const email = page.getByRole('main').getByLabel(t('contact.email'), { exact: true });
		await expect(email).toHaveAttribute('aria-invalid', 'true');
		await expect(email).toHaveAccessibleDescription(new RegExp(escape(t('errors.any.INVALID_EMAIL'))));
		await summary.getByRole('link', { name: t('errors.any.INVALID_EMAIL') }).click();
		await expect(email).toBeFocused();
		await expect(email).toHaveValue('lin@');
	});

	test('two quick clicks make one request', zh, async ({ page, watch }) => {
		await page.goto(path);
		await fillContactForm(page, locale);
		await submitButton(page, locale).dblclick();
		await expect(page).toHaveURL(/#R-/);
		expect(watch.requests.filter((request) => request.startsWith('POST ') && request.includes('/api/contact'))).toHaveLength(1);
	});

	for (const failure of failures) {
		test(`what was typed is kept and sent once when it works again: ${failure}`, zh, async ({ page }) => {
			await page.goto(path);
			await fillContactForm(page, locale);
			await failApi(page, failure);
			const sent = page.waitForRequest('**/api/contact');
			await submitButton(page, locale).click();
			await expect(alertSaying(page, t('errors.contact.OFFLINE'))).toBeVisible();
			await expect(page.getByRole('main').getByLabel(t('contact.message'))).toHaveValue(message);
			await page.unrouteAll();
			const again = page.waitForRequest('**/api/contact');
			await page.reload();
			await expect(page).toHaveURL(/#R-/);
			const key = 'idempotency-key';
			expect((await (await again).allHeaders())[key]).toBe((await (await sent).allHeaders())[key]);
		});
	}

	test(
		'what is added after a lost answer is not lost: the first version is listed, the new one can be sent',
		zh,
		async ({ page }) => {
			await page.goto(path);
			await fillContactForm(page, locale);
			// The request arrives, its answer does not.
			await page.route('**/api/contact', async (route) => {
				await route.fetch();
				await route.abort('connectionreset');
			});
			await submitButton(page, locale).click();
			await expect(alertSaying(page, t('errors.contact.OFFLINE'))).toBeVisible();
			await page.unrouteAll();
			const field = page.getByRole('main').getByLabel(t('contact.message'));
			await field.fill(`${message} And one more thing.`);
			await submitButton(page, locale).click();
			await expect(alertSaying(page, t('errors.contact.CONFLICT'))).toBeVisible();
			await expect(field).toHaveValue(`${message} And one more thing.`);
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(/#R-/);
			await expect(page.getByRole('main').getByText('And one more thing.')).toBeVisible();
			await expect(page.locator('[data-device-list] a')).toHaveCount(2);
		},
	);

	test('two lost answers with a change between them still leave the link of what arrived', zh, async ({ page }) => {
		await page.goto(path);
		await fillContactForm(page, locale);
		let isFirst = true;
		await page.route('**/api/contact', async (route) => {
			if (isFirst) await route.fetch();
			isFirst = false;
			await route.abort('connectionreset');
		});
		const field = page.getByRole('main').getByLabel(t('contact.message'));
		await submitButton(page, locale).click();
		await expect(alertSaying(page, t('errors.contact.OFFLINE'))).toBeVisible();
		await field.fill(`${message} Second version.`);
		const lost = page.waitForEvent('requestfailed', (request) => request.postData()?.includes('Second version.') ?? false);
		await submitButton(page, locale).click();
		await lost;
		await expect(alertSaying(page, t('errors.contact.OFFLINE'))).toBeVisible();
		await page.unrouteAll();
		await field.fill(`${message} Third version.`);
		await submitButton(page, locale).click();
		await expect(alertSaying(page, t('errors.contact.CONFLICT'))).toBeVisible();
		await page.goto(`/${locale}/requests/`);
		await expect(page.locator('[data-device-list] a')).toHaveCount(1);
	});

	test('without the word lists nothing is sent, and nobody is told that they typed a phrase', zh, async ({ page, watch }) => {
		await page.route('**/word-lists*', (route) => route.abort());
		await page.goto(path);
		await fillContactForm(page, locale);
		await submitButton(page, locale).click();
		await expect(alertSaying(page, t('errors.form.UNCHECKED'))).toBeVisible();
		expect(watch.requests.filter((request) => request.startsWith('POST '))).toEqual([]);
		await page.unrouteAll();
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
	});

	test('a message is not sent behind the back of somebody who is changing it', zh, async ({ page, context }) => {
		await page.goto(path);
		await fillContactForm(page, locale);
		await context.setOffline(true);
		await submitButton(page, locale).click();
		await expect(alertSaying(page, t('errors.contact.OFFLINE'))).toBeVisible();
		const field = page.getByRole('main').getByLabel(t('contact.message'));
		await field.fill(`${message} And one more thing.`);
		await context.setOffline(false);
		await page.clock.runFor(300_000);
		await expect(field).toHaveValue(`${message} And one more thing.`);
		await expect(page).toHaveURL(path);
	});

	test('a field hidden for the chosen topic neither stops the form nor is sent', zh, async ({ page }) => {
		await page.goto(path);
		await fillContactForm(page, locale);
		const main = page.getByRole('main');
		await main.getByLabel(t('contact.address')).fill('not an address');
		await main.getByRole('radio', { name: /Something else|其他问题/ }).check();
		await expect(main.getByLabel(t('contact.address'))).toBeHidden();
		const request = page.waitForRequest('**/api/contact');
		await submitButton(page, locale).click();
		expect((await request).postDataJSON()).not.toHaveProperty('address');
		await expect(page).toHaveURL(/#R-/);
	});

	test('"my assets are moving" shows the way to the emergency page first', async ({ page }) => {
		await page.goto(path);
		const link = page.getByRole('link', { name: t('contact.urgent.link') });
		await expect(link).toBeHidden();
		await page.getByRole('radio', { name: t('contact.urgent.yes') }).check();
		await expect(link).toHaveAttribute('href', `/${locale}/emergency/`);
		await expect(link).toBeVisible();
	});

	test('the article that did not help travels with the request', zh, async ({ page }) => {
		await page.goto(templates(locale)['article'] ?? '');
		await page
			.getByRole('main')
			.getByRole('link', { name: t('stuck.contact') })
			.first()
			.click();
		await expect(page.getByRole('checkbox', { name: t('contact.articles', { count: 1 }) })).toBeChecked();
		await fillContactForm(page, locale);
		const request = page.waitForRequest('**/api/contact');
		await submitButton(page, locale).click();
		const body = (await request).postDataJSON() as { articles: string[] };
		expect(`/${body.articles.join()}/`).toBe(templates(locale)['article']);
		await expect(page).toHaveURL(/#R-/);
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('someone writes to support, sees reference and secret once, and opens the page with them again', async ({
			page,
			context,
		}) => {
			await page.goto(path);
			await fillContactForm(page, locale);
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(new RegExp(`/${locale}/requests/$`));
			await expect(page.getByRole('main').getByText(message)).toBeVisible();
			const reference = (await page.locator('[data-fill="reference"]:visible').first().textContent()) ?? '';
			const secret = (await page.locator('[data-fill="secret"]:visible').first().textContent()) ?? '';
			expect(reference).toMatch(/^R-\w{5}-\w{5}$/);
			expect(secret.length).toBeGreaterThan(15);
			await page.reload();
			await expect(page.getByText(secret)).toBeHidden();

			await context.clearCookies();
			await page.goto(`/${locale}/requests/`);
			await page.getByRole('main').getByLabel(t('requests.reference')).fill(reference.toLowerCase());
			await page.getByRole('main').getByLabel(t('requests.secret')).fill(secret);
			await page
				.getByRole('main')
				.getByRole('button', { name: t('requests.open'), exact: true })
				.click();
			await expect(page.getByRole('main').getByText(message)).toBeVisible();
		});

		test('a wrong hash comes back with everything that was typed', async ({ page }) => {
			await page.goto(path);
			await fillContactForm(page, locale);
			const main = page.getByRole('main');
			await main.getByLabel(t('contact.txHash')).fill('0x1234');
			await submitButton(page, locale).click();
			await expect(alertSaying(page, t('errors.any.INVALID_HASH'))).toBeVisible();
			await expect(main.getByLabel(t('contact.txHash'))).toHaveValue('0x1234');
			await expect(main.getByLabel(t('contact.message'))).toHaveValue(message);
			await expect(main.getByLabel(t('contact.chain'))).toHaveValue('tron');
			await expect(main.getByRole('radio', { name: /deposit|withdrawal|没到账/i })).toBeChecked();
			await main.getByLabel(t('contact.txHash')).fill('');
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(new RegExp(`/${locale}/requests/$`));
		});
	});
});

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
