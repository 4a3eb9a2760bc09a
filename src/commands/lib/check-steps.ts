import { rm } from 'node:fs/promises';

import { checkContent, formatMistakes } from '../../lib/check/index.ts';
import { contentDir } from '../../lib/content-dir.ts';
import { captureTool } from './processes.ts';
import type { Step } from './steps.ts';

/**
 * Everything that needs neither a browser nor workerd. `astro check` and `astro build` write the same generated types, so
 * one waits for the other; the type-aware linter reads them.
 */
export const checkSteps: readonly Step[] = [
	{ name: 'content', run: checkArticles },
	{ name: 'types of the site', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
	{ name: 'format', command: ['oxfmt', '--check'] },
	{ name: 'types of the Worker', command: ['tsc', '-p', 'worker'] },
	{ name: 'types of bindings', command: ['wrangler', 'types', 'worker/env.d.ts', '--include-runtime=false', '--check'] },
	{ name: 'unused code', command: ['knip', '--no-progress'] },
	{ name: 'build', after: ['content', 'types of the site'], run: buildFresh },
	{ name: 'lint', after: ['types of the site'], command: ['oxlint', '--type-aware', '--deny-warnings'] },
	{ name: 'HTML', after: ['build'], command: ['html-validate', 'dist/**/*.html'] },
];

/** Tests that need only Node; `npm test` runs them together with those of the Worker, for coverage. */
export const quickTests: Step = {
	name: 'unit and site tests',
	after: ['build'],
	command: ['vitest', 'run', '--project', 'unit', '--project', 'site'],
};

/** The build would find the same, half a minute later and with a stack trace around it. */
async function checkArticles(): Promise<{ code: number; output: string }> {
	const mistakes = checkContent(process.cwd(), contentDir);
	return { code: mistakes.length > 0 ? 1 : 0, output: formatMistakes(mistakes) };
}

async function buildFresh(): Promise<{ code: number; output: string }> {
	await rm('dist', { recursive: true, force: true });
	return captureTool(['astro', 'build']);
}
