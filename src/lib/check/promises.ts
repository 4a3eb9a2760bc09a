import { z } from 'astro/zod';

import { localeIds, type Locale } from '../../config/locales.ts';
import { atBlock, type Block } from './blocks.ts';
import { readDataFile } from './data-file.ts';
import type { Rule } from './index.ts';
import { isQuoted, sentencesOf, type Sentence } from './sentences.ts';
import type { ContentFolder, ContentMistake } from './source.ts';

const partName = /^[a-z-]+$/;
const text = z.string('write the text').min(1, 'write the text');
const words = z.strictObject({ 'zh-cn': z.array(text).optional(), en: z.array(text).optional() });

/** content/promises.yml */
const PromisesSchema = z
	.strictObject({
		/** Parts that patterns name in braces. */
		patterns: z
			.record(z.string().regex(partName, 'name it in a-z and hyphens'), z.strictObject({ 'zh-cn': text, en: text }))
			.default({}),
		/** Words that make any of them harmless when they stand in the same sentence. */
		unless: words.default({}),
		promises: z.array(
			z.strictObject({
				promise: text,
				pattern: words,
				/** Words that make this one true. */
				unless: words.default({}),
				write: z.strictObject({ 'zh-cn': text, en: text }, 'write the remedy in each language: { zh-cn: …, en: … }'),
			}),
		),
	})
	.check(({ value, issues }) => {
		for (const [index, { pattern }] of value.promises.entries())
			for (const locale of localeIds)
				for (const [place, source] of (pattern[locale] ?? []).entries()) {
					const message = faultOf(fillParts(source, value.patterns, locale));
					if (message)
						issues.push({ code: 'custom', input: source, path: ['promises', index, 'pattern', locale, place], message });
				}
	});

const denials = {
	en: /\b(?:not|no|never|nobody|no one|none|neither|nor|cannot|without|nothing|isn['’]t|won['’]t|refuse)\b|n['’]t\b/i,
	'zh-cn': /不(?!用|管|论|久|过|仅|但|只|光|错)|没|无法|无人|别(?!人|的)|勿|谁也|绝无|拒绝/,
} satisfies Record<Locale, RegExp>;
/** "Don't worry, we will" denies nothing. */
const comfort =
	/don['’]t (?:worry|panic)|do not worry|no (?:problem|worries|matter)|not only|别担心|别着急|别慌|没关系|没问题|不要紧|不要担心|不用担心/gi;
const ourselves = /\b(?:we|support|our)\b|我们|客服/i;
/** What a denial does not reach beyond. A comma within a list ("cannot reset, restore or reverse") is not one. */
const clauseEnd = {
	en: /,\s+(?=(?:(?:and|so|then|yet) )*(?:we|you|they|it|he|she|support|our)\b)|[:—()]|\b(?:but|however)\b/i,
	'zh-cn': /[，：—（）]|但|不过|可是/,
} satisfies Record<Locale, RegExp>;

/** Reads the promises that no article may make. */
export function readPromises(folder: ContentFolder): { promises: Promises; mistakes: ContentMistake[] } {
	const { data, mistakes } = readDataFile(folder, 'content/promises.yml', PromisesSchema);
	const promises = new Map(
		localeIds.map((locale) => {
			const all = (data?.promises ?? []).map(({ promise, pattern, unless, write }): Promised => {
				const said = toPattern((pattern[locale] ?? []).map((source) => fillParts(source, data?.patterns ?? {}, locale)));
				const pass = toPattern([...(data?.unless[locale] ?? []), ...(unless[locale] ?? [])]);
				return { promise, said: new RegExp(said, 'gi'), pass, write: write[locale] };
			});
			return [locale, { any: toPattern(all.map(({ said }) => said.source)), all }] as const;
		}),
	);
	return { promises, mistakes };
}

/** Promises that nobody can keep. Titles and aliases are users' words. */
export const checkPromises: Rule = (source, { promises }) => {
	const known = promises.get(source.locale);
	if (!known) return [];
	return source.blocks.flatMap((block) => {
		if (block.kind === 'title' || block.kind === 'alias' || !known.any.test(block.text)) return [];
		return sentencesOf(block.text, source.locale).flatMap((sentence) =>
			known.all.flatMap((promised) => {
				const found = isQuestion(sentence.text) ? undefined : find(promised, sentence, block, source.locale);
				if (!found) return [];
				const message = `"${found[0].trim()}" promises ${promised.promise}; write: ${promised.write}`;
				return [atBlock(source, block, sentence.start + found.index, message)];
			}),
		);
	});
};

function isQuestion(sentence: string): boolean {
	return /[?？]["”’」）)]*\s*$/.test(sentence);
}

/** Where a sentence makes the promise: not denied, not quoted, not said of others. */
function find({ said, pass }: Promised, { start, text }: Sentence, block: Block, locale: Locale): RegExpExecArray | undefined {
	if (pass.test(text)) return undefined;
	return [...text.matchAll(said)].find(({ 0: words, index }) => {
		if (isQuoted(block.text, start + index, start + index + words.length)) return false;
		// A fragment of a list says only together with what stands above whether it is meant.
		const around = block.kind === 'cell' || !ourselves.test(words) ? (block.around ?? '') : '';
		return !isDenied(text, index, index + words.length, locale) && !denials[locale].test(around) && !pass.test(around);
	});
}

/** Whether the words, or the rest of the clause around them, say no. */
function isDenied(sentence: string, start: number, end: number, locale: Locale): boolean {
	const before = sentence.slice(0, start).replace(comfort, ': ').split(clauseEnd[locale]).at(-1) ?? '';
	const [after = ''] = sentence.slice(end).split(clauseEnd[locale]);
	return denials[locale].test(before + sentence.slice(start, end).replace(comfort, '') + after);
}

function toPattern(sources: readonly string[]): RegExp {
	return new RegExp(sources.map((source) => `(?:${source})`).join('|') || '(?!)', 'i');
}

function fillParts(source: string, parts: Parts, locale: Locale): string {
	return source.replace(/\{([a-z-]+)\}/g, (part, name: string) => parts[name]?.[locale] ?? part);
}

/** What keeps a pattern from being a regular expression. */
function faultOf(source: string): string | undefined {
	const [unknown] = /\{[a-z-]+\}/.exec(source) ?? [];
	if (unknown) return `${unknown} is not among the patterns at the top; add it there, or check its spelling`;
	try {
		return new RegExp(source) instanceof RegExp ? undefined : source;
	} catch {
		return 'is not a regular expression; check its brackets';
	}
}

type Parts = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

type Promises = ReadonlyMap<Locale, { any: RegExp; all: readonly Promised[] }>;

interface Promised {
	promise: string;
	said: RegExp;
	/** Words that make it pass. */
	pass: RegExp;
	write: string;
}
