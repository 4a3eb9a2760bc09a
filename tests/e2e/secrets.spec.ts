import { generateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';

import { phrases as known, walletKey } from '../fixtures/phrases.ts';
import { fillContactForm, submitButton } from './lib/contact-form.ts';
import { expectKept, watchRequests } from './lib/secrets.ts';
import { en, expect, inEachLanguage, searchBox, test } from './lib/test.ts';

const phrases = { English: () => generateMnemonic(english), Chinese: () => generateMnemonic(chinese) };

inEachLanguage((locale, t) => {
	const language = locale === 'en' ? 'English' : 'Chinese';
	const makePhrase = phrases[language];

	test(`a recovery phrase (${language}) in the search box leaves in no request and in no address`, async ({ page }) => {
		const [phrase, sent] = [makePhrase(), watchRequests(page)];
		await page.goto(`/${locale}/`);
		await searchBox(page).pressSequentially(phrase, { delay: 5 });
		await page.keyboard.press('Enter');
		await expect(page.getByText(t('search.secret.title')).first()).toBeVisible();
		await expect(page.getByRole('link', { name: t('search.secret.link') })).toHaveAttribute('href', `/${locale}/emergency/`);
		await expectKept(page, sent, phrase);
	});

	test(`a recovery phrase (${language}) on the results page leaves nothing in the address`, async ({ page }) => {
		const [phrase, sent] = [makePhrase(), watchRequests(page)];
		await page.goto(`/${locale}/search/`);
		await searchBox(page).pressSequentially(phrase, { delay: 30 });
		await expect(page.getByText(t('search.secret.title'), { exact: true })).toBeVisible();
		await expectKept(page, sent, phrase);
	});

	test(`a recovery phrase (${language}) in the contact form is refused before it is sent`, async ({ page }) => {
		const [phrase, sent] = [makePhrase(), watchRequests(page)];
		await page.goto(`/${locale}/contact/`);
		await fillContactForm(page, locale);
		const field = page.getByRole('main').getByLabel(t('contact.message'));
		await field.fill(`My phrase is: ${phrase} please help`);
		await submitButton(page, locale).click();
		await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeFocused();
		await expect(field).toHaveAttribute('aria-invalid', 'true');
		await page.clock.runFor(2000);
		await expectKept(page, sent, phrase);
	});

	test(`a recovery phrase (${language}) typed where the private page asks for its secret stays on the page`, async ({ page }) => {
		const [phrase, sent] = [makePhrase(), watchRequests(page)];
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
		await expect(page.getByRole('alert').filter({ hasText: t('guard.phrase.title') })).toBeVisible();
		await expectKept(page, sent, phrase);
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
});

inEachLanguage((locale, t) => {
	for (const secret of [walletKey, known.English.replaceAll(' ', ','), 'f'.repeat(64)]) {
		test(`with the word lists out of reach, ${secret.slice(0, 12)}… still goes nowhere`, en, async ({ page, watch }) => {
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
