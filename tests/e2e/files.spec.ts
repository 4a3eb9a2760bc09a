import { markedJpeg, markedPng, mark, refusedFiles } from '../fixtures/files.ts';
import { findViolations } from './lib/axe.ts';
import { fillContactForm, message, submitButton } from './lib/contact-form.ts';
import { en, expect, inEachLanguage, test } from './lib/test.ts';

const shot = { name: 'shot.png', mimeType: 'image/png', buffer: Buffer.from(markedPng()) };
const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(markedJpeg()) };
const log = { name: 'app.log', mimeType: 'text/plain', buffer: Buffer.from('10:00 sync failed\n') };
const picture = { name: 'drawing.png', mimeType: 'image/png', buffer: Buffer.from(refusedFiles['svg'] ?? []) };

inEachLanguage((locale, t) => {
	test('files go with a request, without what they say about their maker, and are there to be saved', async ({ page, watch }) => {
		await page.goto(`/${locale}/contact/`);
		await fillContactForm(page, locale);
		const field = page.getByLabel(t('files.label'));
		// Its script is loaded when somebody begins to fill the form in.
		await expect(field).toHaveAttribute('multiple');
		await field.setInputFiles([shot, photo]);
		await field.setInputFiles([log]);
		await expect(page.getByText(t('files.ready'), { exact: true })).toHaveCount(3);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await findViolations(page)).toEqual([]);
		}
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		expect(watch.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(3);
		expect(watch.requests.join('\n')).not.toContain(mark);
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'app.log' }).click();
		expect((await download).suggestedFilename()).toBe('app.log');
		await expect(page.getByRole('button', { name: /shot\.png|photo\.jpg/ })).toHaveCount(2);
		expect(await findViolations(page)).toEqual([]);
	});

	test(
		'a connection that breaks costs nothing: files are sent again, once or when asked, and stored once',
		en,
		async ({ page }) => {
			test.slow();
			let broken = 2;
			await page.route('**/files/*', (route) => (broken-- > 0 ? route.abort() : route.continue()));
			await page.goto(`/${locale}/contact/`);
			await fillContactForm(page, locale);
			await expect(page.getByLabel(t('files.label'))).toHaveAttribute('multiple');
			await page.getByLabel(t('files.label')).setInputFiles([shot, log]);
			await submitButton(page, locale).click();
			await expect(page).toHaveURL(/#R-/, { timeout: 15_000 });
			await expect(page.getByRole('button', { name: /shot\.png|app\.log/ })).toHaveCount(2);

			broken = 4;
			await page.getByLabel(t('files.label')).setInputFiles([photo]);
			await page.getByRole('button', { name: t('requests.write.send'), exact: true }).click();
			const notice = page.getByText(t('files.unsent'));
			await expect(notice).toBeVisible({ timeout: 25_000 });
			await expect(page.getByText(t('files.offline'))).toBeVisible();
			await page.getByRole('button', { name: t('files.again') }).click();
			await expect(page.getByText(t('requests.written'))).toBeFocused();
			await expect(page.getByRole('button', { name: 'photo.jpg' })).toHaveCount(1);
		},
	);

	test('a file that is not taken says why, and the form waits until it is gone', en, async ({ page }) => {
		await page.goto(`/${locale}/contact/`);
		await fillContactForm(page, locale);
		const field = page.getByLabel(t('files.label'));
		await expect(field).toHaveAttribute('multiple');
		await field.setInputFiles([picture, shot]);
		const line = page.getByRole('listitem').filter({ hasText: 'drawing.png' });
		await expect(line).toContainText(t('files.FILE_TYPE'));
		await submitButton(page, locale).click();
		await expect(page.locator('[data-error-summary]')).toContainText(t('files.FILE_TYPE'));
		await expect(page.getByLabel(t('contact.message'))).toHaveValue(message);
		await page.getByRole('button', { name: `${t('files.remove')}: drawing.png` }).click();
		await submitButton(page, locale).click();
		await expect(page).toHaveURL(/#R-/);
		await expect(page.getByRole('button', { name: 'shot.png' })).toBeVisible();
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('one file goes with a form; one that is not taken says why and costs nothing that was typed', async ({ page }) => {
			await page.goto(`/${locale}/contact/`);
			await fillContactForm(page, locale);
			const field = page.getByLabel(t('files.label'));
			await field.setInputFiles({ ...picture, name: 'large.mp4', buffer: Buffer.alloc(7_000_000, 1) });
			await submitButton(page, locale).click();
			await expect(page.locator('.field-error').getByText(t('files.FILE_TOO_LARGE'))).toBeVisible();
			await expect(page.getByLabel(t('contact.message'))).toHaveValue(message);
			await field.setInputFiles(picture);
			await submitButton(page, locale).click();
			await expect(page.locator('.field-error').getByText(t('files.FILE_TYPE'))).toBeVisible();
			await field.setInputFiles(shot);
			await submitButton(page, locale).click();
			await expect(page.getByRole('heading', { name: t('requests.fresh'), exact: true })).toBeVisible();
			await page.getByLabel(t('files.label')).setInputFiles(log);
			await page.getByRole('button', { name: t('requests.write.send'), exact: true }).click();
			await expect(page.getByText(t('requests.written'))).toBeVisible();
			const download = page.waitForEvent('download');
			await page.getByRole('link', { name: 'app.log' }).click();
			expect((await download).suggestedFilename()).toBe('app.log');
			await expect(page.getByRole('link', { name: 'shot.png' })).toBeVisible();
		});
	});
});

test('a log with a recovery phrase in it never leaves the device', async ({ page, watch }) => {
	await page.goto('/en/contact/');
	await fillContactForm(page, 'en');
	const phrase = `${'abandon '.repeat(11)}about`;
	await page.getByLabel('Files (optional)').setInputFiles({ ...log, buffer: Buffer.from(`10:00 restore\n${phrase}\n`) });
	await expect(page.getByRole('listitem').filter({ hasText: 'app.log' })).toContainText('recovery phrase');
	await submitButton(page, 'en').click();
	await expect(page.locator('[data-error-summary]')).toBeVisible();
	expect(watch.requests.filter((request) => request.includes('abandon') || request.startsWith('PUT'))).toEqual([]);
});
