import { generateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';

import type { Page } from '@playwright/test';

import { findViolations } from './lib/axe.ts';
import { en, expect, inEachLanguage, searchBox, searchResults, test } from './lib/test.ts';

const asked = { 'zh-cn': ['没到账', 'USDT'], en: ['transfer not arrived', 'USDT'] };

inEachLanguage((locale, t) => {
	const recent = (page: Page) => page.getByRole('list', { name: t('search.recent') });

	async function searchAll(page: Page): Promise<void> {
		for (const query of asked[locale]) {
			await page.goto(`/${locale}/`);
			await searchBox(page).fill(query);
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/\/search\/\?q=/);
		}
		await page.goto(`/${locale}/privacy/`);
	}

	test('searches are offered again in the empty box, by mouse and by keyboard', async ({ page }) => {
		const [first = '', last = ''] = asked[locale];
		await searchAll(page);
		await searchBox(page).click();
		await expect(recent(page).getByRole('listitem')).toHaveCount(2);
		await recent(page).getByRole('button', { name: first, exact: true }).click();
		await expect(searchBox(page)).toHaveValue(first);
		await expect(searchBox(page)).toBeFocused();
		await expect(searchResults(page, locale).getByRole('link').first()).toBeVisible();
		await expect(recent(page)).toBeHidden();
		await searchBox(page).fill('');
		await expect(recent(page)).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await expect(recent(page).getByRole('button', { name: last, exact: true })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(searchBox(page)).toHaveValue(last);
	});

	test('a search whose result was opened is offered again', en, async ({ page }) => {
		const [query = ''] = asked[locale];
		await page.goto(`/${locale}/`);
		await searchBox(page).fill(query);
		await searchResults(page, locale).getByRole('link').first().click();
		await expect(page).not.toHaveURL(`/${locale}/`);
		await page.goto(`/${locale}/search/`);
		await searchBox(page).focus();
		await expect(recent(page).getByRole('button', { name: query, exact: true })).toBeVisible();
	});

	test('each can be removed, and all of them, and the keyboard keeps its place', en, async ({ page }) => {
		const [first = '', last = ''] = asked[locale];
		await searchAll(page);
		await searchBox(page).focus();
		expect(await findViolations(page)).toEqual([]);
		await recent(page)
			.getByRole('button', { name: t('search.recent.remove', { query: last }) })
			.press('Enter');
		await expect(recent(page).getByRole('listitem')).toHaveCount(1);
		await expect(recent(page).getByRole('button', { name: t('search.recent.remove', { query: first }) })).toBeFocused();
		await page.getByRole('button', { name: t('search.recent.clear') }).click();
		await expect(recent(page)).toBeHidden();
		await expect(searchBox(page)).toBeFocused();
		expect(await page.evaluate(() => localStorage.getItem('help:searches'))).toBeNull();
	});

	test('what the guard refuses is kept nowhere, nor what is left of it', en, async ({ page, watch }) => {
		const phrase = generateMnemonic(english);
		await page.goto(`/${locale}/`);
		await searchBox(page).fill(phrase);
		await page.keyboard.press('Enter');
		await expect(page.getByText(t('search.secret.title')).first()).toBeVisible();
		const rest = phrase.split(' ').slice(0, 3).join(' ');
		await searchBox(page).fill(rest);
		await page.clock.runFor(3000);
		await page.getByRole('heading', { level: 1 }).click();
		await page.clock.runFor(3000);
		expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(rest);
		expect(watch.requests.filter((request) => request.includes('/api/search-misses'))).toEqual([]);
	});
});
