import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { captureTool } from '../../src/commands/lib/processes.ts';
import { generateContent } from './lib/generated-content.ts';
import { writePlainSite } from './lib/plain-site.ts';

const articles = 1000;
const rounds = 3;
const goals = { full: 1.3, changed: 0.3 };

/**
 * Builds 1,000 articles as this site and as a plain Astro + MDX + Pagefind site of the same files, in turns, without Open Graph
 * pictures; then once more after one article changed. The best of each kind counts; only ratios mean anything.
 */
export async function run(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'help-build-'));
	try {
		const files = await generateContent(folder, articles);
		const plain = join(folder, 'plain');
		await writePlainSite(plain, join(folder, 'content'));
		const times = { plain: [] as number[], full: [] as number[], changed: [] as number[] };
		for (let round = 0; round < rounds; round++) {
			times.plain.push(await buildPlain(plain));
			for (const left of ['cache', 'dist']) await rm(join(folder, left), { recursive: true, force: true });
			times.full.push(await buildOurs(folder));
			await appendFile(files[round * 7] ?? '', `\n改了一句，第 ${round + 1} 次。\n`);
			times.changed.push(await buildOurs(folder));
		}
		return report(times);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function report({ plain, full, changed }: Record<'plain' | 'full' | 'changed', number[]>): number {
	const best = { plain: Math.min(...plain), full: Math.min(...full), changed: Math.min(...changed) };
	const ratios = { full: best.full / best.plain, changed: best.changed / best.full };
	const line = (name: string, times: number[]) =>
		`${name.padEnd(28)} ${times.map((time) => time.toFixed(1).padStart(6)).join(' ')} s`;
	console.log(`${articles} articles, ${rounds} rounds in turns, ${cpus().length} cores\n`);
	console.log(line('plain Astro + MDX + Pagefind', plain));
	console.log(line('this site, full', full));
	console.log(line('this site, one changed', changed));
	console.log(`\nfull / plain      ${ratios.full.toFixed(2)}   (goal: at most ${goals.full})`);
	console.log(`changed / full    ${ratios.changed.toFixed(2)}   (aim: at most ${goals.changed})`);
	return ratios.full <= goals.full ? 0 : 1;
}

async function buildPlain(root: string): Promise<number> {
	await rm(join(root, 'dist'), { recursive: true, force: true });
	return seconds(async () => {
		await build(['astro', 'build', '--root', root]);
		await build(['pagefind', '--site', join(root, 'dist')]);
	});
}

async function buildOurs(folder: string): Promise<number> {
	const env = { CONTENT_DIR: join(folder, 'content'), CACHE_DIR: join(folder, 'cache'), OG: 'off' };
	return seconds(() => build(['astro', 'build', '--outDir', join(folder, 'dist')], env));
}

async function build(command: string[], env: Record<string, string> = {}): Promise<void> {
	const { code, output } = await captureTool(command, { env });
	if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${output}`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}
