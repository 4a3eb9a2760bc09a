import { official } from '../../src/config/official.ts';
import { support } from '../../src/config/support.ts';
import { findViolationsInThemes } from './lib/axe.ts';
import { useBaseline } from './lib/baseline.ts';
import { expect, inEachLanguage, test, zh } from './lib/test.ts';

import type { Page } from '@playwright/test';

const lookalike = 'https://help.exаmple.com/validate';
const fake = 'https://tpwallet-support.example/a?b=c';

inEachLanguage((locale, t) => {
	const path = `/${locale}/verify/`;
	const field = (page: Page) => page.getByRole('main').getByLabel(t('verify.field'), { exact: true });
	const button = (page: Page) => page.getByRole('main').getByRole('button', { name: t('verify.submit'), exact: true });
	const answer = (page: Page) => page.getByRole('region', { name: t('verify.answer'), exact: true });
	const verdict = (page: Page, key: 'official' | 'fake' | 'unlisted' | 'nothing') =>
		answer(page).getByRole('heading', { name: t(`verify.${key}`) });

	test('by keyboard alone, what is ours is told from what is not', async ({ page }) => {
		await page.goto(path);
		await field(page).focus();
		await page.keyboard.insertText(official[0]?.value ?? '');
		await page.keyboard.press('Tab');
		await expect(button(page)).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(verdict(page, 'official')).toBeVisible();
		await expect(answer(page)).toContainText(official[0]?.purpose[locale] ?? '');
		await expect(answer(page)).toHaveAttribute('aria-live', 'polite');
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText(lookalike);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(verdict(page, 'unlisted')).toBeVisible();
		await expect(verdict(page, 'official')).toBeHidden();
		await expect(answer(page).getByText(t('verify.why.letters'))).toBeVisible();
		await expect(answer(page)).toContainText('help.xn--exmple-4nf.com');
	});

	test('nothing that is pasted leaves the page, and it answers without a network', zh, async ({ page, watch, context }) => {
		await page.goto(path, { waitUntil: 'networkidle' });
		await context.setOffline(true);
		watch.requests.length = 0;
		for (const [text, key] of [
			[fake, 'fake'],
			[lookalike, 'unlisted'],
			['+1 (202) 555-0142', 'official'],
		] as const) {
			await field(page).fill(text);
			await button(page).click();
			await expect(verdict(page, key)).toBeVisible();
		}
		expect(page.url()).toBe(new URL(path, page.url()).href);
		// The guard asks for its word lists, which name nobody.
		expect(watch.requests.filter((request) => !/^GET \S+\/_astro\/[\w.-]+\.js $/.test(request))).toEqual([]);
		await context.setOffline(false);
	});

	test('a message is told apart, the worst first', async ({ page }) => {
		await page.goto(path);
		await field(page).fill(`${official.find(({ kind }) => kind === 'email')?.value} ${fake} 202-555-0143`);
		await button(page).click();
		await expect(verdict(page, 'fake')).toBeVisible();
		await expect(answer(page).locator('[data-list="found"] li')).toHaveCount(3);
		await field(page).fill('?');
		await button(page).click();
		await expect(verdict(page, 'nothing')).toBeVisible();
		await expect(answer(page).locator('dl')).toBeHidden();
	});

	test('an empty field is asked for', zh, async ({ page }) => {
		await page.goto(path);
		await button(page).click();
		await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeFocused();
		await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
	});

	test(
		'a fake that was checked can be reported without typing it again, and stands in no address',
		zh,
		async ({ page, watch }) => {
			await page.goto(path);
			await field(page).fill(lookalike);
			await button(page).click();
			await answer(page)
				.getByRole('link', { name: t('verify.report') })
				.click();
			await expect(page).toHaveURL(`/${locale}/contact/?topic=fake`);
			const topic = support.topics.find(({ id }) => id === 'fake');
			await expect(page.getByRole('radio', { name: topic?.name[locale] ?? '' })).toBeChecked();
			await expect(page.getByRole('main').getByLabel(t('contact.message'))).toHaveValue(`${lookalike}\n`);
			expect(watch.requests.filter((request) => /ex%D0%B0mple|exаmple|xn--/.test(request))).toEqual([]);
			await page.reload();
			await expect(page.getByRole('main').getByLabel(t('contact.message'))).toHaveValue('');
		},
	);

	test('an old browser checks a channel', zh, async ({ page }) => {
		await useBaseline(page);
		await page.goto(path);
		await field(page).fill(fake);
		await button(page).click();
		await expect(verdict(page, 'fake')).toBeVisible();
	});

	test('axe finds nothing on any answer, in light and in dark', async ({ page }) => {
		test.slow();
		await page.goto(path);
		for (const text of ['help.example.com', fake, `${lookalike} 202-555-0143`, '?']) {
			await field(page).fill(text);
			await button(page).click();
			await expect(answer(page).getByRole('heading', { level: 2 })).toBeVisible();
			expect([text, await findViolationsInThemes(page)]).toEqual([text, []]);
		}
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('the server answers at the same address, and the text is in no address', async ({ page, watch }) => {
			await page.goto(path);
			await field(page).fill(lookalike);
			await button(page).click();
			await expect(verdict(page, 'unlisted')).toBeVisible();
			await expect(page).toHaveURL(path);
			await expect(field(page)).toHaveValue(lookalike);
			expect(watch.requests.filter((request) => /^\S+ \S*(mple|validate)\S* /.test(request.replace('help.example', '')))).toEqual(
				[],
			);
		});
	});
});
