import { alertSaying } from './lib/alerts.ts';
import { bookingButton, fillCallbackForm, phoneNumber } from './lib/callback-form.ts';
import { now } from './lib/server.ts';
import { en, expect, inEachLanguage, test } from './lib/test.ts';

import type { Page } from '@playwright/test';

const dayMs = 86_400_000;

// However somebody presses, goes back or opens the page again: one call is booked, and it is the one that they were shown.
inEachLanguage((locale, t) => {
	const path = `/${locale}/callback/`;
	const opened = new RegExp(`/${locale}/requests/#C-`);

	test('a double click books one call', async ({ page, watch }, { testId }) => {
		await page.goto(path);
		await fillCallbackForm(page, locale, testId);
		await bookingButton(page, locale).dblclick();
		await expect(page).toHaveURL(opened);
		expect(watch.requests.filter((request) => /^POST \S+\/api\/callbacks /.test(request))).toHaveLength(1);
		await expectOneBooking(page, testId);
	});

	test('who comes back finds an empty form, and sends nothing again', en, async ({ page, watch }, { testId }) => {
		await page.goto(path);
		await fillCallbackForm(page, locale, testId);
		await bookingButton(page, locale).click();
		await expect(page).toHaveURL(opened);
		await page.goBack();
		await expect(page).toHaveURL(new RegExp(path));
		await expect(page.locator('input[name="slot"]').first()).toBeAttached();
		await expect(page.locator('input[name="slot"]:checked')).toHaveCount(0);
		await expect(page.getByRole('main').getByLabel(t('callback.phone'), { exact: true })).toHaveValue('');
		await bookingButton(page, locale).click();
		await expect(page.getByRole('alert').first()).toBeVisible();
		expect(watch.requests.filter((request) => /^POST \S+\/api\/callbacks /.test(request))).toHaveLength(1);
	});

	test('two tabs book one call: the second one says that it is booked', en, async ({ page, context }, { testId }) => {
		const second = await context.newPage();
		await second.clock.install({ time: now });
		for (const tab of [page, second]) {
			await tab.goto(path);
			await fillCallbackForm(tab, locale, testId);
		}
		await bookingButton(page, locale).click();
		await expect(page).toHaveURL(opened);
		await bookingButton(second, locale).click();
		await expect(alertSaying(second, t('errors.form.ALREADY_BOOKED'))).toBeVisible();
		await expect(second.getByRole('main').getByLabel(t('callback.name'), { exact: true })).toHaveValue('小林 Lin');
		await expectOneBooking(page, testId);
	});

	for (const [name, skew] of [
		['ahead', dayMs],
		['behind', -dayMs],
	] as const) {
		test(`a clock that is a day ${name} books the time that was chosen`, en, async ({ page }, { testId }) => {
			await page.clock.setFixedTime(Date.parse(now) + skew);
			await page.goto(path);
			const start = await fillCallbackForm(page, locale, testId);
			await bookingButton(page, locale).click();
			await expect(page).toHaveURL(opened);
			const shown = page.locator('[data-call] time[data-time="slot"]');
			await expect.poll(async () => Date.parse((await shown.getAttribute('datetime')) ?? '')).toBe(Date.parse(start));
		});
	}

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('a double click, and the same again after going back, are one call', async ({ page }, { testId }) => {
			await page.goto(path);
			const start = await fillCallbackForm(page, locale, testId);
			await bookingButton(page, locale).dblclick();
			await expect(page).toHaveURL(new RegExp(`/${locale}/requests/$`));
			const reference = await page.locator('[data-show="view:callback"] [data-fill="reference"]').textContent();
			await page.goBack();
			expect(await fillCallbackForm(page, locale, testId, start)).toBe(start);
			await bookingButton(page, locale).click();
			await expect(page).toHaveURL(new RegExp(`/${locale}/requests/$`));
			await expect(page.locator('[data-show="view:callback"] [data-fill="reference"]')).toHaveText(reference ?? '');
			await expectOneBooking(page, testId);
		});
	});
});

/** A number can have two calls: another one is taken and a third is not, so there was one before. */
async function expectOneBooking(page: Page, seed: string): Promise<void> {
	const { slots } = (await (await page.request.get('/api/callbacks/slots?locale=en&days=14&timezone=UTC')).json()) as {
		slots: { start: string; remaining: number }[];
	};
	const free = slots.filter(({ remaining }) => remaining > 0).slice(-12);
	const answers: number[] = [];
	for (const slot of [free[0], free.at(-1)]) {
		const data = {
			locale: 'en',
			name: 'Lin',
			phone: phoneNumber(seed),
			country: 'CN',
			topic: 'frozen',
			slot: slot?.start,
			timezone: 'UTC',
		};
		const answer = await page.request.post('/api/callbacks', { data, headers: { 'Idempotency-Key': crypto.randomUUID() } });
		answers.push(answer.status());
	}
	expect(answers).toEqual([201, 409]);
}
