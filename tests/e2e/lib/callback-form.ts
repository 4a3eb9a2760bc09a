import { createHash } from 'node:crypto';

import { expect, type Page } from '@playwright/test';

import type { Locale } from '../../../src/config/locales.ts';
import { translator } from '../../../src/i18n/index.ts';

/**
 * Fills in the booking form; the person, and so phone number and time (but where `wanted` is one), follows from `seed`. Returns
 * the chosen start.
 */
export async function fillCallbackForm(page: Page, locale: Locale, seed: string, wanted?: string): Promise<string> {
	const t = translator(locale);
	const main = page.getByRole('main');
	const start = await chooseSlot(page, seed, wanted);
	await main.getByLabel(t('callback.topic'), { exact: true }).selectOption('frozen');
	await main.getByLabel(t('callback.name'), { exact: true }).fill('小林 Lin');
	await main.getByLabel(t('callback.country'), { exact: true }).selectOption('CN');
	await main.getByLabel(t('callback.phone'), { exact: true }).fill(phoneNumber(seed));
	await main.getByLabel(t('callback.note')).fill('USDT on TRON, shown as frozen.');
	return start;
}

/** Chooses one of the free times on offer. Tests run side by side, so each takes its own. */
export async function chooseSlot(page: Page, seed: string, wanted?: string): Promise<string> {
	const choices = page.getByRole('main').locator('input[name="slot"]');
	await expect(choices.first()).toBeAttached();
	const count = await choices.count();
	// Which one the seed names changes as soon as any other is full.
	const choice = wanted ? page.locator(`input[name="slot"][value="${wanted}"]`).last() : choices.nth(number(seed) % count);
	// Without script all days but the first are folded up, if the browser or its window folds any.
	const folded = page.locator('details.slot-day:not([open])', { has: choice }).locator('summary');
	if ((await choice.isHidden()) && (await folded.count()) > 0) await folded.click();
	await choice.check();
	return (await choice.getAttribute('value')) ?? '';
}

export function bookingButton(page: Page, locale: Locale) {
	return page.getByRole('main').getByRole('button', { name: translator(locale)('callback.submit'), exact: true });
}

/** A Chinese mobile number as people write it. */
export function phoneNumber(seed: string): string {
	const digits = String(number(seed) % 100_000_000).padStart(8, '0');
	return `138 ${digits.slice(0, 4)} ${digits.slice(4)}`;
}

function number(seed: string): number {
	return createHash('sha256').update(seed).digest().readUInt32BE(0);
}
