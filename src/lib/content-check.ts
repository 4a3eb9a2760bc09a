import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

import { defaultLocale, isLocale, localeIds, otherLocale, type Locale } from '../config/locales.ts';
import { ArticleSchema, CategorySchema, kinds, type ArticleData } from './article-schema.ts';
import { checkTextFacts, checkTopFacts } from './fact-check.ts';
import { FactGroupSchema, fillAll, toFacts, type Fact, type Facts } from './facts.ts';

/** A writer's mistake: where it is and what to write instead. */
export interface ContentMistake {
	file: string;
	line: number;
	message: string;
}

/**
 * Checks every file of a content folder: frontmatter against the schema, names, both languages present, links between
 * articles, categories, facts, and wordings claimed twice. Paths in the answer are relative to `root`.
 */
export function checkContent(root: string): ContentMistake[] {
	const categories = new Set(
		listFiles(root, 'content/categories', '.yml').map((file) => file.split('/').at(-1)?.replace('.yml', '')),
	);
	const mistakes = listFiles(root, 'content/categories', '.yml').flatMap((file) => checkCategory(root, file));
	const { facts, mistakes: factMistakes } = readFacts(root);
	mistakes.push(...factMistakes);
	const sources = listFiles(root, 'content/articles', '.mdx').map((file) => readSource(root, file, facts));
	const paths = new Set(sources.map((source) => source.id));

	for (const source of sources) {
		mistakes.push(...source.mistakes, ...checkPlace(source));
		// A broken file of facts would make every use of it a mistake.
		if (factMistakes.length === 0) mistakes.push(...checkFacts(source, facts));
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

function readSource(root: string, file: string, facts: Facts): Source {
	const text = readFileSync(join(root, file), 'utf8');
	const id = file.replace('content/articles/', '').replace(/\.mdx$/, '');
	const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text);
	if (!match) {
		const mistakes = [{ file, line: 1, message: 'start the file with frontmatter between two lines of ---' }];
		return { file, id, top: '', text, mistakes };
	}
	const [folder] = id.split('/');
	const locale: Locale = isLocale(folder) ? folder : defaultLocale;
	// Limits are about what readers see.
	const schema = { safeParse: (value: unknown) => ArticleSchema.safeParse(fillAll(value, locale, facts)) };
	const { data, document, counter, mistakes } = readYaml(file, match[1] ?? '', 1, schema);
	const source = { file, id, document, counter, mistakes, top: match[0], text: text.slice(match[0].length) };
	return { ...source, ...(data ? { data } : {}) };
}

function readFacts(root: string): { facts: Facts; mistakes: ContentMistake[] } {
	const groups: [string, Record<string, Fact>][] = [];
	const mistakes: ContentMistake[] = [];
	for (const file of listFiles(root, 'content/facts', '.yml')) {
		const name = file.replace('content/facts/', '').replace('.yml', '');
		if (!/^[a-z0-9-]+$/.test(name)) mistakes.push({ file, line: 1, message: 'rename the file, in a-z, 0-9 and hyphens' });
		const group = readYaml(file, readFileSync(join(root, file), 'utf8'), 0, FactGroupSchema);
		mistakes.push(...group.mistakes);
		if (group.data) groups.push([name, group.data]);
	}
	return { facts: toFacts(groups), mistakes };
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

/** Facts that are not known, stand in the wrong form, or are typed out. */
function checkFacts(source: Source, facts: Facts): ContentMistake[] {
	const { document, file, top, text } = source;
	const linesOfTop = top.split('\n').length;
	const inText = checkTextFacts(text, facts).map(({ index, message }) => {
		const line = text.slice(0, index).split('\n').length + linesOfTop - 1;
		return { file, line, message };
	});
	const aliases = document?.getIn(['aliases']);
	const paths = [['title'], ['summary'], ...(isSeq(aliases) ? aliases.items.map((_, index) => ['aliases', index]) : [])];
	const inTop = paths.flatMap((path) => {
		const value = document?.getIn(path);
		if (typeof value !== 'string') return [];
		return checkTopFacts(value, facts).map(({ message }) => at(source, path, `${path.join('.')}: ${message}`));
	});
	return [...inTop, ...inText];
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
	/** The lines of frontmatter, with both lines of ---. */
	top: string;
	/** Everything below. */
	text: string;
	document?: Document;
	counter?: LineCounter;
	data?: ArticleData;
	mistakes: ContentMistake[];
}

type SafeParse<T> =
	| { success: true; data: T }
	| { success: false; error: { issues: { path: PropertyKey[]; message: string; keys?: string[] }[] } };
