import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

import { isLocale, localeIds, otherLocale } from '../config/locales.ts';
import { ArticleSchema, CategorySchema, kinds, type ArticleData } from './article-schema.ts';

/** A writer's mistake: where it is and what to write instead. */
export interface ContentMistake {
	file: string;
	line: number;
	message: string;
}

/**
 * Checks every file of a content folder: frontmatter against the schema, names, both languages present, links between
 * articles, categories, and wordings claimed twice. Paths in the answer are relative to `root`.
 */
export function checkContent(root: string): ContentMistake[] {
	const categories = new Set(
		listFiles(root, 'content/categories', '.yml').map((file) => file.split('/').at(-1)?.replace('.yml', '')),
	);
	const mistakes = listFiles(root, 'content/categories', '.yml').flatMap((file) => checkCategory(root, file));
	const sources = listFiles(root, 'content/articles', '.mdx').map((file) => readSource(root, file));
	const paths = new Set(sources.map((source) => source.id));

	for (const source of sources) {
		mistakes.push(...source.mistakes, ...checkPlace(source));
		if (!source.data) continue;
		if (!categories.has(source.data.category)) {
			mistakes.push(
				at(source, ['category'], `"${source.data.category}" is not a category; choose from: ${[...categories].join(', ')}`),
			);
		}
		const [locale, ...rest] = source.id.split('/');
		const twin = isLocale(locale) ? `${otherLocale(locale)}/${rest.join('/')}` : undefined;
		if (twin && !paths.has(twin))
			mistakes.push(at(source, [], `the other language is missing; write content/articles/${twin}.mdx`));
		source.data.related.forEach((path, index) => {
			if (paths.has(`${locale}/${path}`)) return;
			mistakes.push(at(source, ['related', index], `"${path}" does not exist; name an article as faq/<slug> or guides/<slug>`));
		});
	}
	return [...mistakes, ...checkDuplicates(sources)].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** `file:line message`, one a line. */
export function formatMistakes(mistakes: ContentMistake[]): string {
	return mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n');
}

function readSource(root: string, file: string): Source {
	const text = readFileSync(join(root, file), 'utf8');
	const id = file.replace('content/articles/', '').replace(/\.mdx$/, '');
	const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text);
	if (!match)
		return { file, id, mistakes: [{ file, line: 1, message: 'start the file with frontmatter between two lines of ---' }] };
	const { data, document, counter, mistakes } = readYaml(file, match[1] ?? '', 1, ArticleSchema);
	return { file, id, document, counter, mistakes, ...(data ? { data } : {}) };
}

function readYaml<T>(file: string, yaml: string, lineOffset: number, schema: { safeParse(value: unknown): SafeParse<T> }) {
	const counter = new LineCounter();
	const document = parseDocument(yaml, { lineCounter: counter });
	const mistakes: ContentMistake[] = document.errors.map((error) => ({
		file,
		line: counter.linePos(error.pos[0]).line + lineOffset,
		message: `${error.message.split('\n')[0]}; put quotes around texts with ": " or a leading symbol`,
	}));
	if (mistakes.length > 0) return { document, counter, mistakes };
	const result = schema.safeParse(document.toJS());
	if (result.success) return { data: result.data, document, counter, mistakes };
	for (const issue of result.error.issues) {
		const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
		const unknown = issue.keys?.map((key) => ({
			path: [...path, key],
			message: 'no such field; remove it or check its spelling',
		}));
		for (const mistake of unknown ?? [{ path, message: issue.message }]) {
			const name = mistake.path.length > 0 ? `${mistake.path.join('.')}: ` : '';
			mistakes.push({ file, line: lineOf(document, counter, mistake.path) + lineOffset, message: name + mistake.message });
		}
	}
	return { document, counter, mistakes };
}

function checkCategory(root: string, file: string): ContentMistake[] {
	return readYaml(file, readFileSync(join(root, file), 'utf8'), 0, CategorySchema).mistakes;
}

function checkPlace(source: Source): ContentMistake[] {
	const [locale, kind, slug, ...deeper] = source.id.split('/');
	const isRight =
		isLocale(locale) && kinds.some((known) => known === kind) && /^[a-z0-9-]+$/.test(slug ?? '') && deeper.length === 0;
	if (isRight) return [];
	return [
		at(
			source,
			[],
			`move it to content/articles/{${localeIds.join(',')}}/{${kinds.join(',')}}/<slug>.mdx, the slug in a-z, 0-9 and hyphens`,
		),
	];
}

/** Titles and wordings must lead to one article in a language. */
function checkDuplicates(sources: Source[]): ContentMistake[] {
	const mistakes: ContentMistake[] = [];
	const owners = new Map<string, Source>();
	for (const source of sources) {
		const texts: [string, (string | number)[]][] = source.data
			? [
					[source.data.title, ['title']],
					...source.data.aliases.map((alias, index): [string, (string | number)[]] => [alias, ['aliases', index]]),
				]
			: [];
		for (const [text, path] of texts) {
			const key = `${source.id.split('/')[0]} ${text.toLowerCase()}`;
			const owner = owners.get(key);
			if (owner) mistakes.push(at(source, path, `"${text}" already leads to ${owner.file}; keep it in one of the two`));
			else owners.set(key, source);
		}
	}
	return mistakes;
}

function at(source: Source, path: (string | number)[], message: string): ContentMistake {
	const line = source.document && source.counter ? lineOf(source.document, source.counter, path) + 1 : 1;
	return { file: source.file, line: path.length > 0 ? line : 1, message };
}

function lineOf(document: Document, counter: LineCounter, path: (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
	}
	return 1;
}

function listFiles(root: string, folder: string, ending: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(ending))
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.sort();
}

interface Source {
	file: string;
	/** `<locale>/<kind>/<slug>` */
	id: string;
	document?: Document;
	counter?: LineCounter;
	data?: ArticleData;
	mistakes: ContentMistake[];
}

type SafeParse<T> =
	| { success: true; data: T }
	| { success: false; error: { issues: { path: PropertyKey[]; message: string; keys?: string[] }[] } };
