import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, BrowserContext, Page } from '@playwright/test';

import { freePort } from '../../src/commands/lib/ports.ts';
import { localeIds, type Locale } from '../../src/config/locales.ts';
import { translator } from '../../src/i18n/index.ts';
import { words as deskWords } from '../../worker/desk/words.ts';
import { findViolations, findViolationsInThemes } from './lib/axe.ts';
import { startServer, type Server } from './lib/own-server.ts';
import { deskToken, now } from './lib/server.ts';
import { expect, inEachLanguage, test } from './lib/test.ts';

const port = await freePort();
const origin = `http://localhost:${port}`;
/** When calls can be begun: after the time of those in Chinese, just before that of those in English. */
const at = '2026-11-23T06:26:00Z';
/** For when calls are booked, and the numbers without country. */
const asked = {
	'zh-cn': { slot: '2026-11-23T06:00:00Z', phones: ['138 0013 8011', '138 0013 8022'] },
	en: { slot: '2026-11-23T06:30:00Z', phones: ['138 0013 8033', '138 0013 8044'] },
} as const;

// A server of its own: nobody can be called before an hour has passed, so its clock has to go on, once for both languages.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let server: Server | undefined;
let dataDir: string;
const booked = new Map<Locale, Booked>();

test.beforeAll(async ({ browser }) => {
	dataDir = await mkdtemp(join(tmpdir(), 'calls-'));
	await goOnAt(now);
	for (const locale of localeIds) {
		const mine = await browser.newContext({ baseURL: origin });
		const plain = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
		const [phone, other] = asked[locale].phones;
		booked.set(locale, { mine, plain, url: await book(mine, locale, phone), plainUrl: await book(plain, locale, other) });
	}
	await goOnAt(at);
});

test.afterAll(async () => {
	await server?.stop();
	await rm(dataDir, { recursive: true, force: true });
});

/** Books a call in a browser and opens its page there; gives its private link. */
async function book(context: BrowserContext, locale: Locale, phone: string): Promise<string> {
	const { slot } = asked[locale];
	const body = { locale, name: 'Lin', phone, country: 'CN', topic: 'frozen', slot, timezone: 'Asia/Shanghai' };
	const response = await context.request.post('/api/callbacks', {
		data: body,
		headers: { 'Idempotency-Key': crypto.randomUUID() },
	});
	expect(response.status(), await response.text()).toBe(201);
	return ((await response.json()) as { url: string }).url;
}

async function openAt(context: BrowserContext, path: string, time: string): Promise<Page> {
	const page = await context.newPage();
	await page.clock.install({ time });
	await page.goto(path);
	return page;
}

/** A private page as it is where no script runs. */
async function openPlain(context: BrowserContext, locale: Locale, [reference, secret]: [string, string]): Promise<Page> {
	const t = translator(locale);
	const page = await context.newPage();
	await page.goto(`/${locale}/requests/`);
	await page.getByRole('main').getByLabel(t('requests.reference')).fill(reference);
	await page.getByRole('main').getByLabel(t('requests.secret')).fill(secret);
	await page.getByRole('button', { name: t('requests.open'), exact: true }).click();
	return page;
}

/** The same server at a later time. */
async function goOnAt(time: string): Promise<void> {
	await server?.stop();
	server = await startServer({ port, dataDir, now: time });
}

async function logIn(browser: Browser, locale: Locale): Promise<Page> {
	const agent = await (await browser.newContext({ baseURL: origin })).newPage();
	await agent.goto(`/desk/callbacks?lang=${locale}`);
	await agent.locator('input[name="token"]').fill(deskToken);
	await agent.locator('main form button').first().click();
	await expect(agent.locator('input[name="token"]')).toHaveCount(0);
	return agent;
}

/** The agent's page in a browser without script, as it would be a few seconds before the words run out. */
async function hidesWordsUnscripted(agent: Page, browser: Browser): Promise<void> {
	const storageState = await agent.context().storageState();
	const context = await browser.newContext({ storageState, javaScriptEnabled: false, reducedMotion: 'reduce' });
	const page = await context.newPage();
	await page.route(agent.url(), async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: (await response.text()).replaceAll(/lives-\d+/g, 'lives-5') });
	});
	await page.goto(agent.url());
	await expect(page.locator('.proof-words')).toBeVisible();
	await expect(page.locator('.words-over')).toBeHidden();
	await expect(page.locator('.proof-words')).toBeHidden();
	await expect(page.locator('.words-over')).toBeVisible();
	expect(await page.locator('.words-over').evaluate((sentence) => sentence.getBoundingClientRect().height)).toBeGreaterThan(10);
	await context.close();
}

inEachLanguage((locale, t) => {
	test('a person and an agent through a whole call: the words meet, and no other browser shows them', async ({ browser }) => {
		const { mine, plain, url, plainUrl } = booked.get(locale) as Booked;
		const [phone] = asked[locale].phones;
		const reference = /#(C-\w+-\w+)/.exec(url)?.[1] ?? '';

		const person = await openAt(mine, url, at);
		await expect(person.getByText(t('call.nobody'))).toBeVisible();
		const stranger = await openAt(await browser.newContext({ baseURL: origin }), url, at);
		await expect(stranger.getByText(t('call.nobody'))).toBeVisible();
		const before = await stranger.content();

		const agent = await logIn(browser, locale);
		await agent.goto(`/desk/callbacks?lang=${locale}`);
		await agent.getByRole('link', { name: reference }).click();
		await expect(agent.locator('a[href^="tel:"]')).toHaveCount(0);
		await agent.keyboard.press('c');
		await expect(agent.locator(`a[href="tel:+86${phone.replaceAll(' ', '')}"]`)).toBeVisible();
		const words = (await agent.locator('.proof-words').textContent())?.trim() ?? '';
		expect(await findViolations(agent)).toEqual([]);

		const shown = person.locator('[data-show="caller:words"]');
		await expect(shown).toBeVisible({ timeout: 15_000 });
		expect((await shown.locator('.words').innerText()).replace(/\s+/g, ' ').trim()).toBe(words);
		await expect(person.locator('help-request > [data-status]')).toContainText(words);
		expect(await findViolationsInThemes(person)).toEqual([]);
		await expect(stranger.getByText(t('call.elsewhere'))).toBeVisible({ timeout: 15_000 });
		// Some of the words stand in texts of the page, too.
		const theirs = await stranger.content();
		for (const word of words.split(' · ')) expect(theirs.split(word)).toHaveLength(before.split(word).length);
		expect(await findViolations(stranger)).toEqual([]);

		await agent.keyboard.press('w');
		await expect(agent.getByRole('button', { name: deskWords[locale].wrongNumberDo })).toBeVisible();
		await expect(agent.locator('.proof-words')).toBeVisible();
		await agent.keyboard.press('r');
		await expect(person.getByRole('heading', { name: t('call.rate') })).toBeVisible({ timeout: 15_000 });
		await person
			.getByRole('group', { name: t('requests.rate.speed') })
			.getByLabel('5')
			.check();
		await person.getByRole('button', { name: t('requests.rate.send') }).click();
		await expect(person.locator('[data-show="callRating:given"]')).toBeFocused();

		await test.step('without script: another try, and somebody who did not book', async () => {
			const [, plainReference = '', secret = ''] = /#(C-\w+-\w+)\.(.*)/.exec(plainUrl) ?? [];
			const page = await openPlain(plain, locale, [plainReference, secret]);
			await expect(page.getByText(t('call.nobody'))).toBeVisible();
			await agent.goto(`/desk/callbacks/${plainReference}?lang=${locale}`);
			await agent.locator('[data-key="c"]').click();
			const said = (await agent.locator('.proof-words').textContent())?.trim() ?? '';
			await page.reload();
			expect((await page.locator('[data-show="caller:words"] .words').innerText()).replace(/\s+/g, ' ').trim()).toBe(said);
			await hidesWordsUnscripted(agent, browser);
			await agent.locator('[data-key="m"]').click();
			await expect(agent.locator('.proof-words')).toHaveCount(0);
			await page.reload();
			await expect(page.getByText(t('call.state.missed')).first()).toBeVisible();
			await expect(page.getByText('1/3')).toBeVisible();
			await expect(page.locator('summary', { hasText: t('call.deny') })).toBeHidden();
			const owner = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
			const theirs = await openPlain(owner, locale, [plainReference, secret]);
			await theirs.locator('summary', { hasText: t('call.deny') }).click();
			await theirs.getByRole('button', { name: t('call.deny.do') }).click();
			await expect(theirs.getByText(t('call.denied'))).toBeVisible();
			await expect(theirs.locator('summary', { hasText: t('call.deny') })).toBeHidden();
		});
	});
});

/** Two calls in one language. */
interface Booked {
	/** The browsers that booked them, with and without script. */
	mine: BrowserContext;
	plain: BrowserContext;
	/** Their private links. */
	url: string;
	plainUrl: string;
}
