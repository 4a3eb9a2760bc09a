import { describe, expect, test } from 'vitest';

import { breakLines, toWords } from '../../src/lib/og/lines.ts';
import { readTitles } from './lib/titles.ts';

/** Chinese characters are one wide, everything else half. */
const measure = (text: string) =>
	Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.5), 0);
const set = (text: string, maxWidth: number, maxLines = 3) => {
	const lang = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
	return breakLines(text, { lang, measure, maxWidth, maxLines })?.lines;
};

describe('line breaks of titles', () => {
	test('leave alone what fits one line', () => {
		expect(set('查看并撤销代币授权', 13)).toEqual(['查看并撤销代币授权']);
	});

	test.each([
		['忘记钱包密码了，怎么办？', 10, ['忘记钱包密码了，', '怎么办？']],
		[
			'有人给我一组助记词，或卖给我有币的账户，能提出来吗？',
			14,
			['有人给我一组助记词，', '或卖给我有币的账户，', '能提出来吗？'],
		],
		['My coins are in a bridge. How do I get them out?', 20, ['My coins are in a bridge.', 'How do I get them out?']],
	])('prefer the pauses of %s', (title, width, lines) => {
		expect(set(title, width)).toEqual(lines);
	});

	test('answer undefined where the text would need more lines', () => {
		expect(set('查看并撤销代币授权', 3, 2)).toBeUndefined();
	});

	test('keep quoted words whole, with their marks', () => {
		expect(toWords('网站要我“同步”“验证”', 'zh-CN')).toEqual(expect.arrayContaining(['“同步”', '“验证”']));
	});

	test('keep what is written without spaces in one piece', () => {
		expect(toWords('TRON says NOT_ENOUGH_PERMISSION: multi-signature', 'en')).toEqual([
			'TRON ',
			'says ',
			'NOT_ENOUGH_PERMISSION: ',
			'multi-signature',
		]);
	});
});

describe('the titles of the content', () => {
	const widths = [8, 10, 12, 14, 18];

	test.each(readTitles())('“%s” breaks well at any size', (title) => {
		for (const width of widths) {
			const lines = set(title, width, 8);
			if (!lines) continue;
			expect(lines.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
			for (const line of lines) {
				expect(measure(line)).toBeLessThanOrEqual(width);
				expect(line).not.toMatch(/^[，。、；：？！）”’》,.;:?!)]|[（“‘《(]$/);
			}
			if (lines.length > 1) expect(lines.at(-1)?.replace(/[\p{P}\s]/gu, '').length).toBeGreaterThan(1);
		}
	});
});
