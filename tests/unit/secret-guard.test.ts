import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { findSecret } from '#shared/secret-guard';
import { wordLists } from '#shared/word-lists';

/** Entropy of 12, 15, 18, 21 or 24 words. Phrases are made fresh from it; none is anybody's. */
const entropy = fc.constantFrom(16, 20, 24, 28, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
const separator = fc.constantFrom(' ', '  ', ', ', '\n', '\t', ' | ', '；');

describe('the first secret guard', () => {
	test('finds every English phrase, however it is separated, numbered or written', () => {
		fc.assert(
			fc.property(entropy, separator, fc.boolean(), fc.boolean(), (bytes, between, isNumbered, isUpper) => {
				const words = entropyToMnemonic(bytes, english).split(' ');
				const text = words.map((word, index) => (isNumbered ? `${index + 1}. ${word}` : word)).join(between);
				expect(findSecret(isUpper ? text.toUpperCase() : text, wordLists)?.kind).toBe('phrase');
			}),
		);
	});

	test('finds Chinese phrases whose characters stand alone, in both scripts', () => {
		fc.assert(
			fc.property(entropy, separator, fc.constantFrom(simplified, traditional), (bytes, between, list) => {
				const text = entropyToMnemonic(bytes, list).split(' ').join(between);
				expect(findSecret(text, wordLists)?.kind).toBe('phrase');
			}),
		);
	});

	test('says where the secret stands, past full-width letters and invisible characters', () => {
		const words = entropyToMnemonic(new Uint8Array(16).fill(7), english).split(' ');
		const hidden = words.map((word) => `${word.slice(0, 1)}\u200b${word.slice(1)}`).join(' ');
		const wide = hidden.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
		const span = findSecret(`Well? ${wide} ???`, wordLists);
		expect(span).toEqual({ kind: 'phrase', start: 6, end: 6 + wide.length });
	});

	test('finds private keys in wallet import and extended format', () => {
		const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.repeat(2);
		expect(findSecret(`my key is K${base58.slice(5, 56)} ok`, wordLists)?.kind).toBe('key');
		expect(findSecret(`5${base58.slice(2, 52)}`, wordLists)?.kind).toBe('key');
		expect(findSecret(`xprv${base58.slice(0, 107)}`, wordLists)?.kind).toBe('key');
	});

	test('lets five list words pass, and six with an ordinary word between', () => {
		const words = entropyToMnemonic(new Uint8Array(16).fill(3), english).split(' ');
		expect(findSecret(words.slice(0, 5).join(' '), wordLists)).toBeNull();
		expect(findSecret([...words.slice(0, 5), 'the', ...words.slice(5, 10)].join(' '), wordLists)).toBeNull();
	});

	test.each([
		'我的助记词丢了，钱包里的币还能找回来吗？昨天转了一笔没到账',
		'0xdAC17F958D2ee523a2206206994597C13D831ec7',
		'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
		'9f2c5c1f0c7d1c2b7f3a4b5c6d7e8f90112233445566778899aabbccddeeff00',
		'insufficient funds for gas * price + value',
	])('lets %s pass', (text) => {
		expect(findSecret(text, wordLists)).toBeNull();
	});

	test('lets prose pass: every Chinese paragraph of the articles, and 99.5 % of the English ones', () => {
		const paragraphs = (locale: string) =>
			readdirSync(`content/articles/${locale}`, { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.mdx'))
				.flatMap((name) => readFileSync(`content/articles/${locale}/${name}`, 'utf8').split('\n'))
				.filter((line) => line.trim() !== '');
		const stopped = (lines: string[]) => lines.filter((line) => findSecret(line, wordLists) !== null);
		expect(stopped(paragraphs('zh-cn'))).toEqual([]);
		const english = paragraphs('en');
		expect(stopped(english).length / english.length).toBeLessThan(0.005);
	});

	test('does not join the end of one sentence to the start of the next', () => {
		expect(findSecret('It needs the address and nothing else. Close any page that wants more.', wordLists)).toBeNull();
	});
});
