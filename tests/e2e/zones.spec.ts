import { bookingButton, fillCallbackForm } from './lib/callback-form.ts';
import { expect, inEachLanguage, test } from './lib/test.ts';

/** Each with a minute at which the page is opened. */
const readers = [
	['Asia/Shanghai', '2026-11-23T02:00:00Z'],
	['America/New_York', '2026-11-23T02:00:00Z'],
	['Asia/Kathmandu', '2026-11-23T02:00:00Z'],
	['Pacific/Apia', '2026-11-23T02:00:00Z'],
] as const;

inEachLanguage((locale) => {
	for (const [timezoneId, now] of readers) {
		test.describe(timezoneId, () => {
			test.use({ timezoneId });

			test('a call is booked and shown by the reader’s own clocks', async ({ page }, { testId }) => {
				await page.clock.setFixedTime(now);
				await page.goto(`/${locale}/callback/`);
				const start = await fillCallbackForm(page, locale, testId);
				const time = new Intl.DateTimeFormat('en', {
					timeZone: timezoneId,
					hour: '2-digit',
					minute: '2-digit',
					hourCycle: 'h23',
				});
				const chosen = page.locator('label.slot', { has: page.locator('input:checked') });
				await expect(chosen.locator('.slot-time')).toHaveText(time.format(new Date(start)));
				await bookingButton(page, locale).click();
				const shown = page.locator('[data-show="view:callback"] time[data-time="slot"]');
				await expect(shown).toContainText(time.format(new Date(start)));
				await expect(shown).toContainText(/[(（].+[)）]/);
			});
		});
	}

	test.describe('a desk that opens and closes', () => {
		test.use({ timezoneId: 'America/New_York' });

		test('says so at the minute, in both clocks, without a reload', async ({ page }) => {
			const [close, open] =
				locale === 'en' ? ['2026-11-23T11:00:00Z', 'Tuesday 10:00'] : ['2026-11-23T13:00:00Z', '星期二 09:00'];
			await page.clock.install({ time: Date.parse(close) - 30_000 });
			await page.goto(`/${locale}/`);
			const state = page.locator('[data-opening]').first();
			await expect(state).toContainText(
				locale === 'en' ? /Open now, until 19:00 .* 06:00 your time/ : /到 21:00（北京时间；你当地 08:00）/,
			);
			await page.clock.runFor(31_000);
			await expect(state).toContainText(open);
		});
	});
});

test.describe('a reader in New York', () => {
	test.use({ timezoneId: 'America/New_York' });

	test('slots of the day on which New York sets its clocks stand at the right hours', async ({ page }) => {
		const slots = ['2027-03-14T05:30:00Z', '2027-03-14T06:30:00Z', '2027-03-14T07:30:00Z'];
		await page.route('**/api/callbacks/slots*', (route) =>
			route.fulfill({
				json: {
					timezone: 'America/New_York',
					slots: slots.map((start) => ({ start, end: start, remaining: 1, load: 'normal' })),
				},
			}),
		);
		await page.goto('/en/callback/');
		await expect(page.locator('.slot-time')).toHaveText(['00:30', '01:30', '03:30']);
	});
});
