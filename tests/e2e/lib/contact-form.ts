import type { Page } from '@playwright/test';

import { support } from '../../../src/config/support.ts';
import type { Locale } from '../../../src/config/locales.ts';
import { translator } from '../../../src/i18n/index.ts';

export const message = 'I sent 20 USDT two hours ago and it is not in my wallet yet. 我两小时前转了 20 USDT，还没到账。';

/** Fills in the contact form as someone would whose transfer has not arrived. */
export async function fillContactForm(page: Page, locale: Locale): Promise<void> {
	const t = translator(locale);
	const topic = support.topics.find(({ id }) => id === 'deposits');
	const main = page.getByRole('main');
	await main.getByRole('radio', { name: topic?.name[locale] ?? '' }).check();
	await main.getByLabel(t('contact.message')).fill(message);
	await main.getByLabel(t('contact.chain')).selectOption('tron');
	await main.getByLabel(t('contact.txHash')).fill(`https://tronscan.org/#/transaction/${'0a'.repeat(32)}`);
	await main.getByLabel(t('contact.name')).fill('小林 Lin');
	await main.getByLabel(t('contact.email'), { exact: true }).fill('lin@example.com');
}

/** The button that sends the form. */
export function submitButton(page: Page, locale: Locale) {
	return page.getByRole('main').getByRole('button', { name: translator(locale)('contact.submit'), exact: true });
}
