import { chromium, type Browser } from '@playwright/test';

import { chromiumArguments, requireChromium } from '../../../../src/commands/lib/chromium.ts';
import { serveFolder, type StaticServer } from './static-server.ts';

/** Both engines find something for each, so that there are first results to wait for. */
const queries = {
	'zh-cn': ['助记词', '转账没到账', '手续费', 'USDT', '验证网址'],
	en: ['recovery phrase', 'transfer', 'fee', 'USDT', 'forgot password'],
};

/**
 * Searches a built site and a page of plain Pagefind in Chromium, each query in a fresh browser context with nothing cached, pasted as
 * a whole: bytes and milliseconds from focus to the first results.
 */
export async function measureInBrowser(site: string, plain: string): Promise<Map<string, EnginesRun>> {
	const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArguments });
	const servers = { ours: await serveFolder(site), pagefind: await serveFolder(plain) };
	try {
		const runs = new Map<string, EnginesRun>();
		for (const [language, words] of Object.entries(queries)) {
			const run: EnginesRun = { ours: [], pagefind: [] };
			for (const query of words) {
				const first = language === 'en' ? 'Search results' : '搜索结果';
				run.pagefind.push(await search(browser, servers.pagefind, { path: `/${language}/`, query, list: 'Search results' }));
				run.ours.push(await search(browser, servers.ours, { path: `/${language}/faq/forgot-password/`, query, list: first }));
			}
			runs.set(language, run);
		}
		return runs;
	} finally {
		await browser.close();
		await Promise.all(Object.values(servers).map((server) => server.close()));
	}
}

async function search(browser: Browser, { origin, sent }: StaticServer, { path, query, list }: Visit): Promise<BrowserRun> {
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		await page.goto(origin + path, { waitUntil: 'networkidle' });
		await page.evaluate(observeTasks);
		sent.clear();
		const landmark = page.getByRole('search');
		const box = landmark.getByRole('combobox').or(landmark.getByRole('searchbox'));
		const start = performance.now();
		await box.focus();
		await box.fill(query);
		await page.getByRole('list', { name: list }).getByRole('link').first().waitFor();
		const time = performance.now() - start;
		await page.waitForLoadState('networkidle');
		const isScript = ([file]: [string, number]) => /\.js$|\/wasm\./.test(file);
		const sum = (files: [string, number][]) => files.reduce((bytes, [, size]) => bytes + size, 0);
		const script = sum([...sent].filter(isScript));
		const block = await page.evaluate(() => Number(document.documentElement.dataset['block'] ?? 0));
		return { time, block, script, index: sum([...sent]) - script };
	} finally {
		await context.close();
	}
}

/** Keeps the longest task of the page; browsers report only those from 50 ms on. */
function observeTasks(): void {
	const { dataset } = document.documentElement;
	new PerformanceObserver((list) => {
		const longest = Math.max(...list.getEntries().map(({ duration }) => duration), Number(dataset['block'] ?? 0));
		dataset['block'] = String(longest);
	}).observe({ type: 'longtask' });
}

interface Visit {
	path: string;
	query: string;
	/** Name of the list of results. */
	list: string;
}

export interface BrowserRun {
	/** Milliseconds. */
	time: number;
	/** Longest task in milliseconds; 0 when none took 50. */
	block: number;
	/** Bytes of scripts and Wasm that were fetched after focus: ours with those of the search box and the secret guard. */
	script: number;
	/** Bytes of everything else. */
	index: number;
}

export interface EnginesRun {
	ours: BrowserRun[];
	pagefind: BrowserRun[];
}
