import { z } from 'astro/zod';

import type { Locale } from '../config/locales.ts';

const text = z.string('write the text').trim().min(1, 'write the text');
const words = z.array(text, 'write a list of words');
const inBoth = z.strictObject({ 'zh-cn': text, en: text }, 'write it in each language: { zh-cn: …, en: … }');
const inAny = z.strictObject({ 'zh-cn': words.optional(), en: words.optional() });

/** A word that readers may not know. */
export const TermSchema = z.strictObject({
	term: inBoth,
	/** Other forms in our texts that open the same explanation. */
	also: inAny.optional(),
	/** How to say it without the term. */
	everyday: inBoth,
	/** What it is, in one or two sentences. */
	explain: inBoth,
	/** What we never write. */
	avoid: inAny.optional(),
});

/** content/glossary.yml: terms by id. */
export const GlossarySchema = z.record(z.string().regex(/^[a-z0-9-]+$/, 'rename it, in a-z, 0-9 and hyphens'), TermSchema);

/** Every form of every term in one language, the longest first, so that "gas limit" is not taken for "gas". */
export function termForms(glossary: Glossary, locale: Locale): { id: string; form: string }[] {
	return Object.entries(glossary)
		.flatMap(([id, { term, also }]) => [term[locale], ...(also?.[locale] ?? [])].map((form) => ({ id, form })))
		.toSorted((a, b) => b.form.length - a.form.length);
}

export type Term = z.output<typeof TermSchema>;
export type Glossary = Record<string, Term>;
