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
const home = 'http://fixture.test/en/';
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
	await page.route('http://fixture.test/**', async (route) => {
		const path = new URL(route.request().url()).pathname.replace(/\/$/, '/index.html');
		const body = await readFile(join(site.folder, 'dist', path)).catch(() => undefined);
		if (body === undefined) return route.fulfill({ status: 404 });
		return route.fulfill({ body, contentType: types[extname(path)] ?? 'application/octet-stream' });
	});
});

const heading = (page: Page, name: string) => page.getByRole('region', { name: 'Notices' }).getByRole('heading', { name });

test('notices come and go at their own times, without a reload', async ({ page }) => {
	await page.clock.setFixedTime(now);
	await page.goto(home);
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
	await page.goto(home);
	await expect(page.getByRole('button', { name: /phishing/ })).toHaveCount(0);
	await page.getByRole('button', { name: 'Stop showing “An outage”' }).click();
	await expect(heading(page, 'An outage')).toBeHidden();
	await expect(page.locator('#main')).toBeFocused();

	await page.goto(`${home}contact/`);
	await expect(heading(page, 'A wave of phishing')).toBeVisible();
	await expect(heading(page, 'An outage')).toBeHidden();
});

test('without script a notice shows what held when the site was built, and no button that does nothing', async ({ browser }) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.setContent(await readFile(join(site.folder, 'dist/en/index.html'), 'utf8'));
	await expect(page.getByRole('heading', { name: 'A wave of phishing' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Maintenance' })).toBeHidden();
	await page.close();
});
