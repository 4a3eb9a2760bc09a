import { mkdir, readFile, rm } from 'node:fs/promises';

import * as z from 'zod';

import { warnOfAging } from './lib/aging-warning.ts';
import { checkSteps } from './lib/check-steps.ts';
import { requireChromium } from './lib/chromium.ts';
import { CommandError, runCommand } from './lib/command-error.ts';
import { runTool, stopOnSignal } from './lib/processes.ts';
import { buildSite } from './lib/site-build.ts';
import { runSteps } from './lib/steps.ts';

const parts = ['check', 'vitest', 'e2e'] as const;
const reports = { vitest: 'test-results/vitest.json', e2e: 'test-results/e2e.json' };

const VitestReportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
const PlaywrightReportSchema = z.object({ stats: z.object({ expected: z.int(), flaky: z.int(), unexpected: z.int() }) });

/** `npm test`: every check and test. `npm test -- check|vitest|e2e` runs some of them, as CI does in separate jobs. */
async function test(): Promise<number> {
	const chosen = readParts(process.argv.slice(2));
	const browser = chosen.has('e2e') ? await requireChromium() : '';
	await rm('test-results', { recursive: true, force: true });
	await mkdir('test-results');
	const failed: string[] = [];
	if (chosen.has('check')) {
		const results = await runSteps(checkSteps, 2);
		failed.push(...results.filter(({ isPassed }) => !isPassed).map(({ name }) => name));
	} else if (chosen.has('vitest')) {
		await buildSite();
	}
	const counts = { passed: 0, failed: 0 };
	if (chosen.has('vitest')) {
		const command = [
			'vitest',
			'run',
			'--coverage',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${reports.vitest}`,
		];
		if ((await runTool(command)) !== 0) failed.push('unit, site and worker tests');
		const report = await readReport(reports.vitest, VitestReportSchema);
		add(counts, report?.numPassedTests, report?.numFailedTests);
	}
	if (chosen.has('e2e')) {
		const isBuilt = chosen.has('check') || chosen.has('vitest');
		const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: reports.e2e, SITE_BUILT: isBuilt ? '1' : '' };
		if ((await runTool(['playwright', 'test', '--reporter=list,json'], { env })) !== 0) failed.push('browser tests');
		const stats = (await readReport(reports.e2e, PlaywrightReportSchema))?.stats;
		add(counts, stats && stats.expected + stats.flaky, stats?.unexpected);
	}
	warnOfAging();
	if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
	console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed`);
	return failed.length > 0 ? 1 : 0;
}

function readParts(names: string[]): ReadonlySet<string> {
	const unknown = names.find((name) => !parts.some((part) => part === name));
	if (unknown) throw new CommandError(`npm test has no part "${unknown}": choose from ${parts.join(', ')}, or none for all.`);
	return new Set(names.length > 0 ? names : parts);
}

/** A tool that broke down writes no report: nothing to count, its exit code tells. */
async function readReport<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	return text === undefined ? undefined : schema.parse(JSON.parse(text));
}

function add(counts: { passed: number; failed: number }, passed = 0, failed = 0): void {
	counts.passed += passed;
	counts.failed += failed;
}

stopOnSignal(130);
await runCommand(test);
