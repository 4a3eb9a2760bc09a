import { pathToFileURL } from 'node:url';

import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';

import type { Glossary } from '../../src/lib/glossary.ts';
import { explainTerms, split, toMatcher } from '../../src/lib/term-plugin.ts';

const both = (text: string) => ({ 'zh-cn': text, en: text });
const glossary: Glossary = {
	gas: { term: { 'zh-cn': 'gas', en: 'gas' }, everyday: both('…'), explain: both('…') },
	'gas-limit': { term: { 'zh-cn': 'gas 上限', en: 'gas limit' }, everyday: both('…'), explain: both('…') },
	phrase: {
		term: { 'zh-cn': '助记词', en: 'recovery phrase' },
		also: { en: ['recovery phrases'] },
		everyday: both('…'),
		explain: both('…'),
	},
};

/** What becomes a term, as `id:form`. */
function terms(text: string, locale: 'zh-cn' | 'en', seen = new Set<string>()): string[] {
	return split(text, toMatcher(glossary, locale), seen).flatMap((node) =>
		node.type === 'mdxJsxTextElement'
			? [`${String(node.attributes[0] && 'value' in node.attributes[0] && node.attributes[0].value)}:${plain(node.children)}`]
			: [],
	);
}

function plain(children: readonly { type: string; value?: unknown }[]): string {
	return children.map(({ value }) => String(value)).join('');
}

describe('terms in a text', () => {
	test('are found in Chinese without word boundaries, and in English as whole words in any case', () => {
		expect(terms('你的助记词只抄在纸上', 'zh-cn')).toEqual(['phrase:助记词']);
		expect(terms('Recovery phrases open wallets; gasoline does not.', 'en')).toEqual(['phrase:Recovery phrases']);
	});

	test('take the longest form, so that a gas limit is not gas', () => {
		expect(terms('Raise the gas limit, not the gas.', 'en')).toEqual(['gas-limit:gas limit', 'gas:gas']);
	});

	test('are explained once', () => {
		const seen = new Set<string>();
		expect(terms('gas', 'en', seen)).toEqual(['gas:gas']);
		expect(terms('more gas', 'en', seen)).toEqual([]);
	});

	test('leave every other character as it was', () => {
		const nodes = split('A recovery phrase, and gas.', toMatcher(glossary, 'en'), new Set());
		const text = nodes
			.map((node) => (node.type === 'text' ? node.value : 'children' in node ? plain(node.children) : ''))
			.join('');
		expect(text).toBe('A recovery phrase, and gas.');
	});
});

describe('an article', () => {
	const count = async (mdx: string) => {
		const fileURL = pathToFileURL('/site/content/articles/en/faq/x.mdx');
		const { code } = await mdxToJs(mdx, { fileURL, mdastPlugins: [explainTerms('tests/fixtures/content')] });
		return code.match(/id: ?"recovery-phrase"/g)?.length ?? 0;
	};

	test('opens the explanation at the first appearance only', async () => {
		expect(await count('A recovery phrase.\n\nThe recovery phrase again.')).toBe(1);
	});

	test('leaves headings, links, code and what is folded away alone, and explains the next appearance', async () => {
		const untouched = '## The recovery phrase\n\nSee [the recovery phrase](/en/x/) and `recovery phrase`.';
		expect(await count(untouched)).toBe(0);
		expect(await count(`${untouched}\n\n<Diagram name="x">\n\nrecovery phrase\n\n</Diagram>`)).toBe(0);
		expect(await count(`${untouched}\n\n**recovery phrase**`)).toBe(1);
	});
});
