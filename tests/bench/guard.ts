import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';

import { rolldown } from 'rolldown';

import { allWordLists } from '#shared/all-word-lists';
import { publicKey } from '#shared/guard/ed25519';
import { findSecrets } from '#shared/secret-guard';
import { wordLists } from '#shared/word-lists';

import { evaluationSeed, floors, judge, type Judgement } from '../fixtures/secrets/judge.ts';
import { busyTexts, makeLong } from '../fixtures/secrets/long.ts';

const sizes = { secrets: 20, harmless: 400 };
const units = { short: 10_000, long: 100_000 };

/**
 * How well the secret guard tells secrets from what people may send: share found for each form and language, false alarms for
 * each kind, time for a long text against a short one, and bytes. `--seed TEXT` draws other samples than those of the floors,
 * and only then `--misses` lists what failed: nobody tunes against the samples that judge.
 */
export async function run(argv: readonly string[]): Promise<number> {
	const { values } = parseArgs({
		args: [...argv],
		options: { seed: { type: 'string', default: evaluationSeed }, misses: { type: 'boolean', default: false } },
	});
	const judgement = judge(values.seed, sizes);
	printRecall(judgement);
	printAlarms(judgement);
	if (values.misses && values.seed !== evaluationSeed) printMisses(judgement);
	for (const [name, lists] of Object.entries({
		"the browser's lists": wordLists,
		'these and Ed25519': { ...wordLists, publicKey },
	}))
		console.log(`with ${name}: ${percent(judge(values.seed, { ...sizes, secrets: 0 }, lists).falseAlarms)} false alarms`);
	printTimes();
	for (const file of ['secret-guard', 'word-lists', 'guard/ed25519'])
		console.log(`${file}: ${(await bundledBytes(`src/shared/${file}.ts`)) / 1000} kB compressed`);
	return judgement.recall >= floors.recall && judgement.falseAlarms <= floors.falseAlarms ? 0 : 1;
}

function printRecall({ secrets, recall }: Judgement): void {
	for (const key of ['form', 'language'] as const) {
		console.log(`\n${'found'.padStart(8)} ${'of'.padStart(6)} ${'suspected'.padStart(10)}  ${key}`);
		for (const name of new Set(secrets.map(({ sample }) => sample[key]))) {
			const rows = secrets.filter(({ sample }) => sample[key] === name);
			const found = rows.filter((row) => row.found).length;
			const suspected = rows.filter((row) => row.found?.certainty === 'suspected').length;
			console.log(
				`${percent(found / rows.length)} ${String(rows.length).padStart(6)} ${String(suspected).padStart(10)}  ${name}`,
			);
		}
	}
	console.log(`\nfound: ${percent(recall)} of ${secrets.length}`);
}

function printAlarms({ harmless, falseAlarms }: Judgement): void {
	console.log(`\ndetected suspected     of  kind`);
	for (const kind of new Set(harmless.map(({ sample }) => sample.kind))) {
		const rows = harmless.filter(({ sample }) => sample.kind === kind);
		const count = (certainty: string) => String(rows.filter(({ found }) => found?.certainty === certainty).length);
		console.log(`${count('detected').padStart(8)} ${count('suspected').padStart(9)} ${String(rows.length).padStart(6)}  ${kind}`);
	}
	console.log(`\nfalse alarms: ${percent(falseAlarms)} of ${harmless.length}`);
}

function printMisses({ secrets, harmless }: Judgement): void {
	for (const { sample } of secrets.filter(({ found }) => !found))
		console.log(`missed, ${sample.language}, ${sample.form}: ${JSON.stringify(sample.texts)}`);
	for (const { sample, found } of harmless)
		if (found) console.log(`false alarm, ${sample.kind}: ${JSON.stringify(sample.text.slice(found.start, found.end))}`);
}

function printTimes(): void {
	console.log(`\n${'10 kB'.padStart(9)} ${'100 kB'.padStart(9)}  times  text of`);
	for (const kind of Object.keys(busyTexts)) {
		const [short, long] = [milliseconds(makeLong(kind, units.short)), milliseconds(makeLong(kind, units.long))];
		console.log(
			`${short.toFixed(1).padStart(6)} ms ${long.toFixed(1).padStart(6)} ms ${(long / short).toFixed(1).padStart(6)}  ${kind}`,
		);
	}
}

/** Processor time of one call: the clock ticks in milliseconds, so short texts are read again and again. */
function milliseconds(text: string): number {
	const start = process.threadCpuUsage().user;
	let calls = 0;
	for (; process.threadCpuUsage().user - start < 200_000; calls++) findSecrets(text, allWordLists);
	return (process.threadCpuUsage().user - start) / 1000 / calls;
}

async function bundledBytes(input: string): Promise<number> {
	const bundle = await rolldown({ input });
	const { output } = await bundle.generate({ minify: true });
	await bundle.close();
	return gzipSync(output[0].code, { level: 9 }).length;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(2)} %`.padStart(8);
}
