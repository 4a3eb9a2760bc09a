import type { Locator, Page } from '@playwright/test';

import { hashOrKey, keystore, phrases, walletKey } from '../fixtures/phrases.ts';
import { alertSaying } from './lib/alerts.ts';
import { findViolationsInThemes } from './lib/axe.ts';
import { fillContactForm, message, submitButton } from './lib/contact-form.ts';
import { failApi } from './lib/failures.ts';
import { expectKept, watchRequests } from './lib/secrets.ts';
import { templates } from './lib/templates.ts';
import { expect, inEachLanguage, test, zh } from './lib/test.ts';

const secrets = { English: phrases.English, Chinese: phrases.Chinese, key: walletKey, keystore };

/** Templates with text fields besides the search box; tests/site/guarded-forms.test.ts looks at all forms of all pages. */
const withFields = new Set(['article', 'contact', 'callback', 'verify', 'requests']);

inEachLanguage((locale, t) => {
	const path = `/${locale}/contact/`;
	const notice = (page: Page, words: string) => page.locator('.secret-notice').filter({ hasText: words, visible: true });
	const field = (page: Page) => page.getByRole('main').getByLabel(t('contact.message'));
	const button = (page: Page, key: Parameters<typeof t>[0]) => page.getByRole('button', { name: t(key), exact: true });

	for (const [template, url] of Object.entries(templates(locale)).filter(([name]) => withFields.has(name))) {
		test(`every text field of the page “${template}” stops a secret and gives it up`, zh, async ({ page }) => {
			const sent = watchRequests(page);
			await page.goto(url);
			const no = button(page, 'vote.no');
			if (await no.isVisible()) await no.click();
			for (const [index, control] of (await textFields(page)).entries()) {
				for (const secret of index === 0 ? Object.values(secrets) : [locale === 'en' ? secrets.English : secrets.Chinese]) {
					await control.evaluate((element) => element.removeAttribute('maxlength'));
					await control.fill(secret);
					await expect(control).toHaveAttribute('aria-invalid', 'true');
					await expect(control).toHaveAccessibleDescription(new RegExp(t('guard.link')));
					await control
						.locator('xpath=ancestor::form')
						.getByRole('button', { name: t('guard.remove') })
						.click();
					await expect(control).not.toHaveAttribute('aria-invalid', 'true');
					await expect(control).toHaveValue('');
					await expect(control).toBeFocused();
				}
			}
			for (const secret of Object.values(secrets)) await expectKept(page, sent, secret);
		});
	}

	test.describe('pasting', () => {
		test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

		test('is looked at immediately, and what is removed is the secret only', async ({ page }) => {
			const sent = watchRequests(page);
			await page.goto(path);
			await fillContactForm(page, locale);
			await page.evaluate((text) => navigator.clipboard.writeText(text), phrases.English);
			await field(page).fill('It began on Monday. \nThen I saw this.');
			await field(page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(20, 20));
			await page.keyboard.press('Control+V');
			await expect(notice(page, t('guard.phrase.title'))).toContainText(t('guard.unsent'));
			await expect(notice(page, t('guard.phrase.title')).getByRole('link')).toHaveAttribute('href', `/${locale}/emergency/`);
			await submitButton(page, locale).click();
			await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeFocused();
			await button(page, 'guard.remove').click();
			await expect(field(page)).toHaveValue(/^It began on Monday\.\s+Then I saw this\.$/);
			await expect(field(page)).toBeFocused();
			await expect(page.getByText(t('guard.removed'))).toBeAttached();
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(/#R-/);
			await expectKept(page, sent, phrases.English);
		});
	});

	test('what may be a hash is asked about once for each text, and sent when confirmed', zh, async ({ page }) => {
		const bodies: string[] = [];
		page.on('request', (request) => bodies.push(request.postData() ?? ''));
		await page.goto(path);
		await fillContactForm(page, locale);
		await field(page).fill(`${message} ${hashOrKey}`);
		await expect(notice(page, t('guard.suspected.key.title'))).toBeVisible();
		await submitButton(page, locale).click();
		await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeFocused();
		await button(page, 'guard.isHash').click();
		await expect(notice(page, t('guard.suspected.key.title'))).toHaveCount(0);
		await expect(field(page)).toBeFocused();
		await field(page).fill(`${message} ${hashOrKey} !`);
		await expect(notice(page, t('guard.suspected.key.title'))).toBeVisible();
		expect(bodies.filter((body) => body.includes(hashOrKey))).toEqual([]);
		await button(page, 'guard.isHarmless').click();
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		expect(bodies.filter((body) => body.includes(hashOrKey)).map((body) => JSON.parse(body).confirmed)).toEqual([true]);
	});

	test('axe finds nothing on the notices, nor on the question, in light and in dark', async ({ page }) => {
		await page.goto(path);
		await field(page).fill(`${message} ${phrases.English}`);
		await page.getByRole('main').getByLabel(t('contact.device')).fill(hashOrKey);
		await expect(notice(page, t('guard.suspected.key.title'))).toBeVisible();
		await submitButton(page, locale).click();
		await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeFocused();
		for (const hidden of await page.locator('[data-show="secret:yes"], [data-show="suspected:yes"]').all())
			await hidden.evaluate((element: HTMLElement) => (element.hidden = false));
		expect(await findViolationsInThemes(page)).toEqual([]);
	});

	test('a phrase that is spread over fields is stopped and removed from all of them', zh, async ({ page }) => {
		const sent = watchRequests(page);
		await page.goto(path);
		await fillContactForm(page, locale);
		const words = phrases.English.split(' ');
		const device = page.getByRole('main').getByLabel(t('contact.address'));
		await field(page).fill(words.slice(0, 6).join(' '));
		await device.fill(words.slice(6).join(' '));
		await expect(notice(page, t('guard.split.title')).first()).toBeVisible();
		await submitButton(page, locale).click();
		await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toBeFocused();
		await button(page, 'guard.remove').first().click();
		await expect(field(page)).toHaveValue('');
		await expect(device).toHaveValue('');
		await expectKept(page, sent, phrases.English);
	});

	test('a draft that was kept is forgotten as soon as a secret stands in the form', zh, async ({ page }) => {
		const sent = watchRequests(page);
		await page.goto(path);
		await fillContactForm(page, locale);
		await failApi(page, 'the network is gone');
		await submitButton(page, locale).click();
		await expect(alertSaying(page, t('errors.contact.OFFLINE'))).toBeVisible();
		expect(await page.evaluate(() => localStorage.getItem('help:draft:contact'))).toContain('USDT');
		await field(page).fill(`${message}\n${phrases.Chinese}`);
		await submitButton(page, locale).click();
		await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
		await expect.poll(() => page.evaluate(() => localStorage.getItem('help:draft:contact'))).toBeNull();
		await page.clock.runFor(200_000);
		await expectKept(page, sent, phrases.Chinese);
	});

	test(
		'what is pasted while the word lists are still on their way is looked at before anything is sent',
		zh,
		async ({ page }) => {
			const sent = watchRequests(page);
			let release = () => {};
			const released = new Promise<void>((resolve) => (release = resolve));
			await page.route('**/word-lists*', async (route) => {
				await released;
				await route.continue();
			});
			await page.goto(path);
			await fillContactForm(page, locale);
			await submitButton(page, locale).click();
			await field(page).fill(phrases.English);
			release();
			await expect(notice(page, t('guard.phrase.title'))).toBeVisible();
			await expectKept(page, sent, phrases.English);
		},
	);

	test(
		'what only the server knows is refused by it, explained at the field, and not kept on the device',
		zh,
		async ({ page }) => {
			await page.goto(path);
			await fillContactForm(page, locale);
			await field(page).fill(`${message}\n${phrases.Japanese}`);
			await submitButton(page, locale).click();
			await expect(notice(page, t('guard.any.title'))).toContainText(t('guard.reached'));
			await expectKept(page, [], phrases.Japanese);
			await button(page, 'guard.remove').click();
			await expect(field(page)).toHaveValue(new RegExp('^[^\\p{Script=Hiragana}]*$', 'u'));
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(/#R-/);
		},
	);

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('the form comes back without the secret and with what to do now', async ({ page }) => {
			await page.goto(path);
			await fillContactForm(page, locale);
			await field(page).fill(`It began on Monday.\n${phrases.Chinese}\nThen I saw this.`);
			await submitButton(page, locale).click();
			await expect(notice(page, t('guard.any.title')).first()).toContainText(t('guard.cut'));
			await expect(field(page)).toHaveValue(/^It began on Monday\.\s+Then I saw this\.$/);
			await expect(page.getByRole('main').getByLabel(t('contact.name'))).toHaveValue('小林 Lin');
			expect(await page.content()).not.toContain(phrases.Chinese.slice(0, 7));
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(`/${locale}/requests/`);
		});

		test('what may be a hash is asked about with a box to tick', async ({ page }) => {
			await page.goto(path);
			await fillContactForm(page, locale);
			await field(page).fill(`${message} ${hashOrKey}`);
			await submitButton(page, locale).click();
			await expect(field(page)).toHaveValue(`${message} ${hashOrKey}`);
			await page.getByLabel(t('guard.question.confirm')).check();
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(`/${locale}/requests/`);
		});

		test('the note of a vote comes back without the secret, in sight', async ({ page }) => {
			await page.goto(templates(locale)['article'] ?? '');
			await button(page, 'vote.no').click();
			const note = page.getByLabel(t('vote.comment'));
			await note.fill(`Look: ${phrases.English}`);
			await button(page, 'vote.send').click();
			await expect(note).toHaveValue(/^Look:?$/);
			await expect(notice(page, t('guard.any.title'))).toBeInViewport();
			await expect(page.getByText(t('vote.thanks.no')).locator('visible=true')).toHaveCount(0);
		});
	});
});

/** Fields that somebody can type into now, but for the search box, which has a panel of its own. */
async function textFields(page: Page): Promise<Locator[]> {
	const fields = await page.locator('input, textarea, [contenteditable]').all();
	const typed = await Promise.all(
		fields.map(async (field) => {
			const type = (await field.getAttribute('type')) ?? 'text';
			const name = await field.getAttribute('name');
			const isText = !['hidden', 'radio', 'checkbox', 'submit', 'button', 'file'].includes(type);
			return isText && name !== 'q' && name !== 'website' && (await field.isVisible());
		}),
	);
	return fields.filter((_, index) => typed[index]);
}
