import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { readSources } from '../../lib/check/articles.ts';
import type { Source } from '../../lib/check/source.ts';
import { nearest } from '../../lib/nearest.ts';
import { pathOf } from '../../lib/translations.ts';
import { CommandError } from './command-error.ts';

/** Every article below `<root>/content/articles`. Fails where one cannot be read, with the first mistake. */
export function readArticles(root: string): Source[] {
	const articles = readSources(join(root, 'content'));
	for (const { data, mistakes } of articles) {
		const [first] = mistakes;
		if (!data && first)
			throw new CommandError(`${first.file}:${first.line} ${first.message}\nnpm run check names every mistake.`);
	}
	return articles;
}

/**
 * The path without language that a writer means: a slug, `faq/<slug>`, an address or a file. Fails with the nearest names where
 * there is none, and with the choice where there are several.
 */
export function resolvePath(name: string, articles: readonly { id: string }[]): string {
	const paths = new Set(articles.map(pathOf));
	const wanted = name
		.replaceAll('\\', '/')
		.replace(/^(.*\/)?content\/articles\//, '')
		.replace(/^\.?\//, '')
		.replace(/^(zh-cn|en)\//, '')
		.replace(/\/$|\.mdx?$/, '');
	const found = paths.has(wanted) ? [wanted] : [...paths].filter((path) => path.endsWith(`/${wanted}`));
	const [path] = found;
	if (path !== undefined && found.length === 1) return path;
	if (found.length > 1) throw new CommandError(`There are several articles "${wanted}": choose ${found.join(' or ')}.`);
	const names = wanted.includes('/') ? paths : new Set([...paths].map((known) => known.replace(/^.*\//, '')));
	throw new CommandError(`There is no article "${name}". The nearest names: ${nearest(wanted, names).slice(0, 3).join(', ')}.`);
}

/** A file below `root`, or nothing where there is none. */
export function readIfThere(root: string, file: string): string {
	return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
}

/** Writes and removes files together: where one cannot be written, all are put back, and the error is thrown on. */
export function applyChanges(root: string, changes: readonly Change[]): void {
	const done: Change[] = [];
	try {
		for (const { file, text } of changes) {
			const path = join(root, file);
			done.push({ file, text: existsSync(path) ? readFileSync(path, 'utf8') : undefined });
			write(path, text);
		}
	} catch (error) {
		const lost = done.toReversed().filter((before) => !putBack(root, before));
		if (lost.length === 0) throw error;
		throw new Error(`could not be put back: ${lost.map(({ file }) => file).join(', ')}`, { cause: error });
	}
}

function putBack(root: string, { file, text }: Change): boolean {
	try {
		write(join(root, file), text);
		return true;
	} catch {
		// What was never there may not even be possible to remove.
		return !existsSync(join(root, file));
	}
}

function write(path: string, text: string | undefined): void {
	if (text === undefined) return rmSync(path, { force: true });
	mkdirSync(dirname(path), { recursive: true });
	return writeFileSync(path, text);
}

/** What a file below the root will hold; without a text it is removed. */
export interface Change {
	file: string;
	text: string | undefined;
}

/** What a command would do, worked out before anything is written. */
export interface Plan {
	changes: Change[];
	/** What to tell the writer. */
	lines: string[];
}
