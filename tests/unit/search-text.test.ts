import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { complete, correct } from '../../src/search/corrections.ts';
import { makeExcerpt } from '../../src/search/excerpt.ts';
import {
	decodePages,
	decodePostings,
	decodeShard,
	decodeWords,
	encodePages,
	encodePostings,
	encodeShard,
	encodeWords,
	type Posting,
} from '../../src/search/format.ts';
import { readFragment, writeContent } from '../../src/search/fragment.ts';
import { fold, termsOf } from '../../src/search/text.ts';
import { cutPinyin, spread, understand, type Characters } from '../../src/search/understand.ts';

const characters: Characters = {
	simplified: new Map([
		['轉', '转'],
		['帳', '账'],
	]),
	sounds: new Map([
		['助', 'zhu'],
		['记', 'ji'],
		['词', 'ci'],
	]),
	syllables: new Set(['zhu', 'ji', 'ci', 'xi', 'an', 'xian']),
};

describe('terms of a text', () => {
	test('are stems of Latin words and pairs of Chinese characters', () => {
		expect(termsOf(fold('Transfers: 助记词 USDT'))).toEqual(['transfer', '助记', '记词', 'usdt']);
	});

	test('are the same for full-width and half-width, capital and small letters', () => {
		expect(termsOf(fold('ＵＳＤＴ ０ｘ１７７１'))).toEqual(termsOf(fold('usdt 0x1771')));
	});

	test('cut error codes at their joints', () => {
		expect(termsOf(fold('OUT_OF_ENERGY'))).toEqual(['out', 'of', 'energi']);
	});

	test('find every substring of two characters of a Chinese text', () => {
		const text = '在一段简单的路上';
		const terms = new Set(termsOf(text));
		for (let at = 0; at + 2 <= text.length; at++) expect(terms).toContain(text.slice(at, at + 2));
	});
});

describe('understanding a query', () => {
	const weightsOf = (query: string) =>
		Object.fromEntries(understand(query, characters).map(({ variants: [own], weight }) => [own?.terms[0], weight]));

	test('weighs words that carry little meaning less', () => {
		const weights = weightsOf('how do I find my transaction');
		expect(weights['how']).toBeLessThan(weights['find'] ?? 0);
		expect(weightsOf('怎么转账')['怎么']).toBeLessThan(weightsOf('怎么转账')['转账'] ?? 0);
	});

	test('reads traditional characters as simplified ones', () => {
		expect(Object.keys(weightsOf('轉帳'))).toEqual(['转账']);
	});

	test('reads letters as pinyin, in full and by first letters', () => {
		const terms = (query: string) =>
			understand(query, characters).flatMap(({ variants }) => variants.flatMap((variant) => variant.terms));
		expect(terms('zhujici')).toEqual(expect.arrayContaining(['~zhu ji', '~ji ci']));
		expect(terms('zjc')).toContain('^zjc');
	});

	test('cuts letters into the fewest syllables, and says when they are none', () => {
		expect(cutPinyin('xian', characters)).toEqual(['xian']);
		expect(cutPinyin('zhujici', characters)).toEqual(['zhu', 'ji', 'ci']);
		expect(cutPinyin('usdt', characters)).toBeUndefined();
	});

	test('adds synonyms as wholes, of the longest words that have any, whatever their endings', () => {
		const synonyms = [
			{ words: 'recovery phrase', others: ['seed words', 'log in'] },
			{ words: 'phrase', others: ['sentence'] },
		].map(({ words, others }) => ({ words, key: spread(words), others }));
		const variants = (query: string) =>
			understand(query, characters, synonyms).flatMap((item) => item.variants.map(({ terms }) => terms.join('+')));
		expect(variants('my recovery phrases')).toContain('seed+word');
		expect(variants('my recovery phrases')).not.toContain('sentenc');
		// "log" alone is not what "log in" says.
		expect(variants('recovery phrase')).not.toContain('log');
		expect(variants('paraphrase')).toEqual(['paraphras']);
	});

	test('takes any text in bounded time, without error', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => void understand(query, characters)));
		for (const query of ['助'.repeat(10_000), 'a '.repeat(5000), '.*+?^${}()|[]\\', '<script>alert(1)</script>', '😱\0\u202e'])
			expect(understand(query, characters).length).toBeLessThanOrEqual(250);
	});
});

describe('corrections', () => {
	const words = new Map([
		['transfer', 9],
		['transaction', 4],
		['transactions', 7],
		['fee', 5],
	]);

	test.each([
		['tranfer', 'transfer'],
		['transfre', 'transfer'],
		['tramsactoin', 'transaction'],
		['rtansfer', 'transfer'],
	])('take %s for %s', (typed, meant) => {
		expect(correct(typed, words)?.word).toBe(meant);
	});

	test('leave alone what is too short or too far from every word', () => {
		expect(correct('fea', words)).toBeUndefined();
		expect(correct('kubernetes', words)).toBeUndefined();
	});

	test('complete an unfinished word by the commonest ones', () => {
		expect(complete('trans', words)).toEqual(['transfer', 'transact']);
		expect(complete('tr', words)).toEqual([]);
	});
});

describe('excerpts', () => {
	const marked = (text: string, ...terms: string[]) =>
		makeExcerpt(text, new Set(terms))
			.map(({ text: part, hit }) => (hit ? `[${part}]` : part))
			.join('');

	test('mark whole words by their stems, and touching Chinese pairs as one', () => {
		expect(marked('Your transactions wait.', 'transact')).toBe('Your [transactions] wait.');
		expect(marked('请保管好助记词。', '助记', '记词')).toBe('请保管好[助记词]。');
	});

	test('show the passage that holds most of what was asked for', () => {
		const text = `${'Nothing here. '.repeat(40)}The nonce is too low. ${'More of it. '.repeat(40)}`;
		const excerpt = marked(text, 'nonc', 'low');
		expect(excerpt).toContain('[nonce] is too [low]');
		expect(excerpt.length).toBeLessThan(180);
	});
});

describe('files of the index', () => {
	const hit = fc.record({ part: fc.nat(40), inHeading: fc.boolean(), count: fc.constantFrom(0, 1, 2, 4) });
	const byPart = (hits: Posting['hits']) =>
		[...new Map(hits.map((one) => [one.part, one])).values()].sort((a, b) => a.part - b.part);
	const posting = fc.record({ page: fc.nat(5000), hits: fc.array(hit, { minLength: 1, maxLength: 6 }).map(byPart) });
	const postings = fc
		.array(posting, { maxLength: 30 })
		.map((all) => [...new Map(all.map((one) => [one.page, one])).values()].sort((a, b) => a.page - b.page));

	test('say what was written into them', () => {
		fc.assert(
			fc.property(postings, (written) => {
				expect(decodePostings(encodePostings(written))).toEqual(written);
			}),
		);
	});

	test('hold terms in any script', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 40 }), (terms) => {
				const sorted = terms.toSorted();
				expect([...decodeShard(encodeShard(sorted.map((term) => [term, Uint8Array.of(1, 2)]))).keys()]).toEqual(sorted);
				expect([...decodeWords(encodeWords(sorted.map((word, index) => [word, index])))]).toEqual(
					sorted.map((word, index) => [word, index]),
				);
			}),
		);
	});

	test('keep what ranking knows of a page, its masses within three per cent', () => {
		const page = { id: 'abc1234', sections: 3, masses: [0, 1.5, 40], length: 812, category: 1, kind: 0 };
		const [read] = decodePages(encodePages([page]));
		expect({ ...read, masses: [] }).toEqual({ ...page, masses: [] });
		for (const [index, mass] of page.masses.entries())
			expect(Math.abs((read?.masses[index] ?? 0) - mass)).toBeLessThanOrEqual(mass * 0.03);
	});

	test('throw when they are cut off', () => {
		const bytes = encodePostings([{ page: 300, hits: [{ part: 1, inHeading: true, count: 1 }] }]);
		expect(() => decodePostings(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
	});

	test('keep sections, headings and lines of a text', () => {
		const sections = [
			{ id: '', heading: '', text: 'First line\nSecond' },
			{ id: 'x', heading: 'A heading', text: '' },
		];
		const json = JSON.stringify({ url: '/a/', content: writeContent(sections), meta: { title: 'T' } });
		expect(readFragment(new TextEncoder().encode(`pagefind_dcd${json}`))).toEqual({ url: '/a/', title: 'T', sections });
	});
});
