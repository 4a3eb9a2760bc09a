import { afterEach, describe, expect, test, vi } from 'vitest';

import { makeExcerpt } from '../../src/search/excerpt.ts';
import { queryTerms } from '../../src/search/query.ts';
import { coverage, mergeHits } from '../../src/search/rank.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the words of a query', () => {
	test('leave out what carries no meaning, unless nothing else is left', () => {
		expect(queryTerms('How do I find my transaction hash?')).toEqual(['find', 'transaction', 'hash']);
		expect(queryTerms('what is it')).toEqual(['what', 'is', 'it']);
	});

	test('keep error codes whole and mix languages', () => {
		expect(queryTerms('BANDWITH_ERROR 怎么办')).toEqual(['bandwith_error']);
		expect(queryTerms('USDT没到账')).toContain('usdt');
	});

	test('fold full-width letters and repeats', () => {
		expect(queryTerms('ＵＳＤＴ usdt')).toEqual(['usdt']);
	});

	test('fall back to pairs of characters in browsers that cannot segment Chinese', () => {
		const { Segmenter: _, ...rest } = Intl;
		vi.stubGlobal('Intl', rest);
		expect(queryTerms('助记词丢失')).toEqual(['助记', '记词', '词丢', '丢失']);
	});
});

describe('merged rankings', () => {
	const hits = (...ids: string[]) => ids.map((id, index) => ({ id, score: 1 / (index + 1) }));

	test('put a page with both words before pages with one', () => {
		expect(
			mergeHits([
				{ weight: 1, hits: hits('a', 'b') },
				{ weight: 1, hits: hits('c', 'b') },
			])[0],
		).toBe('b');
	});

	test('count a rare word more than a common one', () => {
		const common = { weight: 1, hits: hits('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') };
		expect(mergeHits([common, { weight: 1, hits: hits('z') }])[0]).toBe('z');
	});

	test('are stable where nothing tells pages apart', () => {
		expect(
			mergeHits([
				{
					weight: 1,
					hits: [
						{ id: 'b', score: 1 },
						{ id: 'a', score: 1 },
					],
				},
			]),
		).toEqual(['a', 'b']);
	});
});

describe('coverage', () => {
	test('sees Chinese compounds that segmentation cuts apart, and ignores case and width', () => {
		expect(coverage('usdt没到账', 'ＵＳＤＴ 没到账')).toBe(1);
		expect(coverage('usdt没到账', 'USDT 要多少')).toBeCloseTo(1 / 3);
		expect(coverage('？！', 'anything')).toBe(0);
	});
});

describe('an excerpt', () => {
	const marked = (text: string, query: string) =>
		makeExcerpt(text, query)
			.map(({ text: part, hit }) => (hit ? `[${part}]` : part))
			.join('');

	test('marks whole Chinese wordings, not the words that an engine cuts them into', () => {
		expect(marked('转账没到账，先别着急。', '没到账')).toBe('转账[没到账]，先别着急。');
	});

	test('shows the passage with most hits and says where it was cut', () => {
		const text = `${'Something else entirely. '.repeat(20)}The network fee is missing. ${'More words here. '.repeat(20)}`;
		expect(marked(text, 'network fee')).toMatch(/^….*\[network\] \[fee\] is missing.*…$/);
	});

	test('starts at the start where nothing matches literally, and never breaks on markup', () => {
		expect(marked('<b>Bold</b> & plain', 'zzz')).toBe('<b>Bold</b> & plain');
	});
});
