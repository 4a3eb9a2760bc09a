import { localeIds, type Locale } from '../../config/locales.ts';
import { GlossarySchema, type Glossary } from '../glossary.ts';
import { atBlock } from './blocks.ts';
import { readDataFile } from './data-file.ts';
import type { Rule } from './index.ts';
import { isQuoted } from './sentences.ts';
import type { ContentFolder, ContentMistake } from './source.ts';

/** Reads what content/glossary.yml says never to write. */
export function readAvoided(folder: ContentFolder): { avoided: Avoided; mistakes: ContentMistake[] } {
	const { data, mistakes } = readDataFile(folder, 'content/glossary.yml', GlossarySchema);
	return { avoided: new Map(localeIds.map((locale) => [locale, toMatcher(data ?? {}, locale)])), mistakes };
}

/** Words that mean something else to readers than to us. Aliases are the readers' own words, and a quoted one is named on purpose. */
export const checkWords: Rule = (source, { avoided }) => {
	const matcher = avoided.get(source.locale);
	if (!matcher || matcher.terms.size === 0) return [];
	return source.blocks.flatMap((block) => {
		if (block.kind === 'alias' || !matcher.any.test(block.text)) return [];
		return [...block.text.matchAll(matcher.pattern)].flatMap(({ 0: found, index }) => {
			const term = matcher.terms.get(found.toLowerCase()) ?? matcher.terms.get(found.toLowerCase().replace(/s$/, ''));
			if (term === undefined || isQuoted(block.text, index, index + found.length)) return [];
			return [atBlock(source, block, index, `write "${term}" for "${found}", as everywhere (content/glossary.yml)`)];
		});
	});
};

/** One pattern for all words of a language. Terms come first in it, so that a word inside a term is no mistake. */
function toMatcher(glossary: Glossary, locale: Locale): Matcher {
	const entries = Object.values(glossary);
	const terms = new Map(
		entries.flatMap(({ term, avoid }) => (avoid?.[locale] ?? []).map((word) => [word.toLowerCase(), term[locale]] as const)),
	);
	const allowed = entries.flatMap(({ term, also }) => [term[locale], ...(also?.[locale] ?? [])]);
	const words = [...allowed, ...terms.keys()].toSorted((a, b) => b.length - a.length).map((word) => RegExp.escape(word));
	const whole = locale === 'en' ? `(?<![\\w-])(?:${words.join('|')})s?(?![\\w-])` : words.join('|');
	return {
		any: new RegExp([...terms.keys()].map((word) => RegExp.escape(word)).join('|') || '(?!)', 'i'),
		pattern: new RegExp(whole || '(?!)', 'gi'),
		terms,
	};
}

type Avoided = ReadonlyMap<Locale, Matcher>;

interface Matcher {
	/** Whether the words are worth looking for. */
	any: RegExp;
	pattern: RegExp;
	/** The term to write, by the word in small letters. */
	terms: ReadonlyMap<string, string>;
}
