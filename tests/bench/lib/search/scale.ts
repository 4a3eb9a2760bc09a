import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { indexSite } from '../../../../src/search/build/site.ts';
import { measureInBrowser, type BrowserRun } from './browser.ts';
import { indexWithPagefind } from './peers/pagefind.ts';
import { writePlainPages } from './plain-pages.ts';
import { writeScaledSite } from './scaled-site.ts';
import { quantile } from './statistics.ts';
import { kilobytes, printTable } from './table.ts';

const rounds = 3;
/** Of plain Pagefind's. */
const goals = { time: 1.3, bytes: 1 };

/**
 * Indexes `count` pages with our code and with plain Pagefind in turns, then searches both in a browser. Only ratios mean anything;
 * fails above the goals.
 */
export async function compareAtScale(count: number): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'help-search-'));
	const [site, plain] = [join(folder, 'site'), join(folder, 'plain')];
	try {
		await writeScaledSite(site, count);
		await writePlainPages(plain);
		const seconds = { ours: [] as number[], pagefind: [] as number[] };
		for (let round = 0; round < rounds; round++) {
			seconds.pagefind.push(await secondsOf(() => indexWithPagefind(site, join(plain, 'pagefind'))));
			seconds.ours.push(await secondsOf(() => indexSite(site, join(site, 'pagefind'))));
		}
		const isQuick = printTimes(count, seconds);
		const isSmall = await compareInBrowser(site, plain);
		return isQuick && isSmall ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function printTimes(count: number, { ours, pagefind }: Record<'ours' | 'pagefind', number[]>): boolean {
	const row = (name: string, times: number[]) => [name, ...times.map((time) => `${time.toFixed(2)} s`)];
	const columns = ['', ...Array.from({ length: rounds }, (_, round) => `round ${round + 1}`)];
	printTable(`index of ${count} pages, in turns, ${cpus().length} cores`, columns, [
		row('plain Pagefind', pagefind),
		row('ours', ours),
	]);
	const quotient = Math.min(...ours) / Math.min(...pagefind);
	console.log(`\nours / plain Pagefind, best of each: ${quotient.toFixed(2)} (goal: at most ${goals.time})`);
	return quotient <= goals.time;
}

async function compareInBrowser(site: string, plain: string): Promise<boolean> {
	let isSmall = true;
	for (const [language, { ours, pagefind }] of await measureInBrowser(site, plain)) {
		printTable(
			`${language}, Chromium, from focus to the first results: median of ${ours.length} queries`,
			['', 'bytes', 'index', 'script', 'time', 'longest task'],
			[browserRow('plain Pagefind', pagefind), browserRow('ours, with box and secret guard', ours)],
		);
		isSmall &&= medianOf(ours, bytesOf) <= medianOf(pagefind, bytesOf) * goals.bytes;
	}
	return isSmall;
}

function browserRow(name: string, runs: readonly BrowserRun[]): string[] {
	return [
		name,
		kilobytes(medianOf(runs, bytesOf)),
		kilobytes(medianOf(runs, ({ index }) => index)),
		kilobytes(medianOf(runs, ({ script }) => script)),
		`${medianOf(runs, ({ time }) => time).toFixed(0)} ms`,
		`${Math.max(...runs.map(({ block }) => block)).toFixed(0)} ms`,
	];
}

function bytesOf({ index, script }: BrowserRun): number {
	return index + script;
}

function medianOf(runs: readonly BrowserRun[], value: (run: BrowserRun) => number): number {
	return quantile(runs.map(value), 0.5);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}
