import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';

import { locales, type Locale } from '../../src/config/locales.ts';
import { bookingButton, fillCallbackForm } from './lib/callback-form.ts';
import { startServer } from './lib/own-server.ts';
import { now } from './lib/server.ts';
import { en, expect, inEachLanguage, test, zh } from './lib/test.ts';

/** Each with the language of its reader; none is both. */
const readers = [
	['Asia/Shanghai', zh],
	['America/New_York', {}],
	['Asia/Kathmandu', en],
	['Pacific/Apia', zh],
] as const;

inEachLanguage((locale) => {
	for (const [timezoneId, language] of readers) {
		test.describe(timezoneId, () => {
			test.use({ timezoneId });

			test('a call is booked and shown by the reader’s own clocks', language, async ({ page }, { testId }) => {
				await page.clock.setFixedTime(now);
				await page.goto(`/${locale}/callback/`);
				const start = await fillCallbackForm(page, locale, testId);
				const [day, time] = clockOf(locale, timezoneId, start);
				const chosen = page.locator('label.slot', { has: page.locator('input:checked') });
				await expect(chosen.locator('.slot-time')).toHaveText(time);
				// A suggested time names its day; in the list it stands under its day.
				const heading = page.locator('.slot-day', { has: page.locator('input:checked') }).locator('.slot-label');
				await expect(chosen.locator('.slot-date').or(heading)).toHaveText(day);
				await bookingButton(page, locale).click();
				const shown = page.locator('[data-call] time[data-time="slot"]');
				await expect(shown).toContainText(time);
				await expect(shown).toContainText(locale === 'en' ? day : day.replace(/周.$/, ''));
				await expect(shown).toContainText(/[(（].+[)）]/);
			});
		});
	}

	test.describe('a desk that opens and closes', () => {
		test.use({ timezoneId: 'America/New_York' });

		const [close, open] = locale === 'en' ? ['2026-11-23T11:00:00Z', 'Tuesday 10:00'] : ['2026-11-23T13:00:00Z', '星期二 09:00'];

		test('says so at the minute, in both clocks, without a reload', async ({ page }) => {
			await page.clock.install({ time: Date.parse(close) - 30_000 });
			await page.goto(`/${locale}/`);
			const state = page.locator('[data-opening]:visible').first();
			await expect(state).toContainText(
				locale === 'en' ? /Open now, until 19:00 .* 06:00 your time/ : /到 21:00（北京时间；你当地 08:00）/,
			);
			await page.clock.runFor(31_000);
			await expect(state).toContainText(open);
		});

		for (const path of ['', 'contact/'])
			test(`says so on /${path} within a minute where timers stood still over it`, en, async ({ page }) => {
				await page.clock.install({ time: Date.parse(close) - 3_600_000 });
				await page.goto(`/${locale}/${path}`);
				const state = page.locator('[data-opening="callback"]:visible').first();
				await expect(state).toContainText(/Open now|现在/);
				await page.clock.setSystemTime(Date.parse(close) + 3_600_000);
				await page.clock.runFor(61_000);
				await expect(state).toContainText(open);
			});

		test('says so at once to whoever comes back to the page', zh, async ({ page }) => {
			await page.clock.install({ time: Date.parse(close) - 3_600_000 });
			await page.goto(`/${locale}/contact/`);
			await page.clock.setSystemTime(Date.parse(close) + 3_600_000);
			await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
			await expect(page.locator('[data-opening="callback"]:visible').first()).toContainText(open);
		});
	});
});

/** The weeks in which New York sets its clocks; Shanghai never does. The same hour at the desk is another one there. */
const changes = [
	{ now: '2027-03-12T02:00:00Z', starts: ['2027-03-12T06:00:00Z', '2027-03-15T06:00:00Z'], times: ['01:00', '02:00'] },
	{ now: '2027-11-05T02:00:00Z', starts: ['2027-11-05T06:00:00Z', '2027-11-08T06:00:00Z'], times: ['02:00', '01:00'] },
];

test.describe('a reader in New York, in the week in which clocks change', () => {
	test.use({ timezoneId: 'America/New_York' });
	test.describe.configure({ mode: 'serial', timeout: 120_000 });

	for (const { now, starts, times } of changes) {
		test(`books by the clocks of the day of the call (${now.slice(0, 7)})`, async ({ browser }) => {
			const dataDir = await mkdtemp(join(tmpdir(), 'zones-'));
			const server = await startServer({ dataDir, now });
			const page = await browser.newPage({ baseURL: server.origin, timezoneId: 'America/New_York' });
			await page.clock.install({ time: now });
			await page.goto('/en/callback/');
			const shown = starts.map((start) => page.locator(`.slot-week label.slot:has([value="${start}"]) .slot-time`));
			for (const [index, time] of times.entries()) await expect(shown[index] as Locator).toHaveText(time);
			await fillCallbackForm(page, 'en', now);
			await page.locator(`.slot-week [value="${starts[1]}"]`).check();
			await bookingButton(page, 'en').click();
			const [day, time] = clockOf('en', 'America/New_York', starts[1] ?? '');
			await expect(page.locator('[data-call] time[data-time="slot"]')).toContainText(day);
			await expect(page.locator('[data-call] time[data-time="slot"]')).toContainText(`${time} (New York time`);
			await page.close();
			await server.stop();
			await rm(dataDir, { recursive: true, force: true });
		});
	}

	test('tells an hour that comes twice apart, and finds none that is skipped', async ({ page }) => {
		const shown = async (starts: string[]) => {
			const slots = starts.map((start) => ({ start, end: start, remaining: 1, load: 'normal' }));
			await page.route('**/api/callbacks/slots*', (route) => route.fulfill({ json: { timezone: 'America/New_York', slots } }));
			await page.goto('/en/callback/');
			await expect(page.locator('.slot-time')).toHaveCount(starts.length);
			return page.locator('.slot-time').allTextContents();
		};
		const spring = ['2027-03-14T05:30:00Z', '2027-03-14T06:30:00Z', '2027-03-14T07:30:00Z'];
		expect(await shown(spring)).toEqual(['00:30', '01:30', '03:30']);
		const autumn = ['2027-11-07T05:30:00Z', '2027-11-07T06:30:00Z', '2027-11-07T07:30:00Z'];
		expect(await shown(autumn)).toEqual(['01:30 GMT-4', '01:30 GMT-5', '02:30']);
	});
});

/** Day and time of an instant as somebody's clocks show them. */
function clockOf(locale: Locale, timeZone: string, start: string): [day: string, time: string] {
	const { lang } = locales[locale];
	const day = new Intl.DateTimeFormat(lang, { timeZone, month: 'short', day: 'numeric', weekday: 'short' });
	const time = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	return [day.format(new Date(start)), time.format(new Date(start))];
}
