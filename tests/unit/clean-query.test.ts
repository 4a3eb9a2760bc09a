import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cleanQuery, normaliseQuery } from '#shared/clean-query';
import { wordLists } from '#shared/word-lists';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const base64 = `${base58}0OIl-_`;
const entropy = fc.constantFrom(16, 20, 24, 28, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));

const around = ['', '钱包', '打不开 ', 'help me ', '我的地址是：', 'tx:', '"'];
const context = fc.record({
	before: fc.constantFrom(...around),
	after: fc.constantFrom('', ' 没到账', '，怎么办', ' please', '"', '）'),
});

function clean(text: string): string | undefined {
	return cleanQuery(text, wordLists);
}

function string(alphabet: string, min: number, max = min): fc.Arbitrary<string> {
	return fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength: min, maxLength: max });
}

/** What is left of a text with a secret in it and was not there without the secret. */
function leftOf(before: string, secret: string, after: string): string[] {
	const allowed = new Set(normaliseQuery(`${before} ${after}`).split(' '));
	return (clean(`${before}${secret}${after}`)?.split(' ') ?? []).filter((word) => !allowed.has(word));
}

const hex = '0123456789abcdef';
const hash = string(hex, 64);
const digits = fc.integer({ min: 7, max: 15 }).chain((count) => string('0123456789', count));
const groupedDigits = fc
	.tuple(digits, fc.constantFrom('', ' ', '-', '.', ') ', '/', ' - '), fc.integer({ min: 1, max: 4 }))
	.map(([number, between, size]) => `+${number.match(new RegExp(`.{1,${size}}`, 'g'))?.join(between) ?? ''}`);
const shortened = fc
	.tuple(string(hex, 2, 8), fc.constantFrom('...', '…', '****', '··'), string(hex, 4))
	.map(([start, between, end]) => `0x${start}${between}${end}`);

const secrets: Record<string, fc.Arbitrary<string>> = {
	'a private key': fc.oneof(
		fc.tuple(fc.constantFrom('5', 'K', 'L'), string(base58, 50, 51)).map((parts) => parts.join('')),
		string(base58, 107).map((rest) => `xprv${rest}`),
		hash,
	),
	'a transaction hash': fc.oneof(
		hash.map((text) => `0x${text.toUpperCase()}`),
		hash.map((text) => text.match(/.{4}/g)?.join(' ') ?? ''),
		string(base58, 86, 88),
	),
	'an address': fc.oneof(
		string(hex, 40).map((rest) => `0x${rest}`),
		string(base58, 33).map((rest) => `T${rest}`),
		string(bech32, 38, 58).map((rest) => `bc1q${rest}`),
		string(base58, 32, 44),
		string(base64, 47).map((rest) => `0${rest}`),
	),
	'an address with its middle left out': shortened,
	'a mail address': fc.oneof(
		fc.emailAddress(),
		fc.emailAddress().map((address) => address.replace('@', ' @ ')),
	),
	'the handle of a chat account': string('abcxyz_019', 3, 20).map((name) => `@${name}`),
	'a phone number, however it is grouped': groupedDigits,
	'a phone number in Chinese': digits.map((number) =>
		Array.from(number, (digit) => '零一二三四五六七八九'[Number(digit)]).join(''),
	),
	'a link': fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.domain()),
	'an address on the internet': fc.oneof(
		fc.ipV4(),
		fc.ipV6().filter((address) => /\d/.test(address)),
	),
};

describe('of a failed search nothing is told that is', () => {
	test('a recovery phrase, however it is separated', () => {
		const separator = fc.constantFrom(' ', ', ', '\n', ' | ', '；', '\u200b ', ' 1. ');
		fc.assert(
			fc.property(
				context,
				entropy,
				separator,
				fc.constantFrom(english, simplified, traditional),
				({ before, after }, bytes, by, list) => {
					expect(clean(`${before} ${entropyToMnemonic(bytes, list).split(' ').join(by)}${after}`)).toBeUndefined();
				},
			),
		);
	});

	test('a recovery phrase that is still being typed, from its fourth word on', () => {
		fc.assert(
			fc.property(entropy, fc.integer({ min: 4, max: 11 }), fc.constantFrom(english, simplified), (bytes, count, list) => {
				const words = entropyToMnemonic(bytes, list).split(' ').slice(0, count);
				expect(clean(words.join(' '))).toBeUndefined();
				expect(clean(words.join(' ').toUpperCase())).toBeUndefined();
			}),
		);
	});

	test('a Chinese recovery phrase written without spaces', () => {
		fc.assert(
			fc.property(entropy, fc.constantFrom(simplified, traditional), (bytes, list) => {
				const phrase = entropyToMnemonic(bytes, list).replaceAll(' ', '');
				expect([clean(phrase), clean(`助记词：${phrase}`)]).toEqual([undefined, undefined]);
			}),
		);
	});

	test.each(Object.entries(secrets))('%s', (_name, secret) => {
		fc.assert(
			fc.property(context, secret, ({ before, after }, text) => {
				expect(leftOf(before, text, after)).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});

	test.each([
		['写到 ada[at]example.com 收不到验证码', '写到 收不到验证码'],
		['收不到验证码 张三＠example.com', '收不到验证码'],
		['打 １３８００１３８０００ 没人接', '打 没人接'],
		['打 138****8000 没人接', '打 没人接'],
		['转给 vitalik.eth 没到账', '转给 没到账'],
		['code 483920 not accepted', 'code not accepted'],
	])('what %s holds', (typed, kept) => {
		expect(clean(typed)).toBe(kept);
	});
});

describe('of a failed search there remains', () => {
	test.each([
		['  USDT没到账？？ ', 'usdt 没到账'],
		['ＵＳＤＴ 没到账', 'usdt 没到账'],
		['Can’t  unlock\tthe App!', "can't unlock the app"],
		['execution reverted: TRANSFER_FROM_FAILED', 'execution reverted transfer from failed'],
		['UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT', 'uniswapv2 insufficient output amount'],
		['ERC20InsufficientAllowance', 'erc20insufficientallowance'],
		['max fee per gas less than block base fee (EIP-1559)', 'max fee per gas less than block base fee eip 1559'],
		['error -32000 trc20', 'error 32000 trc20'],
		['转账失败...怎么办', '转账失败 怎么办'],
		['2FA 收不到', '2fa 收不到'],
	])('what %s means', (typed, kept) => {
		expect(clean(typed)).toBe(kept);
	});

	test('nothing, where no words are', () => {
		for (const text of ['', '?!', '404', 'a', '😀😀', '0xdAC17F958D2ee523a2206206994597C13D831ec7', 'x'.repeat(1001)])
			expect(clean(text)).toBeUndefined();
	});

	test('at most a hundred characters, whole words where there are any', () => {
		expect(clean('wallets '.repeat(40))).toBe('wallets '.repeat(12).trim());
		expect(clean('钱包怎么'.repeat(40))).toHaveLength(100);
	});

	test('the same when it is cleaned again', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(...'0x12ab 12 34 5 a@b.c ... wallet 钱包 zoo zone 一二三 ab cd ef’ @ : / 9f2c'.split(' ')),
			fc.constantFrom(...english),
			fc.webUrl(),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(' ', '', ', '), (pieces, between) => {
				const once = clean(pieces.join(between));
				expect(once && clean(once)).toBe(once);
			}),
			{ numRuns: 2000 },
		);
	});
});
