import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';

import { allWordLists } from '#shared/all-word-lists';
import { findSecrets } from '#shared/secret-guard';
import { wordLists } from '#shared/word-lists';

import { evaluationSeed, floors, judge } from '../fixtures/secrets/judge.ts';
import { busyTexts, makeLong } from '../fixtures/secrets/long.ts';

async function bundledBytes(input: string): Promise<number> {
	const bundle = await rolldown({ input });
	const { output } = await bundle.generate({ minify: true });
	await bundle.close();
	return gzipSync(output[0].code, { level: 9 }).length;
}

/** Processors' clocks tick every few milliseconds: whatever is measured has to take many ticks. */
const leastMicroseconds = 40_000;

/** Processor time of texts of 100 kB, compared with ten times as many of 10 kB: the least of as many rounds as it takes on a busy machine. */
function growth(kind: string): number {
	const [short, long] = [makeLong(kind, 10_000), makeLong(kind, 100_000)];
	let texts = 1;
	while (microseconds(short, 10 * texts) < leastMicroseconds) texts *= 2;
	let [ofTen, ofOne] = [Infinity, Infinity];
	for (let round = 0; round === 0 || (round < 10 && ofOne > ofTen * 1.5); round++) {
		ofTen = Math.min(ofTen, microseconds(short, 10 * texts));
		ofOne = Math.min(ofOne, microseconds(long, texts));
	}
	return (10 * ofOne) / ofTen;
}

function microseconds(text: string, times: number): number {
	const start = process.threadCpuUsage().user;
	for (let time = 0; time < times; time++) findSecrets(text, allWordLists);
	return process.threadCpuUsage().user - start;
}

describe('the secret guard, judged by samples that nobody tuned it with', () => {
	const judgement = judge(evaluationSeed, { secrets: 4, harmless: 100 });

	test('finds 99 % of more than a thousand secrets in more than thirty forms', () => {
		expect(judgement.secrets.length).toBeGreaterThanOrEqual(1000);
		expect(new Set(judgement.secrets.map(({ sample }) => sample.form)).size).toBeGreaterThanOrEqual(30);
		expect(judgement.recall).toBeGreaterThanOrEqual(floors.recall);
	});

	test('stops or asks about 0.2 % of more than five thousand harmless texts at most', () => {
		expect(judgement.harmless.length).toBeGreaterThanOrEqual(5000);
		expect(judgement.falseAlarms).toBeLessThanOrEqual(floors.falseAlarms);
	});

	test('finds at least four of five secrets of every form', () => {
		const poor = [...new Set(judgement.secrets.map(({ sample }) => sample.form))].filter((form) => {
			const rows = judgement.secrets.filter(({ sample }) => sample.form === form);
			return rows.filter(({ found }) => found).length < rows.length * 0.8;
		});
		expect(poor).toEqual([]);
	});
});

describe('the cost of the secret guard', () => {
	test.each(Object.keys(busyTexts))('grows with the length of a text of %s, and no faster', (kind) => {
		expect(growth(kind)).toBeLessThanOrEqual(30);
	});

	test('is 15 kB of lists and 14 kB of code in browsers', async () => {
		expect(await bundledBytes('src/shared/word-lists.ts')).toBeLessThanOrEqual(15_000);
		expect(await bundledBytes('src/shared/secret-guard.ts')).toBeLessThanOrEqual(14_000);
	});

	test('needs nothing that Safari 15.4 and Chromium 100 have not', () => {
		const files = ['src/shared/secret-guard.ts', ...readdirSync('src/shared/guard').map((name) => `src/shared/guard/${name}`)];
		const isTooNew =
			/\(\?<[=!]|\.to(?:Reversed|Sorted|Spliced)\(|\.with\(|\.findLast|\bgroupBy\(|from '(?:node|astro|cloudflare):/;
		expect(files.filter((file) => isTooNew.test(readFileSync(file, 'utf8')))).toEqual([]);
	});
});

describe('the lists of the secret guard', () => {
	test.each(['english', 'simplified', 'traditional'] as const)(
		'hold every word of the %s list in its place after packing',
		(language) => {
			expect(wordLists.languages[language]).toEqual(allWordLists.languages[language]);
		},
	);
});
