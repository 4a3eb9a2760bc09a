import type { Page } from '@playwright/test';

import type { Locale } from '../../src/config/locales.ts';

import { alertSaying } from './lib/alerts.ts';
import { findViolations } from './lib/axe.ts';
import { fillContactForm, submitButton } from './lib/contact-form.ts';
import { deskToken } from './lib/server.ts';
import { en, expect, inEachLanguage, test } from './lib/test.ts';

inEachLanguage((locale, t) => {
	const path = `/${locale}/contact/`;
	const sample = t('challenge.words').split('{seconds}')[0] ?? '';

	/** A second message, filled in as by a machine: the first is never asked anything. */
	async function sendSuspiciously(page: Page): Promise<void> {
		await writeBefore(page, locale);
		await page.goto(path);
		await fillLikeMachine(page);
		await submitButton(page, locale).click();
	}

	/** As a browser's autofill may do it too: with what people never see. */
	async function fillLikeMachine(page: Page): Promise<void> {
		await fillContactForm(page, locale);
		await page.locator('#contact-form [name="website"]').evaluate((field: HTMLInputElement) => (field.value = 'x'));
	}

	test('a challenge is announced, solved by itself and only loaded when it is asked for', async ({ page, watch }) => {
		await writeBefore(page, locale);
		await page.goto(path);
		await fillLikeMachine(page);
		expect(watch.requests.filter((request) => /\/challenge\.|api\/challenge/.test(request))).toEqual([]);
		await noteWhatIsSaid(page);
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		expect(await page.evaluate(() => sessionStorage.getItem('said'))).toContain(sample);
		const posts = watch.requests.filter((request) => request.startsWith('POST ') && request.includes('/api/contact'));
		expect(posts.map((request) => request.includes('"challenge"'))).toEqual([false, true]);
	});

	test('it can be cancelled: nothing is sent, nothing is lost, and other ways are named', en, async ({ page }) => {
		await page.route('**/api/challenge*', async (route) => {
			const response = await route.fetch();
			const asked = (await response.json()) as { challenge: { parameters: object } };
			// Never solved: a key that starts with so many zeros is not to be found.
			Object.assign(asked.challenge.parameters, { keyPrefix: '0'.repeat(32) });
			await route.fulfill({ response, json: asked });
		});
		await sendSuspiciously(page);
		await expect(page.getByRole('status').filter({ hasText: sample })).toBeVisible();
		expect(await findViolations(page)).toEqual([]);
		await page.getByRole('button', { name: t('challenge.cancel'), exact: true }).click();
		const summary = alertSaying(page, t('errors.form.CHALLENGE_REQUIRED'));
		await expect(summary).toBeFocused();
		await expect(summary.getByRole('link', { name: t('challenge.channels') })).toHaveAttribute('href', `/${locale}/channels/`);
		await expect(page.getByRole('main').getByLabel(t('contact.email'), { exact: true })).toHaveValue('lin@example.com');
	});

	test('it fails closed when it cannot be had', en, async ({ page }) => {
		await page.route('**/api/challenge*', (route) => route.fulfill({ status: 503, body: '' }));
		await sendSuspiciously(page);
		await expect(alertSaying(page, t('errors.form.CHALLENGE_REQUIRED'))).toBeVisible();
		await expect(page).toHaveURL(new RegExp(`${path}$`));
	});
});

/** A quick machine solves it before a test can look. */
async function noteWhatIsSaid(page: Page): Promise<void> {
	await page.locator('#contact-form [data-challenge] [role="status"]').evaluate((status) => {
		new MutationObserver(() => sessionStorage.setItem('said', status.textContent ?? '')).observe(status, { childList: true });
	});
}

async function writeBefore(page: Page, locale: Locale): Promise<void> {
	const data = {
		locale,
		topic: 'how-to',
		name: 'Lin',
		email: 'before@example.com',
		message: 'The first message of this network.',
	};
	expect((await page.request.post('/api/contact', { data })).status()).toBe(201);
}

/** In a file of its own the switch would be off for others that run at the same time. */
test('staff see a switch for each form', async ({ page }) => {
	await page.goto('/desk/switches?lang=en');
	await page.getByLabel('Token').fill(deskToken);
	await page.getByRole('button', { name: 'Log in' }).click();
	await page.goto('/desk/switches?lang=en');
	await expect(page.getByRole('button', { name: 'Switch off' })).toHaveCount(4);
	expect(await findViolations(page)).toEqual([]);
});
