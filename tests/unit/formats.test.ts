import { describe, it } from 'vitest';

import { isAddress } from '#shared/addresses';
import { explorerUrl, findHash, isHashOrKey } from '#shared/formats';
import { isTimezone } from '#shared/timezone';

const hex = 'ab12'.repeat(16);
const base58 = '5'.repeat(88);

describe('transaction hashes', () => {
	it('are found bare, with 0x and inside explorer links', ({ expect }) => {
		expect(findHash(hex)).toBe(hex);
		expect(findHash(`see https://etherscan.io/tx/0x${hex}?tab=logs`)).toBe(`0x${hex}`);
		expect(findHash(`https://solscan.io/tx/${base58}`)).toBe(base58);
	});

	it('are not cut out of longer strings', ({ expect }) => {
		expect(findHash(`${hex}ab`)).toBeNull();
		expect(findHash('no hash here')).toBeNull();
	});

	it('look like keys when they stand alone', ({ expect }) => {
		expect([hex, ` 0x${hex} `, base58].every(isHashOrKey)).toBe(true);
		expect([`tx ${hex}`, hex.slice(1), 'usdt'].some(isHashOrKey)).toBe(false);
	});

	it('lead to the explorer of their chain, or of the one their shape suggests', ({ expect }) => {
		expect(explorerUrl(hex, 'bitcoin')).toBe(`https://mempool.space/tx/${hex}`);
		expect(explorerUrl(hex)).toBe(`https://tronscan.org/#/transaction/${hex}`);
		expect(explorerUrl(`0x${hex}`)).toBe(`https://etherscan.io/tx/0x${hex}`);
		expect(explorerUrl(base58)).toBe(`https://solscan.io/tx/${base58}`);
		expect(explorerUrl(hex, 'other')).toBeNull();
		expect(explorerUrl('none', 'tron')).toBeNull();
	});
});

describe('addresses', () => {
	it('are known by their shape on every chain we help with', ({ expect }) => {
		const addresses = [
			`0x${'a'.repeat(40)}`,
			`T${'A'.repeat(33)}`,
			`1${'A'.repeat(33)}`,
			`bc1q${'a'.repeat(38)}`,
			'A'.repeat(44),
		];
		expect(addresses.every(isAddress)).toBe(true);
		expect(['', 'hello', `0x${'a'.repeat(39)}`].some(isAddress)).toBe(false);
	});
});

describe('time zones', () => {
	it('are those that the runtime knows', ({ expect }) => {
		expect(['Asia/Shanghai', 'UTC'].every(isTimezone)).toBe(true);
		expect(['Mars/Olympus', ''].some(isTimezone)).toBe(false);
	});
});
