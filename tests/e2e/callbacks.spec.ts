import { readFile } from 'node:fs/promises';

import { translator } from '../../src/i18n/index.ts';
import { alertSaying } from './lib/alerts.ts';
import { bookingButton, chooseSlot, fillCallbackForm } from './lib/callback-form.ts';
import { failApi } from './lib/failures.ts';
import { en, expect, inEachLanguage, test } from './lib/test.ts';

import type { Page } from '@playwright/test';

inEachLanguage((locale, t) => {
	const path = `/${locale}/callback/`;

	test('someone books a call, puts it into the calendar, moves it and cancels it', async ({ page }, { testId }) => {
		await page.goto(path);
		const start = await fillCallbackForm(page, locale, testId);
		await bookingButton(page, locale).click();
		await expect(page).toHaveURL(new RegExp(`/${locale}/requests/#C-[0-9A-Z]{5}-[0-9A-Z]{5}\\.`));
		await expect(callTime(page)).toHaveAttribute('datetime', instant(start));

		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: t('requests.calendar') }).click();
		const calendar = await readFile(await (await download).path(), 'utf8');
		expect(calendar).toContain('BEGIN:VEVENT');
		expect(calendar).toContain(`DTSTART:${start.replace(/[-:]|\.\d+/g, '')}`);

		await page.locator('summary', { hasText: t('requests.move.title') }).click();
		const moved = await chooseSlot(page, `${testId} moved`);
		await page.getByRole('button', { name: t('requests.move'), exact: true }).click();
		await expect(movedNotice(page)).toHaveAttribute('datetime', instant(moved));
		await expect(callTime(page)).toHaveAttribute('datetime', instant(moved));

		page.once('dialog', (dialog) => void dialog.accept());
		await page.getByRole('button', { name: t('requests.cancel') }).click();
		await expect(page.getByText(t('requests.cancelled')).first()).toBeVisible();
		await page.reload();
		await expect(page.locator('strong[data-show="state:cancelled"]')).toBeVisible();
		await expect(page.getByRole('button', { name: t('requests.cancel') })).toBeHidden();
		const removal = page.waitForEvent('download');
		await page.getByRole('button', { name: t('requests.calendar.remove') }).click();
		expect(await readFile(await (await removal).path(), 'utf8')).toContain('METHOD:CANCEL');
	});

	test('times are shown in the zone of whoever reads them', async ({ browser, baseURL }) => {
		const context = await browser.newContext({ timezoneId: 'America/New_York', ...(baseURL && { baseURL }) });
		const page = await context.newPage();
		await page.clock.install({ time: '2026-11-23T02:00:00Z' });
		await page.goto(path);
		await expect(page.getByText(/America\/New_York/).first()).toBeVisible();
		const [start, shown] = await firstSlot(page);
		const time = new Intl.DateTimeFormat('en', {
			timeZone: 'America/New_York',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
		});
		expect(shown).toBe(time.format(new Date(start)));
		await context.close();
	});

	test('a number that cannot be called is said at its field', async ({ page }, { testId }) => {
		await page.goto(path);
		await fillCallbackForm(page, locale, testId);
		const phone = page.getByRole('main').getByLabel(t('callback.phone'), { exact: true });
		await phone.fill('123');
		await bookingButton(page, locale).click();
		await expect(alertSaying(page, t('errors.any.PHONE_LENGTH'))).toBeFocused();
		await expect(phone).toHaveAttribute('aria-invalid', 'true');
		await expect(phone).toHaveValue('123');
	});

	test('a booking that met a dead network keeps everything, and trying again books once', en, async ({ page }, { testId }) => {
		await page.goto(path);
		await fillCallbackForm(page, locale, testId);
		await failApi(page, 'the network is gone');
		await bookingButton(page, locale).click();
		await expect(alertSaying(page, t('errors.unsent'))).toBeVisible();
		await expect(page.getByText(t('errors.title'))).toBeHidden();
		await expect(page.getByRole('main').getByLabel(t('callback.name'), { exact: true })).toHaveValue('小林 Lin');
		await page.unrouteAll();
		await bookingButton(page, locale).click();
		await expect(page).toHaveURL(/#C-/);
	});

	test(
		'a lost answer and a changed choice are one call: its page opens, where it can be moved',
		en,
		async ({ page }, { testId }) => {
			await page.goto(path);
			await fillCallbackForm(page, locale, testId);
			await page.route('**/api/callbacks', async (route) => {
				await route.fetch();
				await route.abort('connectionreset');
			});
			await bookingButton(page, locale).click();
			await expect(alertSaying(page, t('errors.form.OFFLINE'))).toBeVisible();
			await page.unrouteAll();
			await page.getByRole('main').getByLabel(t('callback.note')).fill('Changed my mind.');
			await bookingButton(page, locale).click();
			await expect(page).toHaveURL(/#C-/);
			await expect(page.locator('[data-device-list] a')).toHaveCount(1);
		},
	);

	test(
		'the private page keeps its key: past the skip link, into the other language, and when a copy is made',
		en,
		async ({ page, context }, { testId }) => {
			await context.grantPermissions(['clipboard-read', 'clipboard-write']);
			await page.goto(path);
			await fillCallbackForm(page, locale, testId);
			await bookingButton(page, locale).click();
			await expect(page).toHaveURL(/#C-/);
			const [, key = ''] = /(#C-.*)$/.exec(page.url()) ?? [];
			// The address says where the page is before its script has run.
			await expect(page.getByRole('button', { name: t('requests.copy') })).toBeVisible();
			await page.getByRole('link', { name: t('skip') }).focus();
			await page.keyboard.press('Enter');
			await expect(page.locator('#main')).toBeFocused();
			await expect.poll(() => page.url()).toContain(key);
			await page.getByRole('button', { name: t('requests.copy') }).click();
			expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(key);
			const other = locale === 'en' ? 'zh-cn' : 'en';
			await page.locator(`[data-language="${other}"]`).first().click();
			await expect(page).toHaveURL(new RegExp(`/${other}/requests/#C-`));
			await expect(callTime(page)).toBeVisible();
			await page.reload();
			await expect(callTime(page)).toBeVisible();
			await expect(page.locator('[data-show="fresh:yes"]')).toBeHidden();
			// One call, whatever the language, and its kind beside it.
			await expect(page.locator('[data-device-list] li')).toHaveText([
				new RegExp(`^${translator(other)('requests.callback.title')} C-`),
			]);
		},
	);

	test(
		'a page that cannot ask does not say that nobody calls, and says so again when it can',
		en,
		async ({ page }, { testId }) => {
			await page.goto(path);
			await fillCallbackForm(page, locale, testId);
			await bookingButton(page, locale).click();
			await expect(page.getByText(t('call.nobody'))).toBeVisible();
			for (const failure of ['the network is gone', 'the server fails'] as const) {
				await failApi(page, failure);
				await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
				await page.clock.runFor(5000);
				await expect(page.getByText(t('call.unknown'))).toBeVisible();
				await expect(page.getByText(t('call.nobody'))).toBeHidden();
				await expect(page.locator('help-request > [data-status]')).toHaveText(t('call.said.unknown'));
				await page.unrouteAll();
				await page.clock.runFor(31_000);
				await expect(page.getByText(t('call.nobody'))).toBeVisible();
				await expect(page.getByText(t('call.unknown'))).toBeHidden();
			}
		},
	);

	test('a call that was erased elsewhere leaves the page', en, async ({ page }, { testId }) => {
		await page.goto(path);
		await fillCallbackForm(page, locale, testId);
		await bookingButton(page, locale).click();
		await expect(callTime(page)).toBeVisible();
		const [, reference = '', secret = ''] = /#(C-\w+-\w+)\.(.*)$/.exec(page.url()) ?? [];
		const erased = await page.request.post(`/api/callbacks/${reference}/erasure`, {
			data: {},
			headers: { Authorization: `Bearer ${secret}` },
		});
		expect(erased.status(), await erased.text()).toBe(200);
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await expect(page.locator('[data-show="view:missing"]')).toBeFocused();
		await expect(callTime(page)).toBeHidden();
	});

	test('free times that cannot be loaded are said, and can be asked for again', en, async ({ page }) => {
		await failApi(page, 'the server fails');
		await page.goto(path);
		// Those that the server wrote into the page are still there.
		await expect(page.getByText(t('callback.slot.old'))).toBeVisible();
		await expect(page.getByText(t('callback.slot.failed'))).toBeHidden();
		await page.unrouteAll();
		await page.getByRole('button', { name: t('callback.retry') }).click();
		await expect(page.getByText(t('callback.slot.old'))).toBeHidden();
		await expect(page.locator('input[name="slot"]').first()).toBeAttached();
	});

	test('the times of every day are reached by keyboard, also once another day’s is chosen', en, async ({ page }) => {
		await page.goto(path);
		const days = page.locator('details.slot-day:has(summary[aria-describedby])');
		await days.first().locator('input').nth(1).check();
		const second = days.nth(1);
		await second.locator('summary').focus();
		await page.keyboard.press('ArrowDown');
		await expect(second.locator('input').first()).toBeFocused();
		await page.keyboard.press('Space');
		await expect(second.locator('input').first()).toBeChecked();
	});

	test(
		'a call that changed in another tab is shown as it stands, and a move needs a time',
		en,
		async ({ page, context }, { testId }) => {
			await page.goto(path);
			await fillCallbackForm(page, locale, testId);
			await bookingButton(page, locale).click();
			await expect(page.getByRole('heading', { name: t('requests.fresh.call', { time: '' }) })).toBeVisible();
			await page.locator('summary', { hasText: t('requests.move.title') }).click();
			await expect(page.locator('input[name="slot"]').first()).toBeAttached();
			await page.getByRole('button', { name: t('requests.move'), exact: true }).click();
			await expect(page.locator('#slot-error').getByText(t('errors.slot.REQUIRED'))).toBeVisible();
			await expect(page.getByRole('group', { name: t('callback.slot') })).toBeFocused();

			const other = await context.newPage();
			await other.goto(page.url());
			other.once('dialog', (dialog) => void dialog.accept());
			await other.getByRole('button', { name: t('requests.cancel') }).click();
			await expect(other.getByText(t('requests.cancelled'))).toBeVisible();
			await chooseSlot(page, `${testId} moved`);
			await page.getByRole('button', { name: t('requests.move'), exact: true }).click();
			await expect(alertSaying(page, t('errors.requests.CONFLICT'))).toBeVisible();
			await expect(page.locator('strong[data-show="state:cancelled"]')).toBeVisible();
			await expect(page.getByRole('button', { name: t('requests.move'), exact: true })).toBeHidden();
		},
	);

	test('a call that has lost its time opens with other times, beside the one that was lost', en, async ({ page }, { testId }) => {
		await page.goto(path);
		const start = await fillCallbackForm(page, locale, testId);
		await page.route(/\/api\/callbacks\/C-[^/]+$/, async (route) => {
			const response = await route.fetch();
			const call = (await response.json()) as object;
			await route.fulfill({ response, json: { ...call, state: 'offered' } });
		});
		await bookingButton(page, locale).click();
		await expect(page.getByText(t('requests.callback.lost'))).toBeVisible();
		await expect(page.getByText(t('requests.callback.when'), { exact: true })).toBeHidden();
		await expect(callTime(page)).toHaveAttribute('datetime', instant(start));
		await expect(page.locator('[data-move] input[name="slot"]').first()).toBeVisible();
		await expect(page.getByRole('button', { name: t('requests.calendar') })).toBeHidden();
	});

	test('a private link with a wrong secret opens nothing and says so', en, async ({ page }) => {
		await page.goto(`/${locale}/requests/#C-00000-00000.AAAAAAAAAAAAAAAAAAAAAA`);
		await expect(page.getByText(t('requests.missing'))).toBeVisible();
		await expect(page.getByRole('main').getByLabel(t('requests.reference'))).toBeVisible();
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('someone books a call, moves it, gets the calendar file and cancels it', async ({ page }, { testId }) => {
			await page.goto(path);
			const start = await fillCallbackForm(page, locale, testId);
			await bookingButton(page, locale).click();
			await expect(page).toHaveURL(new RegExp(`/${locale}/requests/$`));
			await expect(callTime(page)).toHaveAttribute('datetime', instant(start));

			await page.locator('summary', { hasText: t('requests.move.title') }).click();
			const moved = await chooseSlot(page, `${testId} moved`);
			await page.getByRole('button', { name: t('requests.move'), exact: true }).click();
			await expect(movedNotice(page)).toHaveAttribute('datetime', instant(moved));
			await expect(callTime(page)).toHaveAttribute('datetime', instant(moved));

			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: t('requests.calendar') }).click();
			const calendar = await readFile(await (await download).path(), 'utf8');
			expect(calendar).toContain(`DTSTART:${moved.replace(/[-:]|\.\d+/g, '')}`);

			await page.getByRole('button', { name: t('requests.cancel') }).click();
			await expect(page.getByText(t('requests.cancelled')).first()).toBeVisible();
			const removal = page.waitForEvent('download');
			await page.getByRole('button', { name: t('requests.calendar.remove') }).click();
			expect(await readFile(await (await removal).path(), 'utf8')).toContain('METHOD:CANCEL');
			await page.getByRole('button', { name: t('requests.close') }).click();
			await expect(page.getByRole('main').getByLabel(t('requests.reference'))).toBeVisible();
			await expect(callTime(page)).toBeHidden();
		});

		test('the time zone can be chosen', async ({ page }) => {
			await page.goto(`${path}?timezone=Europe/London`);
			await expect(page.getByText(/Europe\/London/).first()).toBeVisible();
			const [start, shown] = await firstSlot(page);
			const time = new Intl.DateTimeFormat('en', {
				timeZone: 'Europe/London',
				hour: '2-digit',
				minute: '2-digit',
				hourCycle: 'h23',
			});
			expect(shown).toBe(time.format(new Date(start)));
		});

		test('a number that cannot be called comes back with everything else', async ({ page }, { testId }) => {
			await page.goto(path);
			const start = await fillCallbackForm(page, locale, testId);
			await page.getByRole('main').getByLabel(t('callback.phone'), { exact: true }).fill('123');
			await bookingButton(page, locale).click();
			await expect(alertSaying(page, t('errors.any.PHONE_LENGTH'))).toBeVisible();
			await expect(page.getByRole('main').getByLabel(t('callback.name'), { exact: true })).toHaveValue('小林 Lin');
			await expect(page.locator('input[name="slot"]:checked')).toHaveAttribute('value', start);
		});
	});
});

/** Start of the first time on offer, and what is shown for it. */
async function firstSlot(page: Page): Promise<[start: string, shown: string | null]> {
	const slot = page.locator('label.slot').first();
	return [(await slot.locator('input').getAttribute('value')) ?? '', await slot.locator('.slot-time').textContent()];
}

function callTime(page: Page) {
	return page.locator('[data-call] time[data-time="slot"]');
}

/** The new time in the notice that a call was moved. */
function movedNotice(page: Page) {
	return page.locator('[data-show="done:moved"]:not([hidden]) time');
}

/** RFC 3339 with or without milliseconds. */
function instant(text: string): RegExp {
	return new RegExp(`^${text.replace(/(\.0+)?Z$/, '')}(\\.0+)?Z$`);
}
