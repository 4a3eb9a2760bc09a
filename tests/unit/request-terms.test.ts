import { describe, it } from 'vitest';

import { parseTerms, termsOf } from '../../src/shared/request-terms.ts';

const wordsOf = (query: string) => parseTerms(query).map(({ term, isPrefix }) => (isPrefix ? `${term}*` : term));

describe('terms of a text', () => {
	it('are pairs of Chinese, Japanese and Korean characters, the last one by itself, and words of everything else', ({
		expect,
	}) => {
		expect(termsOf(['提币没到账，USDT 3天'])).toEqual(['提币', '币没', '没到', '到账', '账', 'usdt', '天']);
		expect(termsOf(['입금 ウォレット'])).toEqual(['입금', '금', 'ウォ', 'ォレ', 'レッ', 'ット', 'ト']);
	});

	it('are the same in full and half width, capital and small, composed and not', ({ expect }) => {
		expect(termsOf(['ＵＳＤＴ Café'])).toEqual(termsOf(['usdt Cafe\u0301']));
	});

	it('hold an address of mail whole and in parts, and a hash without its prefix', ({ expect }) => {
		expect(termsOf(['Ada.L@Mail.example'])).toEqual(['ada.l@mail.example', 'ada', 'mail', 'example']);
		expect(termsOf([`0x${'Ab12'.repeat(16)}`])).toEqual(['ab12'.repeat(10)]);
	});

	it('are no more than a long text needs to be found by its beginning', ({ expect }) => {
		const text = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
		expect(termsOf([text]).length).toBe(600);
		expect(termsOf([null, undefined, '', '!!'])).toEqual([]);
	});
});

describe('a query', () => {
	it('asks for words by how they begin and for pairs as they are', ({ expect }) => {
		expect(wordsOf('提币 usdt')).toEqual(['提币', 'usdt*']);
		expect(wordsOf('没到账')).toEqual(['没到', '到账']);
		expect(wordsOf('币')).toEqual(['币*']);
		expect(wordsOf('0xab12cd')).toEqual(['ab12cd*']);
		expect(wordsOf('R-7K3MQ')).toEqual(['7k3mq*']);
		expect(wordsOf('ada@mail.example late')).toEqual(['ada@mail.example', 'late*']);
	});

	it('asks for nothing twice, and not for more than eight things', ({ expect }) => {
		expect(wordsOf('late late')).toEqual(['late*']);
		expect(wordsOf('一二三四五六七八九十百千万')).toHaveLength(8);
		expect(wordsOf('… !')).toEqual([]);
	});
});
