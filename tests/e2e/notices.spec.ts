import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import type { Page } from '@playwright/test';

import { FixtureSite, notice } from '../site/lib/fixture-site.ts';
import { now } from './lib/server.ts';
import { expect, test } from './lib/test.ts';

const types: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
};
const site = new FixtureSite();

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	test.setTimeout(120_000);
	site.write('notices/phishing.mdx', notice('A wave of phishing', { severity: 'danger', dismissible: false }));
	site.write('notices/outage.mdx', notice('An outage', { end: '2026-11-23T02:30:00Z' }));
	site.write('notices/later.mdx', notice('Maintenance', { start: '2026-11-23T02:10:00Z' }));
	await site.build();
});

test.afterAll(() => site.remove());

test.beforeEach(async ({ page }) => {
	// In the server's place, at its own address: a secure context, and nothing that the watch would take for another host.
	const headers = { 'Content-Security-Policy': /Content-Security-Policy: (.*)/.exec(site.read('_headers'))?.[1] ?? '' };
	await page.route('/**', async (route) => {
		const path = new URL(route.request().url()).pathname.replace(/\/$/, '/index.html');
		const body = await readFile(join(site.folder, 'dist', path)).catch(() => undefined);
		if (body === undefined) return route.fulfill({ status: 404 });
		return route.fulfill({ body, headers, contentType: types[extname(path)] ?? 'application/octet-stream' });
	});
});

const heading = (page: Page, name: string) => page.getByRole('region', { name: 'Notices' }).getByRole('heading', { name });

test('notices come and go at their own times, without a reload', async ({ page }) => {
	await page.clock.setFixedTime(now);
	await page.goto('/en/');
	await expect(heading(page, 'An outage')).toBeVisible();
	await expect(heading(page, 'Maintenance')).toBeHidden();

	await page.clock.install({ time: now });
	await page.reload();
	await page.clock.runFor('10:01');
	await expect(heading(page, 'Maintenance')).toBeVisible();
	await page.clock.runFor('20:01');
	await expect(heading(page, 'An outage')).toBeHidden();
	await expect(heading(page, 'A wave of phishing')).toBeVisible();
});

test('a dismissed notice stays away on this device, a grave one cannot be dismissed', async ({ page }) => {
	await page.clock.setFixedTime(now);
	await page.goto('/en/');
	await expect(page.getByRole('button', { name: /phishing/ })).toHaveCount(0);
	await page.getByRole('button', { name: 'Stop showing “An outage”' }).click();
	await expect(heading(page, 'An outage')).toBeHidden();
	await expect(page.locator('#main')).toBeFocused();

	await page.goto('/en/contact/');
	await expect(heading(page, 'A wave of phishing')).toBeVisible();
	await expect(heading(page, 'An outage')).toBeHidden();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a notice shows what held when the site was built, and no button that does nothing', async ({ page }) => {
		await page.goto('/en/');
		await expect(heading(page, 'A wave of phishing')).toBeVisible();
		await expect(heading(page, 'An outage')).toBeVisible();
		await expect(heading(page, 'Maintenance')).toBeHidden();
		await expect(page.getByRole('button', { name: /Stop showing/ })).toHaveCount(0);
	});
});
