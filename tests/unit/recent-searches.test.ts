import { generateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { forgetSearch, forgetSearches, recentSearches, rememberSearch } from '../../src/elements/recent-searches.ts';

const kept = new Map<string, string>();

beforeEach(() => {
	kept.clear();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key),
	});
});
afterEach(() => vi.unstubAllGlobals());

async function rememberAll(...queries: string[]): Promise<void> {
	for (const query of queries) await rememberSearch(query);
}

describe('recent searches', () => {
	test('are the last five, the latest first, each once however it is written', async () => {
		await rememberAll('one', 'two', 'three', 'four', 'five', 'six', 'Three?');
		expect(recentSearches()).toEqual(['Three?', 'six', 'five', 'four', 'two']);
	});

	test('keep the words as they were typed, in both languages and with error messages', async () => {
		const queries = ['USDT 没到账怎么办？', 'OUT_OF_ENERGY', 'insufficient funds for gas * price + value'];
		await rememberAll(...queries);
		expect(recentSearches()).toEqual(queries.toReversed());
	});

	test('can be removed one by one and all at once, and leave nothing behind', async () => {
		await rememberAll('one', 'two', 'three');
		forgetSearch('two');
		expect(recentSearches()).toEqual(['three', 'one']);
		forgetSearches();
		expect(recentSearches()).toEqual([]);
		await rememberAll('one');
		forgetSearch('one');
		expect(kept.size).toBe(0);
	});

	test('survive a storage that is full, blocked or holds something else', async () => {
		kept.set('help:searches', '{"a":1}');
		expect(recentSearches()).toEqual([]);
		vi.stubGlobal('localStorage', {
			getItem: () => {
				throw new Error('blocked');
			},
			setItem: () => {
				throw new Error('full');
			},
		});
		await rememberAll('one');
		expect(recentSearches()).toEqual([]);
	});
});

describe('never kept', () => {
	test.for([
		['a phrase in English', generateMnemonic(english)],
		['a phrase in Chinese', generateMnemonic(chinese)],
		['the beginning of a phrase', 'zoo zone zero youth young'],
		['a phrase without spaces', generateMnemonic(chinese).replaceAll(' ', '')],
		['a key', `K${'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.repeat(2).slice(5, 56)}`],
		['a hash', 'a1b2c3d4'.repeat(8)],
		['an address in a sentence', 'sent to 0xdAC17F958D2ee523a2206206994597C13D831ec7 by mistake'],
		['a mail address', 'reset ada@example.com'],
		['a phone number', 'call 138 0013 8000'],
		['nothing but punctuation', '?!'],
	])('%s', async ([, query = '']) => {
		await rememberSearch(query);
		expect([...kept]).toEqual([]);
	});

	test('anything at all when the word lists are out of reach', async () => {
		vi.resetModules();
		vi.doMock('#shared/word-lists', () => {
			throw new Error('offline');
		});
		const fresh = await import('../../src/elements/recent-searches.ts');
		await fresh.rememberSearch('one');
		expect([...kept]).toEqual([]);
		vi.doUnmock('#shared/word-lists');
	});
});
