import { sha512 } from '@noble/hashes/sha2.js';
import { base58 } from '@scure/base';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { allWordLists } from '#shared/all-word-lists';
import { isElectrum } from '#shared/guard/checksum';
import { cutSecrets, findSecret, findSecrets, findSplitSecret, noLists } from '#shared/secret-guard';
import { wordLists } from '#shared/word-lists';

import { makePair, makeWif } from '../fixtures/secrets/keys.ts';
import { makeRandom } from '../fixtures/secrets/random.ts';

/** Entropy of 12, 15, 18, 21 or 24 words. Phrases are made fresh from it; none is anybody's. */
const entropy = fc.constantFrom(16, 20, 24, 28, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
const separator = fc.constantFrom(' ', '  ', ', ', '\n', '\t', ' | ', '；');

const hash = '9f2c5c1f0c7d1c2b7f3a4b5c6d7e8f90112233445566778899aabbccddeeff00';

describe('the secret guard', () => {
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
				// Small numbers are common characters, and with nothing but those a phrase is no different from prose.
				const even = sha512(bytes).subarray(0, bytes.length);
				const text = entropyToMnemonic(even, list).split(' ').join(between);
				expect(findSecret(text, wordLists)?.kind).toBe('phrase');
			}),
		);
	});

	test('finds the Chinese phrase of test vectors, which is almost only one character', () => {
		const words = entropyToMnemonic(new Uint8Array(16), simplified).split(' ');
		expect(findSecret(words.join(' '), wordLists)?.certainty).toBe('detected');
		expect(findSecret(words.join(''), wordLists)?.certainty).toBe('detected');
	});

	test('says where the secret stands, past full-width letters and invisible characters', () => {
		const words = entropyToMnemonic(new Uint8Array(16).fill(7), english).split(' ');
		const hidden = words.map((word) => `${word.slice(0, 1)}\u200b${word.slice(1)}`).join(' ');
		const wide = hidden.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
		const span = findSecret(`Well? ${wide} ???`, wordLists);
		expect(span).toEqual({ kind: 'phrase', certainty: 'detected', start: 6, end: 6 + wide.length });
	});

	test('suspects private keys in wallet import and extended format whose checksum is wrong', () => {
		const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.repeat(2);
		expect(findSecret(`my key is K${letters.slice(5, 56)} ok`, wordLists)?.kind).toBe('key');
		expect(findSecret(`xprv${letters.slice(0, 107)}`, wordLists)?.certainty).toBe('suspected');
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
		'insufficient funds for gas * price + value',
	])('lets %s pass', (text) => {
		expect(findSecret(text, wordLists)).toBeNull();
	});

	test('does not join the end of one sentence to the start of the next', () => {
		expect(findSecret('It needs the address and nothing else. Close any page that wants more.', wordLists)).toBeNull();
	});

	test.each([
		['a private key by its name', `private key: ${hash}`, undefined, 'detected'],
		['a string of 64 digits that nothing explains', hash, undefined, 'suspected'],
		['a hash by its name', `交易哈希：0x${hash}`, undefined, undefined],
		['a hash in a link', `https://etherscan.io/tx/0x${hash}`, undefined, undefined],
		['a hash in the field for hashes', hash, 'txHash', undefined],
		['a private key by its name in the field for hashes', `私钥 ${hash}`, 'txHash', 'detected'],
		['an address of 64 digits in the field for addresses', `0x${hash}`, 'address', undefined],
		['a hash behind a sentence about keys', `I never showed my private key to anyone. Look at ${hash}`, undefined, 'suspected'],
	] as const)('tells %s from others', (_, text, field, certainty) => {
		expect(findSecret(text, wordLists, { field })?.certainty).toBe(certainty);
	});

	// Published with Electrum's own tests, so nobody's.
	test.each([
		'wild father tree among universe such mobile favorite target dynamic credit identify',
		'cram swing cover prefer miss modify ritual silly deliver chunk behind inform able',
	])('knows the checksum of Electrum: %s', (phrase) => {
		expect(isElectrum(phrase.split(' '), allWordLists)).toBe(true);
		expect(isElectrum(phrase.split(' ').toReversed(), allWordLists)).toBe(false);
	});

	test('knows a Solana key by its public half, so that a signature passes', () => {
		const random = makeRandom('Solana');
		expect(findSecret(base58.encode(makePair(random)), allWordLists)?.certainty).toBe('detected');
		expect(findSecret(base58.encode(random.bytes(64)), allWordLists)).toBeNull();
		expect(findSecret(base58.encode(random.bytes(64)), wordLists)?.certainty).toBe('suspected');
	});

	test('finds keys without any list', () => {
		expect(findSecret(makeWif(makeRandom('WIF')), noLists)?.certainty).toBe('detected');
	});

	test('finds a phrase over several fields, and says which part stands in which', () => {
		const words = phraseOf(5);
		const texts = ['Ann', `It is ${words.slice(0, 6).join(' ')}`, 'ann@example.com', words.slice(6).join('\n')];
		const parts = findSplitSecret(texts, wordLists).map(({ index, span }) => [index, texts[index]?.slice(span.start, span.end)]);
		expect(parts).toEqual([
			[1, words.slice(0, 6).join(' ')],
			[3, words.slice(6).join('\n')],
		]);
		expect(findSplitSecret(['Ann', 'My coins are gone', 'ann@example.com', 'swap'], wordLists)).toEqual([]);
	});

	test('finds a key over two fields', () => {
		const key = makeWif(makeRandom('halves'));
		expect(findSplitSecret([key.slice(0, 30), 'ann@example.com', key.slice(30)], wordLists)).toHaveLength(2);
	});
});

describe('cutting secrets out', () => {
	const words = phraseOf(9);
	const phrase = words.join(' ');

	test.each([
		['a sentence', `My wallet is empty: ${phrase}. What now?`, 'My wallet is empty: . What now?'],
		[
			'numbered lines',
			`Hello\n${words.map((word, index) => `${index + 1}. ${word}`).join('\n')}\nPlease help`,
			'Hello\n\nPlease help',
		],
		['quotes', `it says “${phrase}” here`, 'it says here'],
		['a file', `{"name":"main","mnemonic":"${phrase}","path":"m"}`, '{"name":"main","mnemonic":"","path":"m"}'],
		['a setting', `A=1\nMNEMONIC="${phrase}"\nB=2`, 'A=1\nMNEMONIC=""\nB=2'],
		['a list in JSON', `before ${JSON.stringify(words)} after`, 'before after'],
	])('takes it out of %s and keeps the rest', (_, text, rest) => {
		expect(cutSecrets(text, findSecrets(text, wordLists))).toBe(rest);
	});

	test('leaves no two words of a phrase behind, and all that stood around it', () => {
		fc.assert(
			fc.property(entropy, separator, fc.constantFrom('', '我的钱包：', 'Sir! '), (bytes, between, before) => {
				const secret = entropyToMnemonic(bytes, english).split(' ');
				const text = `${before}${secret.join(between)}\n— 谢谢您`;
				const left = cutSecrets(text, findSecrets(text, wordLists));
				expect(left.startsWith(before.trim()) && left.endsWith('— 谢谢您')).toBe(true);
				expect(left.match(/[a-z]{3,}/g) ?? []).toEqual([]);
			}),
		);
	});
});

describe('any text at all', () => {
	const part = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
		fc.constantFrom(
			phraseOf(1).join(' '),
			hash,
			'{"ciphertext":"',
			'[1,2',
			'-----BEGIN PRIVATE KEY-----',
			'助记词：',
			'\u0000',
			'\ud800',
		),
	);

	test('never throws, and answers ranges within the text, in order and apart', () => {
		fc.assert(
			fc.property(
				fc.array(part).map((parts) => parts.join('')),
				(text) => {
					let end = 0;
					for (const span of findSecrets(text, allWordLists)) {
						expect(span.start).toBeGreaterThanOrEqual(end);
						expect(span.end).toBeGreaterThan(span.start);
						end = span.end;
					}
					expect(end).toBeLessThanOrEqual(text.length);
					expect(cutSecrets(text, findSecrets(text, allWordLists)).length).toBeLessThanOrEqual(text.length);
				},
			),
		);
	});

	test('is read across any fields', () => {
		fc.assert(
			fc.property(fc.array(part), (texts) => {
				for (const { index, span } of findSplitSecret(texts, allWordLists))
					expect(texts[index]?.slice(span.start, span.end).length).toBe(span.end - span.start);
			}),
		);
	});
});

function phraseOf(byte: number): string[] {
	return entropyToMnemonic(sha512(Uint8Array.of(byte)).subarray(0, 16), english).split(' ');
}
