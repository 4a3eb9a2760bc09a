import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { chromiumArguments, requireChromium } from '../../src/commands/lib/chromium.ts';
import { migrateLocalDatabase, startLocalWorker } from '../../src/commands/lib/local-worker.ts';
import { freePort } from '../../src/commands/lib/ports.ts';
import { stopTools } from '../../src/commands/lib/processes.ts';
import { buildSite } from '../../src/commands/lib/site-build.ts';
import { site } from '../fixtures/site-config.ts';

const siteConfig = 'tests/fixtures/site-config.ts';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const [article = ''] = site.editorsChoice;
const pages = ['/zh-cn/', '/en/', `/zh-cn/${article}/`, `/en/${article}/`, '/zh-cn/contact/', '/en/contact/'];
const runs = 3;

/** Lighthouse (mobile) on home, article and contact: every category's median of three must be 100. */
export async function run(): Promise<number> {
	const dataDir = await mkdtemp(join(tmpdir(), 'help-lighthouse-'));
	await Promise.all([buildSite(siteConfig), migrateLocalDatabase(dataDir)]);
	const port = await freePort();
	await startLocalWorker({ port, dataDir, siteConfig, rateLimit: 'on', deskToken: undefined, now: undefined });
	const chrome = await launch({
		chromePath: await requireChromium(),
		chromeFlags: ['--headless=new', ...chromiumArguments],
		logLevel: 'error',
	});
	let isGood = true;
	try {
		console.log(`${'page'.padEnd(40)} ${categories.join('  ')}   (median of ${runs})`);
		for (const page of pages) isGood = (await judge(`http://localhost:${port}${page}`, chrome.port)) && isGood;
	} finally {
		chrome.kill();
		await stopTools();
		await rm(dataDir, { recursive: true, force: true });
	}
	console.log('\ndist/ now holds the test configuration; `npm start` and `npm test` build it anew.');
	return isGood ? 0 : 1;
}

/** Prints the medians of one page, and below 100 what costs the points. */
async function judge(url: string, port: number): Promise<boolean> {
	const reports: Report[] = [];
	for (let index = 0; index < runs; index++) {
		reports.push(await measure(url, port));
	}
	const scores = categories.map((category) =>
		median(reports.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100))),
	);
	console.log(
		`${new URL(url).pathname.padEnd(40)} ${scores.map((score, index) => String(score).padStart(categories[index]?.length ?? 0)).join('  ')}`,
	);
	const bad = categories.filter((_, index) => scores[index] !== 100);
	for (const category of bad) console.log(`  ${category}: ${lost(reports[0], category)}`);
	return bad.length === 0;
}

/** One run. A busy machine can spoil the recording itself, which says nothing about the page: such a run is repeated. */
async function measure(url: string, port: number): Promise<Report> {
	for (let attempt = 1; ; attempt++) {
		const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'silent' });
		if (result && !result.lhr.runtimeError) return result.lhr;
		if (attempt === 3) throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
	}
}

/** Audits of a category that count and are not perfect. */
function lost(report: Report | undefined, category: string): string {
	const refs = report?.categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
	const audits = refs.map(({ id }) => report?.audits[id]).filter((audit) => audit && audit.score !== null && audit.score < 1);
	return audits.map((audit) => `${audit?.id} ${audit?.displayValue ?? ''}`.trim()).join(', ') || 'only in another run';
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];
