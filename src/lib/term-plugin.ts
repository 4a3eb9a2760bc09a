import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { defineMdastPlugin, type MdastNode, type MdastPluginEntry, type MdastVisitorContext } from 'satteri';
import { parse } from 'yaml';

import { isLocale, type Locale } from '../config/locales.ts';
import { GlossarySchema, termForms, type Glossary } from './glossary.ts';

/** Where a word is something else than part of a sentence, or leads somewhere already. */
const untouched = new Set(['heading', 'link', 'linkReference']);
/** Blocks whose text is code, explained already, or folded away. */
const untouchedBlocks = new Set(['code', 'Term', 'Diagram']);

/** Makes the first appearance of each glossary term in an article a `<Term>`, which opens its explanation. */
export function explainTerms(contentDir: string): MdastPluginEntry {
	const matchers = new Map<Locale, Matcher>();
	return ({ fileURL }) => {
		const locale = fileURL && /\/articles\/([^/]+)\//.exec(fileURLToPath(fileURL))?.[1];
		if (!isLocale(locale)) return undefined;
		const matcher = matchers.get(locale) ?? toMatcher(readGlossary(contentDir), locale);
		matchers.set(locale, matcher);
		const seen = new Set<string>();
		return defineMdastPlugin({
			name: 'explain-terms',
			text: (node, context) => {
				// Looking up the parents costs more than matching, and most texts hold no new term.
				const found = new Set(seen);
				const parts = split(node.value, matcher, found);
				if (found.size === seen.size || isUntouched(node, context)) return;
				for (const id of found) seen.add(id);
				context.replaceNode(node, parts);
			},
		});
	};
}

/** A text as nodes: what is a term for the first time becomes `<Term id="…">`. */
export function split(value: string, { pattern, ids }: Matcher, seen: Set<string>): MdastNode[] {
	const parts: MdastNode[] = [];
	let rest = 0;
	for (const { 0: form, index } of value.matchAll(pattern)) {
		const id = ids.get(form.toLowerCase());
		if (!id || seen.has(id)) continue;
		seen.add(id);
		if (index > rest) parts.push({ type: 'text', value: value.slice(rest, index) });
		const attributes = [{ type: 'mdxJsxAttribute' as const, name: 'id', value: id }];
		parts.push({ type: 'mdxJsxTextElement', name: 'Term', attributes, children: [{ type: 'text', value: form }] });
		rest = index + form.length;
	}
	if (rest < value.length) parts.push({ type: 'text', value: value.slice(rest) });
	return parts;
}

/** One pattern for all forms of a language; English ones as whole words, in any case. */
export function toMatcher(glossary: Glossary, locale: Locale): Matcher {
	const forms = termForms(glossary, locale);
	const alternatives = forms.map(({ form }) => {
		const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
		return /^[\w -]+$/.test(form) ? `(?<![\\w-])${escaped}(?![\\w-])` : escaped;
	});
	return {
		pattern: new RegExp(alternatives.join('|') || '(?!)', 'gi'),
		ids: new Map(forms.map(({ id, form }) => [form.toLowerCase(), id])),
	};
}

function isUntouched(node: MdastNode, context: MdastVisitorContext): boolean {
	for (let parent = context.parent(node); parent; parent = context.parent(parent)) {
		if (untouched.has(parent.type)) return true;
		if ('name' in parent && untouchedBlocks.has(parent.name ?? '')) return true;
	}
	return false;
}

function readGlossary(contentDir: string): Glossary {
	try {
		return GlossarySchema.parse(parse(readFileSync(`${contentDir}/glossary.yml`, 'utf8')));
	} catch {
		// A missing or broken glossary is named by the content check; the preview goes on without explanations.
		return {};
	}
}

interface Matcher {
	pattern: RegExp;
	ids: ReadonlyMap<string, string>;
}
