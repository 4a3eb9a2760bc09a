import { describe, expect, test } from 'vitest';

import { ArticleSchema } from '../../src/lib/article-schema.ts';
import { checkTextFacts, checkTopFacts } from '../../src/lib/check/typed-facts.ts';
import { fillAll, fillFacts, showFact, toFacts, unknownFact, type Fact } from '../../src/lib/facts.ts';

function fact(value: Fact['value'], more: Partial<Fact> = {}): Fact {
	return { value, source: 'TD', checked: new Date('2026-11-01'), reviewBy: new Date('2027-05-01'), ...more };
}

const trx = { 'zh-cn': 'TRX', en: 'TRX' };
const address = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
const facts = toFacts([
	[
		'tron',
		{
			'unstake-wait': fact(14, { unit: { 'zh-cn': '天', en: 'days' } }),
			bandwidth: fact(600, { unit: { 'zh-cn': '点带宽', en: 'bandwidth' } }),
			energy: fact(64300),
			expiration: fact(60, { unit: { 'zh-cn': '秒', en: 'seconds' } }),
			burn: fact(13, { display: '13.0', unit: trx }),
			activation: fact(1, { unit: trx }),
			multisig: fact(1, { unit: trx }),
			votes: fact(19),
		},
	],
	['evm', { raise: fact(10, { unit: { 'zh-cn': '%', en: '%' } }) }],
	['solana', { rent: fact(0.00148844), date: fact({ 'zh-cn': '5 月 7 日', en: '7 May' }) }],
	['contracts', { usdt: fact({ 'zh-cn': address, en: address }) }],
]);

describe('a fact on the page', () => {
	test.each([
		['tron.energy', '64,300', '64,300'],
		['tron.unstake-wait', '14 天', '14 days'],
		['tron.bandwidth', '600 点带宽', '600 bandwidth'],
		['tron.burn', '13.0 TRX', '13.0 TRX'],
		['evm.raise', '10%', '10%'],
		['solana.rent', '0.00148844', '0.00148844'],
		['solana.date', '5 月 7 日', '7 May'],
	])('%s is %s in Chinese and %s in English', (id, chinese, english) => {
		expect(fillFacts(`{fact:${id}}`, 'zh-cn', facts)).toBe(chinese);
		expect(fillFacts(`<Fact id="${id}" />`, 'en', facts)).toBe(english);
	});

	test('leaves its unit out when bare', () => {
		expect(showFact(fact(6.4, { unit: trx }), 'en', true)).toBe('6.4');
		expect(fillFacts('{fact:tron.burn bare} or <Fact id="tron.unstake-wait" bare />-day', 'en', facts)).toBe('13.0 or 14-day');
	});

	test('is filled in wherever frontmatter has text, and nowhere else', () => {
		const updated = new Date();
		expect(fillAll({ title: 'Wait {fact:tron.unstake-wait}', aliases: ['{fact:tron.energy}'], updated }, 'en', facts)).toEqual({
			title: 'Wait 14 days',
			aliases: ['64,300'],
			updated,
		});
	});

	test('stays as written where its id is unknown, and the nearest one is named', () => {
		expect(fillFacts('{fact:tron.unstake}', 'en', facts)).toBe('{fact:tron.unstake}');
		expect(unknownFact('tron.unstake-wiat', facts)).toBe(
			'"tron.unstake-wiat" is not a fact; write tron.unstake-wait, or add it to content/facts',
		);
	});

	test('is not counted by its id in the length of a summary', () => {
		const article = {
			title: 'TRX staked',
			summary: `${'x'.repeat(150)}{fact:tron.unstake-wait}`,
			category: 'safety',
			whoCanFix: ['you'],
			aliases: ['aa', 'bb'],
			updated: '2026-11-20',
			reviewBy: '2027-05-20',
		};
		expect(ArticleSchema.safeParse(article).success).toBe(true);
		expect(ArticleSchema.safeParse({ ...article, summary: 'x'.repeat(161) }).success).toBe(false);
	});
});

describe('facts typed as numbers', () => {
	const found = (text: string) => checkTextFacts(text, facts).map(({ message }) => message);

	test.each([
		['It takes 64,300 of them.', '"64,300" is the fact tron.energy; write <Fact id="tron.energy" />'],
		['It takes 64300 of them.', '"64300" is the fact tron.energy; write <Fact id="tron.energy" />'],
		['Wait 14 days.', '"14 days" is the fact tron.unstake-wait; write <Fact id="tron.unstake-wait" />'],
		['等14天，再提取', '"14天" is the fact tron.unstake-wait; write <Fact id="tron.unstake-wait" />'],
		['the 14-day wait', '"14-day" is the fact tron.unstake-wait; write <Fact id="tron.unstake-wait" bare />-day'],
		['burns 13 TRX', '"13 TRX" is the fact tron.burn; write <Fact id="tron.burn" />'],
		['至少高 10%。', '"10%" is the fact evm.raise; write <Fact id="evm.raise" />'],
		[
			'burns 1 TRX',
			'"1 TRX" is the fact tron.activation or tron.multisig; write <Fact id="tron.activation" /> or <Fact id="tron.multisig" />',
		],
		['[wait 14 days](/en/faq/x/)', '"14 days" is the fact tron.unstake-wait; write <Fact id="tron.unstake-wait" />'],
		[`On TRON \`${address}\`.`, `"${address}" is the fact contracts.usdt; write <code><Fact id="contracts.usdt" /></code>`],
		[
			'## Wait 14 days',
			'"14 days" is the fact tron.unstake-wait; write it in the text below, since a heading cannot hold a fact',
		],
	])('%s', (text, message) => {
		expect(found(text)).toEqual([message]);
	});

	test.each([
		'1. Step 14 of 19, in 14 parts and 60 more.',
		'A TRC-10 token, 114 days, 14.5 days, 1,014 days, 14 daisies.',
		'1 TRX = <Fact id="tron.energy" />, 1 TRX 是 1,000,000 sun',
		'about 30 to 60 seconds, 30-60 seconds, 30 到 60 秒',
		'`14 days` and ```\n64300\n``` and {\'14 days\'} and <Callout title="14 days">',
		`[explorer](https://example.com/64300/${address}) https://example.com/?14%20days`,
		'<Fact id="tron.unstake-wait" /> and <code><Fact id="contracts.usdt" /></code>',
	])('raises no false alarm: %s', (text) => {
		expect(found(text)).toEqual([]);
	});

	test('are named in frontmatter with what to write there', () => {
		expect(checkTopFacts('Wait 14 days', facts)).toEqual([
			{ index: 5, message: '"14 days" is the fact tron.unstake-wait; write {fact:tron.unstake-wait}' },
		]);
		expect(checkTopFacts('Wait {fact:tron.unstake-wait}', facts)).toEqual([]);
	});
});

describe('facts in the wrong form', () => {
	test.each([
		['<Fact id="tron.enery" />', '"tron.enery" is not a fact; write tron.energy, or add it to content/facts'],
		['<Fact name="x" />', 'write <Fact id="<group>.<name>" />, or <Fact id="<group>.<name>" bare /> without its unit'],
		['## Wait <Fact id="tron.unstake-wait" />', 'a heading cannot hold a fact; write it in the text below'],
		['{fact:tron.energy}', '{fact:tron.energy} works at the top of the file only; write <Fact id="tron.energy" />'],
	])('%s', (text, message) => {
		expect(checkTextFacts(text, facts)).toEqual([{ index: 0, message }]);
	});

	test('are named at the top of the file as well', () => {
		expect(checkTopFacts('<Fact id="tron.energy" />', facts).map(({ message }) => message)).toEqual([
			'<Fact … /> works in the text only; write {fact:<group>.<name>}',
		]);
		expect(checkTopFacts('{fact:tron.enery}', facts)[0]?.message).toMatch(/^"tron.enery" is not a fact; write tron.energy/);
	});
});
