import { wordlist } from '@scure/bip39/wordlists/english.js';
import { pinyin } from 'pinyin-pro';
import { describe, it } from 'vitest';

import { english } from '#config/caller-words/en';
import { chinese } from '#config/caller-words/zh-cn';
import { allWordLists } from '#shared/all-word-lists';
import { findInTexts } from '#shared/guarded-texts';

const lists = { english: english.trim().split(/\s+/), chinese: chinese.trim().split(/\s+/) };

/** What an agent with a southern accent says: no tones, no curled tongue, no difference between n and l or -n and -ng. */
function sound(word: string): string {
	const syllables: string[] = pinyin(word, { toneType: 'none', type: 'array', v: true });
	return syllables
		.map((syllable) =>
			syllable
				.replace(/^([zcs])h/, '$1')
				.replace(/^l/, 'n')
				.replace(/([aei])ng$/, '$1n'),
		)
		.join(' ');
}

function isOneLetterApart(a: string, b: string): boolean {
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	let end = 0;
	const shorter = Math.min(a.length, b.length) - start;
	while (end < shorter && a.at(-1 - end) === b.at(-1 - end)) end++;
	return Math.max(a.length, b.length) - start - end <= 1;
}

describe('the words of callers', () => {
	for (const [name, words] of Object.entries(lists))
		it(`are enough in ${name}: two different ones make at least 2^20 pairs`, ({ expect }) => {
			expect(new Set(words).size).toBe(words.length);
			expect(words.length * (words.length - 1)).toBeGreaterThanOrEqual(2 ** 20);
		});

	it('are plain English words, none of a recovery phrase and none a letter apart', ({ expect }) => {
		const phrase = new Set(wordlist);
		expect(lists.english.filter((word) => phrase.has(word) || !/^[a-z]{4,11}$/.test(word))).toEqual([]);
		const close = lists.english.flatMap((word, index) =>
			lists.english.slice(index + 1).filter((other) => Math.abs(word.length - other.length) < 2 && isOneLetterApart(word, other)),
		);
		expect(close).toEqual([]);
	});

	it('are Chinese words of two characters, none of which sounds like another', ({ expect }) => {
		expect(lists.chinese.filter((word) => !/^\p{Script=Han}{2}$/u.test(word))).toEqual([]);
		const sounds = new Map<string, string>();
		const alike = lists.chinese.filter((word) => sounds.has(sound(word)) || !sounds.set(sound(word), word));
		expect(alike).toEqual([]);
	});

	it('are never taken for a secret, alone or in pairs, as a person repeats them', ({ expect }) => {
		const found = (text: string) => findInTexts([{ name: 'message', text }], allWordLists).length > 0;
		for (const words of Object.values(lists)) {
			const pairs = words.map((word, index) => [word, words[(index * 617 + 311) % words.length]]);
			expect(words.filter(found)).toEqual([]);
			expect(pairs.filter(([a, b]) => [`${a} ${b}`, `${a}${b}`, `${a}, ${b}`, `“${a} · ${b}”`].some(found))).toEqual([]);
		}
	});
});
