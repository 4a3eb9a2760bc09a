import { describe, expect, test } from 'vitest';

import { cutFromTexts, findInTexts } from '#shared/guarded-texts';
import { wordLists } from '#shared/word-lists';

import { hashOrKey, phrases, walletKey } from '../fixtures/phrases.ts';

const words = phrases.English.split(' ');
const form = (fields: Record<string, string>) => Object.entries(fields).map(([name, text]) => ({ name, text }));
const found = (fields: Record<string, string>) =>
	findInTexts(form(fields), wordLists).map(({ name, isDetected, isSplit }) => ({ name, isDetected, isSplit }));
const cut = (fields: Record<string, string>) => cutFromTexts(form(fields), wordLists);

describe('the texts of a form', () => {
	test('are looked at one by one', () => {
		expect(found({ name: 'Ada', message: `it is ${walletKey}`, note: phrases.Chinese })).toEqual([
			{ name: 'message', isDetected: true, isSplit: false },
			{ name: 'note', isDetected: true, isSplit: false },
		]);
	});

	test('are looked at together', () => {
		const split = { message: words.slice(0, 5).join(' '), name: 'Ada', device: words.slice(5).join(' ') };
		expect(found(split)).toEqual([
			{ name: 'message', isDetected: true, isSplit: true },
			{ name: 'device', isDetected: true, isSplit: true },
		]);
		expect(cut(split)).toEqual(['', 'Ada', '']);
	});

	test('may hold a hash where one is asked for, and are asked about elsewhere', () => {
		expect(found({ txHash: hashOrKey, message: 'It has not arrived.' })).toEqual([]);
		expect(found({ txHash: hashOrKey, message: hashOrKey })).toEqual([{ name: 'message', isDetected: false, isSplit: false }]);
		expect(found({ txHash: phrases.English })).toEqual([{ name: 'txHash', isDetected: true, isSplit: false }]);
	});

	test('lose what was detected, and keep what is only suspected and all else', () => {
		const message = `It began on Monday.\n${phrases.English}\nThen I saw ${hashOrKey} there.`;
		const [left] = cut({ message, name: 'Ada' });
		expect(left).toMatch(/^It began on Monday\.\s+Then I saw /);
		expect(left).toContain(hashOrKey);
	});

	test('that still hold a secret when one has been cut out come back empty', () => {
		const nested = [...words.slice(0, 6), walletKey, ...words.slice(6)].join(' ');
		const [left = ''] = cut({ message: nested, name: 'Ada' });
		expect(words.filter((word) => left.includes(word)).length).toBeLessThan(4);
	});
});
