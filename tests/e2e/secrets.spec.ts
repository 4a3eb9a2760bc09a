import { generateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';

import { fillContactForm, submitButton } from './lib/contact-form.ts';
import { expect, inEachLanguage, searchBox, test } from './lib/test.ts';

import type { Page } from '@playwright/test';

const phrases = { English: () => generateMnemonic(english), Chinese: () => generateMnemonic(chinese) };

inEachLanguage((locale, t) => {
	for (const [language, makePhrase] of Object.entries(phrases)) {
		test(`a recovery phrase (${language}) in the search box leaves in no request and in no address`, async ({ page, watch }) => {
			const phrase = makePhrase();
			await page.goto(`/${locale}/`);
			await searchBox(page).pressSequentially(phrase, { delay: 5 });
			await page.keyboard.press('Enter');
			await expect(page.getByText(t('search.secret.title')).first()).toBeVisible();
			await expect(page.getByRole('link', { name: t('search.secret.link') })).toHaveAttribute('href', `/${locale}/emergency/`);
			await expectKept(page, watch.requests, phrase);
		});

		test(`a recovery phrase (${language}) on the results page leaves nothing in the address`, async ({ page, watch }) => {
			const phrase = makePhrase();
			await page.goto(`/${locale}/search/`);
			await searchBox(page).pressSequentially(phrase, { delay: 30 });
			await expect(page.getByText(t('search.secret.title'), { exact: true })).toBeVisible();
			await expectKept(page, watch.requests, phrase);
		});

		test(`a recovery phrase (${language}) in the contact form is refused before it is sent`, async ({ page, watch }) => {
			const phrase = makePhrase();
			await page.goto(`/${locale}/contact/`);
			await fillContactForm(page, locale);
			const field = page.getByRole('main').getByLabel(t('contact.message'));
			await field.fill(`My phrase is: ${phrase} please help`);
			await submitButton(page, locale).click();
			await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeFocused();
			await expect(field).toHaveAttribute('aria-invalid', 'true');
			await page.clock.runFor(2000);
			await expectKept(page, watch.requests, phrase);
		});

		test(`a recovery phrase (${language}) typed where the private page asks for its secret stays on the page`, async ({
			page,
			watch,
		}) => {
			const phrase = makePhrase();
			await page.goto(`/${locale}/requests/`);
			await page.getByRole('main').getByLabel(t('requests.reference')).fill('R-AAAAA-AAAAA');
			await page
				.getByRole('main')
				.getByLabel(t('requests.secret'))
				.evaluate((input: HTMLInputElement) => input.removeAttribute('maxlength'));
			await page.getByRole('main').getByLabel(t('requests.secret')).fill(phrase);
			await page
				.getByRole('main')
				.getByRole('button', { name: t('requests.open'), exact: true })
				.click();
			await expect(page.getByText(t('requests.isSecret'))).toBeVisible();
			await expectKept(page, watch.requests, phrase);
		});

		test.describe('without script', () => {
			test.use({ javaScriptEnabled: false });

			test(`a recovery phrase (${language}) in the search box is answered by the emergency page`, async ({ page }) => {
				await page.goto(`/${locale}/`);
				await searchBox(page).fill(makePhrase());
				await page.keyboard.press('Enter');
				await expect(page).toHaveURL(`/${locale}/emergency/`);
			});

			test(`a recovery phrase (${language}) in the contact form is not given back`, async ({ page }) => {
				const phrase = makePhrase();
				await page.goto(`/${locale}/contact/`);
				await fillContactForm(page, locale);
				await page.getByRole('main').getByLabel(t('contact.message')).fill(phrase);
				await submitButton(page, locale).click();
				await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeVisible();
				expect(await page.content()).not.toContain(phrase.slice(0, 11));
				await expect(page.getByRole('main').getByLabel(t('contact.name'))).toHaveValue('小林 Lin');
			});
		});
	}
});

/** A WIF-shaped key of nobody: the alphabet, repeated. */
const key = `K${'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.repeat(2).slice(5, 56)}`;

inEachLanguage((locale, t) => {
	for (const secret of [key, 'zoo,zone,zero,youth,young,you', 'f'.repeat(64)]) {
		test(`with the word lists out of reach, ${secret.slice(0, 12)}… still goes nowhere`, async ({ page, watch }) => {
			await page.route('**/word-lists*', (route) => route.abort());
			await page.goto(`/${locale}/`);
			await searchBox(page).fill(secret);
			await page.keyboard.press('Enter');
			await expect(page.getByRole('dialog', { name: t('search.popup') })).toBeVisible();
			await page.clock.runFor(2000);
			expect(page.url()).not.toContain('?');
			expect(watch.requests.filter((request) => request.includes(encodeURIComponent(secret)))).toEqual([]);
		});
	}
});

/** No three words in a row left this page, in whatever encoding, and none were stored on the device. */
async function expectKept(page: Page, requests: string[], phrase: string): Promise<void> {
	const stored = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));
	const words = phrase.split(/\s+/);
	const needle = words.slice(0, 3).join('');
	for (const text of [page.url(), stored, ...requests]) {
		expect(letters(text)).not.toContain(needle);
	}
}

/** The letters of a text, as it stands and percent-decoded. */
function letters(text: string): string {
	return [text, safeDecode(text)].map((version) => version.replace(/[^\p{L}]/gu, '')).join('|');
}

function safeDecode(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
