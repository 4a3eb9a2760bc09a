import { join } from 'node:path';

import { CategorySchema } from '../article-schema.ts';
import type { Facts } from '../facts.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkFacts, readFacts } from './facts.ts';
import { checkPlace, checkReferences, checkTwin } from './place.ts';
import { openFolder, readSource, readYaml, type ContentMistake, type Source } from './source.ts';

/** What each article is held to, in the order of reading. */
const rules: readonly Rule[] = [checkPlace, checkTwin, checkReferences, checkFacts];

/**
 * Checks every file of a content folder. `root` is the folder that holds `public`; `content` lies in it unless another folder is
 * named. Mistakes come sorted by file and line, their files named `content/…`.
 */
export function checkContent(root: string, content = join(root, 'content')): ContentMistake[] {
	const folder = openFolder(content);
	const categoryFiles = folder.list('categories', '.yml');
	const { facts, mistakes: factMistakes } = readFacts(folder);
	const articles = folder.list('articles', '.mdx').map((file) => readSource(folder, file, facts));
	const context: Context = {
		root,
		sources: new Map(articles.map((source) => [source.id, source])),
		categories: new Set(categoryFiles.map((file) => file.replace(/^.*\/|\.yml$/g, ''))),
		...(factMistakes.length === 0 ? { facts } : {}),
	};
	return [
		...categoryFiles.flatMap((file) => readYaml(file, folder.read(file), 0, CategorySchema).mistakes),
		...factMistakes,
		...articles.flatMap((source) => [...source.mistakes, ...rules.flatMap((rule) => rule(source, context))]),
		...checkDuplicates(articles),
	].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** `file:line message`, one a line. */
export function formatMistakes(mistakes: ContentMistake[]): string {
	return mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n');
}

/** What rules may look up beyond the article itself. */
export interface Context {
	/** The folder that holds `public`. */
	root: string;
	/** Articles by id. */
	sources: ReadonlyMap<string, Source>;
	categories: ReadonlySet<string>;
	/** Missing while a file of facts is broken. */
	facts?: Facts;
}

/** Finds mistakes of one kind in one article. */
export type Rule = (source: Source, context: Context) => ContentMistake[];

export type { ContentMistake } from './source.ts';
