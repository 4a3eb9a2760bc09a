import type { Page } from '@playwright/test';

import type { Locale } from '../../src/config/locales.ts';

import { failApi, failures } from './lib/failures.ts';
import { templates } from './lib/templates.ts';
import { en, expect, inEachLanguage, test } from './lib/test.ts';

inEachLanguage((locale, t) => {
	const { article = '' } = templates(locale);

	test('someone votes, changes the vote, explains it, and finds it again after a reload', async ({ page }) => {
		await page.goto(article);
		const { yes, no } = voteButtons(page, locale);
		await yes.click();
		await expect(page.getByRole('status').filter({ hasText: t('vote.thanks.yes') })).toBeVisible();
		await expect(yes).toHaveAttribute('aria-pressed', 'true');

		await no.click();
		await expect(no).toHaveAttribute('aria-pressed', 'true');
		await expect(yes).toHaveAttribute('aria-pressed', 'false');
		await page.getByRole('radio', { name: t('vote.reason.unclear') }).check();
		await page.getByLabel(t('vote.comment')).fill('Step two names a button that is not there any more.');
		// Answers quicker than a person could type count as a spam signal.
		await page.clock.runFor(2500);
		await page.getByRole('button', { name: t('vote.send'), exact: true }).click();
		await expect(page.getByRole('status').filter({ hasText: t('vote.thanks.reason') })).toBeVisible();

		await page.reload();
		await no.scrollIntoViewIfNeeded();
		await expect(no).toHaveAttribute('aria-pressed', 'true');
		await page.getByRole('button', { name: t('vote.undo') }).click();
		await expect(page.getByRole('status').filter({ hasText: t('vote.undone') })).toBeVisible();
		await expect(no).toHaveAttribute('aria-pressed', 'false');
	});

	for (const failure of failures) {
		test(`a vote that is not saved is not thanked for: ${failure}`, en, async ({ page }) => {
			await page.goto(article);
			await failApi(page, failure);
			await voteButtons(page, locale).yes.click();
			await expect(page.getByRole('status').filter({ hasText: t('vote.failed') })).toBeVisible();
			await expect(page.getByText(t('vote.thanks.yes')).locator('visible=true')).toHaveCount(0);
		});
	}

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('someone votes, changes the vote, explains it and takes it back', async ({ page }) => {
			await page.goto(article);
			const { yes, no } = voteButtons(page, locale);
			await yes.click();
			await expect(page).toHaveURL(/#vote-yes$/);
			await expect(page.locator('#vote-yes')).toBeVisible();
			await no.click();
			await expect(page).toHaveURL(/#vote-no$/);
			await page.getByRole('radio', { name: t('vote.reason.wrong') }).check();
			await page.getByLabel(t('vote.comment')).fill('The address in step two is not the one in the app.');
			await page.getByRole('button', { name: t('vote.send'), exact: true }).click();
			await expect(page).toHaveURL(/#vote-reason$/);
			await expect(page.getByText(t('vote.thanks.reason'))).toBeVisible();
			await page.getByRole('button', { name: t('vote.undo') }).click();
			await expect(page).toHaveURL(/#vote-undone$/);
			await expect(page.locator('#vote-undone')).toBeVisible();
		});
	});
});

function voteButtons(page: Page, locale: Locale) {
	const group = page.getByRole('group', {
		name: locale === 'en' ? 'Did this solve your problem?' : '这篇文章解决你的问题了吗？',
	});
	const [yes, no] = [group.getByRole('button').first(), group.getByRole('button').last()];
	return { yes, no };
}
