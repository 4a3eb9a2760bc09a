import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { mdxToMdast, type MdastNode } from 'satteri';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

import { defaultLocale, isLocale, type Locale } from '../../config/locales.ts';
import { ArticleSchema, type ArticleData } from '../article-schema.ts';
import { fillAll, type Facts } from '../facts.ts';
import { readBlocks, type Block } from './blocks.ts';

/** Reads an article; what makes it unreadable (no or bad frontmatter, bad MDX) stands in `mistakes`. */
export function readSource(folder: ContentFolder, file: string, facts: Facts): Source {
	const text = folder.read(file);
	const id = file.replace('content/articles/', '').replace(/\.mdx$/, '');
	const [locale, kind = '', slug = ''] = id.split('/');
	const place = { file, id, locale: isLocale(locale) ? locale : defaultLocale, kind, slug };
	const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text);
	if (!match) {
		const mistakes = [{ file, line: 1, message: 'start the file with frontmatter between two lines of ---' }];
		return { ...place, top: '', text, nodes: [], blocks: [], mistakes };
	}
	// Limits are about what readers see.
	const schema = { safeParse: (value: unknown) => ArticleSchema.safeParse(fillAll(value, place.locale, facts)) };
	const yaml = readYaml(file, match[1] ?? '', 1, schema);
	const source = { ...place, ...yaml, top: match[0], text: text.slice(match[0].length) };
	const parsed = { ...source, nodes: [], ...readTree(source) };
	return { ...parsed, blocks: readBlocks(parsed, facts) };
}

/** The article alone: trees and documents would fill the memory as long as it is kept. */
export function toArticleText({ id, locale, kind, slug, top, text, data }: Source): ArticleText {
	return { id, locale, kind, slug, top, text, ...(data ? { data } : {}) };
}

/** Parses YAML and checks it against a schema; `lineOffset` lines stand before it in the file. */
export function readYaml<T>(file: string, yaml: string, lineOffset: number, schema: { safeParse(value: unknown): SafeParse<T> }) {
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

/** A mistake in the frontmatter, at the value that `path` leads to. */
export function atField(source: Source, path: (string | number)[], message: string): ContentMistake {
	const line = source.document && source.counter ? lineOf(source.document, source.counter, path) + 1 : 1;
	return { file: source.file, line: path.length > 0 ? line : 1, message };
}

/** A mistake in the text, `index` characters into it. */
export function atIndex({ file, top, text }: Source, index: number, message: string): ContentMistake {
	return { file, line: text.slice(0, index).split('\n').length + top.split('\n').length - 1, message };
}

/** A mistake at a node of the text. */
export function atNode(source: Source, node: MdastNode, message: string): ContentMistake {
	return atIndex(source, node.position?.start.offset ?? 0, message);
}

/** Adds a node and every one below it, in the order of the text. */
function collect(node: MdastNode, nodes: MdastNode[]): MdastNode[] {
	nodes.push(node);
	if ('children' in node) for (const child of node.children) collect(child, nodes);
	return nodes;
}

/** Line of the value that `path` leads to, or of the nearest one above it that exists. */
export function lineOf(document: Document, counter: LineCounter, path: (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
	}
	return 1;
}

/** Opens a content folder; files are named `content/…` wherever it lies. */
export function openFolder(path: string): ContentFolder {
	return {
		read: (file) => readFileSync(join(path, file.replace(/^content\//, '')), 'utf8'),
		list: (folder, ending) => {
			try {
				return readdirSync(join(path, folder), { recursive: true, encoding: 'utf8' })
					.filter((name) => name.endsWith(ending))
					.map((name) => `content/${folder}/${name.replaceAll('\\', '/')}`)
					.sort();
			} catch {
				return [];
			}
		},
	};
}

function readTree({ file, text, top, mistakes }: Pick<Source, 'file' | 'text' | 'top' | 'mistakes'>): Partial<Source> {
	try {
		const tree = mdxToMdast(text);
		return { tree, nodes: collect(tree, []) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		// The parser counts within the text.
		const line = Number(/(\d+):\d+/.exec(message)?.[1] ?? 1) + top.split('\n').length - 1;
		return { mistakes: [...mistakes, { file, line, message: `this is not MDX: ${message.split('\n')[0]}` }] };
	}
}

/** A writer's mistake: where it is and what to write instead. */
export interface ContentMistake {
	file: string;
	line: number;
	message: string;
}

/** An article's file as it stands, with what could be read of it. */
export interface Source {
	file: string;
	/** `<locale>/<kind>/<slug>` */
	id: string;
	/** The language of its folder, or the default where the folder is wrong. */
	locale: Locale;
	kind: string;
	slug: string;
	/** The lines of frontmatter, with both lines of ---. */
	top: string;
	/** Everything below. */
	text: string;
	/** The text's syntax tree, offsets counted in `text`. */
	tree?: MdastNode;
	/** Every node of the tree, in the order of the text. */
	nodes: readonly MdastNode[];
	/** What readers see, without markup. */
	blocks: readonly Block[];
	document?: Document;
	counter?: LineCounter;
	/** Frontmatter with facts filled in, unless it breaks the schema. */
	data?: ArticleData;
	mistakes: ContentMistake[];
}

export type ArticleText = Pick<Source, 'id' | 'locale' | 'kind' | 'slug' | 'top' | 'text' | 'data'>;

export interface ContentFolder {
	/** Text of a file that is named `content/…`. */
	read(file: string): string;
	/** Files below a folder of content by ending, named `content/…`; none where the folder is missing. */
	list(folder: string, ending: string): string[];
}

type SafeParse<T> =
	| { success: true; data: T }
	| { success: false; error: { issues: { path: PropertyKey[]; message: string; keys?: string[] }[] } };
