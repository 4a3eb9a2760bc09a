import type { Locale } from '../../config/locales.ts';
import { atBlock, type Block } from './blocks.ts';
import type { Rule } from './index.ts';
import { lengthOf, sentencesOf } from './sentences.ts';
import { atField } from './source.ts';

/** Characters of Chinese, words of English. Writers aim lower; these are the lengths that nobody would defend. */
const limits = {
	'zh-cn': { article: { least: 250, most: 1500 }, sentence: 60, unit: 'characters' },
	en: { article: { least: 150, most: 1000 }, sentence: 35, unit: 'words' },
} satisfies Record<Locale, Limits>;
const repeated = {
	en: /(?<![\w’'-])(?!(?:had|that)\s)([a-z]{2,}|a)\s+\1(?![\w’'-])/gi,
	// Only what never stands twice in a row: 看看, 一个一个, 动不了了, 一把把钥匙 are right.
	'zh-cn': /([的是和与被让就也]|我们|你们|他们|可以|如果|因为|所以|但是|没有|已经|需要|就是|还是|或者)\1/g,
} satisfies Record<Locale, RegExp>;

/** An article is read in one go: neither a line nor a book. Drafts may be short. */
export const checkLength: Rule = (source) => {
	const { article, unit } = limits[source.locale];
	if (!source.data || source.data.draft) return [];
	const length = bodyOf(source.blocks).reduce((sum, { text }) => sum + lengthOf(text), 0);
	if (length < article.least)
		return [atField(source, [], `${length} ${unit} hardly help; say how to tell the case, what to do and when to write to us`)];
	if (length <= article.most) return [];
	return [
		atField(source, [], `${length} ${unit} are too many for someone in trouble; split it in two, or cut it to ${article.most}`),
	];
};

/** Sentences that lose their reader. */
export const checkSentences: Rule = (source) => {
	const { sentence: limit, unit } = limits[source.locale];
	return readable(source.blocks).flatMap((block) => {
		if (block.text.length <= limit || lengthOf(block.text) <= limit) return [];
		return sentencesOf(block.text, source.locale).flatMap(({ start, text }) => {
			const length = lengthOf(text);
			if (length <= limit) return [];
			const message = `${length} ${unit} in one sentence; make two of it: "${beginningOf(text)}…"`;
			return [atBlock(source, block, start, message)];
		});
	});
};

/** Words that slipped in twice. */
export const checkRepetitions: Rule = (source) =>
	readable(source.blocks).flatMap((block) =>
		(block.text.search(repeated[source.locale]) < 0 ? [] : [...block.text.matchAll(repeated[source.locale])]).map(
			({ 0: twice, 1: once, index }) => atBlock(source, block, index, `write "${once}" once for "${twice.replace(/\s+/, ' ')}"`),
		),
	);

function bodyOf(blocks: readonly Block[]): Block[] {
	return blocks.filter(({ kind }) => kind !== 'title' && kind !== 'summary' && kind !== 'alias');
}

function readable(blocks: readonly Block[]): Block[] {
	return blocks.filter(({ kind }) => kind !== 'alias');
}

function beginningOf(text: string): string {
	const trimmed = text.trim().replaceAll('\n', ' ');
	return /^[\x20-\x7e]/.test(trimmed) ? trimmed.split(' ').slice(0, 6).join(' ') : trimmed.slice(0, 15);
}

interface Limits {
	article: { least: number; most: number };
	sentence: number;
	unit: string;
}
