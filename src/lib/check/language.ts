import { otherLocale, type Locale } from '../../config/locales.ts';
import { atBlock, type Block } from './blocks.ts';
import type { Rule } from './index.ts';

const names = { 'zh-cn': 'Chinese', en: 'English' } satisfies Record<Locale, string>;
const han = /\p{Script=Han}/gu;
/** Shorter stretches of the other language are names, words that are being explained and users' own words. */
const longest = { 'zh-cn': 60, en: 12 } satisfies Record<Locale, number>;

/** Texts stand in the language of their folder: nothing was pasted into the wrong file or left untranslated, but in a draft. */
export const checkLanguage: Rule = (source) => {
	if (source.data?.draft) return [];
	return source.blocks.flatMap((block) => {
		const message = messageAboutLanguage(block.text, source.locale, block.kind);
		return message ? [atBlock(source, block, 0, message)] : [];
	});
};

/** What is wrong with the language of a text, or undefined. Aliases are in whatever users type. */
export function messageAboutLanguage(text: string, locale: Locale, kind: Block['kind']): string | undefined {
	if (kind === 'alias' || kind === 'cell') return undefined;
	const isShort = kind === 'title' || kind === 'summary';
	const limit = isShort ? 0 : longest[locale];
	const signs = text.match(han)?.length ?? 0;
	const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
	const isForeign = locale === 'en' ? signs > limit : signs === 0 && letters > limit;
	return isForeign ? `this is ${names[otherLocale(locale)]}; write it in ${names[locale]}` : undefined;
}
