import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { parseDocument } from 'yaml';

import { readAddresses } from '../../lib/addresses.ts';
import type { Source } from '../../lib/check/source.ts';
import { readRedirects } from '../../lib/redirects.ts';
import { groupByPath, isBehind, pathOf, sourceHash, splitPair, toVersion } from '../../lib/translations.ts';
import { CommandError } from './command-error.ts';
import { readArticles, readIfThere, resolvePath, type Change, type Plan } from './content-files.ts';
import { rewriteCode, rewriteContent } from './rewrite-links.ts';
import { recordAddresses, withSourceHash } from './sign-off.ts';

const redirectsFile = 'content/redirects.yml';
const addressesFile = 'content/addresses.yml';

/**
 * Everything that moving an article to another address takes: its files, every link to it, the redirect, and the sign-offs that
 * changed links would make stale. Fails, before anything is written, where the new address is or was another article's.
 */
export function planMove(root: string, name: string, to: string): Plan {
	const articles = readArticles(root);
	const from = resolvePath(name, articles);
	refuseTaken(root, articles, from, to);
	const moved = articles.filter((article) => pathOf(article) === from);
	const texts = rewriteAll(root, from, to);
	for (const [file, text] of renewSignOffs(articles, texts)) texts.set(file, text);
	const wasPublished = moved.some(({ data }) => !data?.draft) || readAddresses(readIfThere(root, addressesFile)).has(from);
	const linking = [...texts]
		.map(([file, text]) => ({ file, text }))
		.filter(({ file }) => !moved.some((article) => article.file === file));
	const files = moved.flatMap(({ file, top, text }) => [
		{ file: file.replace(`/${from}.mdx`, `/${to}.mdx`), text: texts.get(file) ?? top + text },
		{ file, text: undefined },
	]);
	const records = wasPublished ? [moveRedirect(root, from, to), ...recordAddresses(root, [from, to])] : [];
	return {
		changes: [...linking, ...files, ...records],
		lines: [
			...moved.map(({ file }) => `moved    ${file} -> ${file.replace(`/${from}.mdx`, `/${to}.mdx`)}`),
			...linking.map(({ file }) => `changed  ${file}`),
			...(wasPublished ? [`redirect ${from} -> ${to}`] : [`no redirect: ${from} was never published`]),
			...mentions(root, from).map((place) => `look at  ${place}`),
		],
	};
}

function refuseTaken(root: string, articles: readonly Source[], from: string, to: string): void {
	if (!/^(faq|guides)\/[a-z0-9]+(-[a-z0-9]+)*$/.test(to))
		throw new CommandError(`"${to}" is not an address: write faq/<slug> or guides/<slug>, the slug in a-z, 0-9 and hyphens.`);
	if (articles.some((article) => pathOf(article) === to)) throw new CommandError(`${to} is an article already; choose another.`);
	const target = readRedirects(readIfThere(root, redirectsFile)).get(to);
	if (target !== undefined && target !== from)
		throw new CommandError(`${to} was the address of an article that is now ${target}, and leads there; choose another.`);
	if (target === undefined && readAddresses(readIfThere(root, addressesFile)).has(to))
		throw new CommandError(`${to} was the address of another article; choose another.`);
}

/** New texts of the files of content and site that lead to the article. */
function rewriteAll(root: string, from: string, to: string): Map<string, string> {
	const texts = new Map<string, string>();
	for (const file of [...listFiles(root, 'content', /\.(mdx|yml)$/), ...listFiles(root, 'src', /\.(astro|ts)$/)]) {
		if (file === redirectsFile || file === addressesFile) continue;
		const before = readIfThere(root, file);
		if (!before.includes(from)) continue;
		const after = file.startsWith('src/') ? rewriteCode(before, from, to) : rewriteContent(file, before, from, to);
		if (after !== before) texts.set(file, after);
	}
	return texts;
}

/** A changed link makes no translation stale that was up to date: its new text, by file. */
function renewSignOffs(articles: readonly Source[], texts: ReadonlyMap<string, string>): Map<string, string> {
	const originals = new Map(articles.map(({ file, top, text }) => [file, top + text]));
	return new Map(
		groupByPath(articles.map(toVersion)).flatMap((group) => {
			const pair = splitPair(group);
			const changed = pair && texts.get(pair.source.file);
			if (!changed || pair.translation.sourceHash === undefined || isBehind(pair)) return [];
			const body = changed.replace(/^---\r?\n[\s\S]*?\r?\n---/, '');
			const { file } = pair.translation;
			return [[file, withSourceHash(texts.get(file) ?? originals.get(file) ?? '', sourceHash({ ...pair.source, body }))]];
		}),
	);
}

/** content/redirects.yml after the move: every old address leads straight to its last one, and an address in use leads nowhere. */
function moveRedirect(root: string, from: string, to: string): Change {
	const text = readIfThere(root, redirectsFile);
	const document = parseDocument(text);
	if (document.errors.length > 0) throw new CommandError(`${redirectsFile} cannot be read; npm run check says where.`);
	for (const [old, target] of readRedirects(text)) document.set(old, target === from ? to : target);
	document.set(from, to);
	document.delete(to);
	return { file: redirectsFile, text: document.toString({ lineWidth: 0 }) };
}

/** Where else the old address is written: tests and documents, whose words nobody but a person can change. */
function mentions(root: string, from: string): string[] {
	const files = ['tests', 'worker', 'docs', 'README.md'].flatMap((folder) => listFiles(root, folder, /\.(ts|tsx|md)$/));
	return files.flatMap((file) =>
		readIfThere(root, file)
			.split('\n')
			.flatMap((line, index) => (new RegExp(`\\b${from}(?![\\w-])`).test(line) ? [`${file}:${index + 1}`] : [])),
	);
}

function listFiles(root: string, folder: string, pattern: RegExp): string[] {
	const path = join(root, folder);
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [folder];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.filter((name) => pattern.test(name) && !name.startsWith('tests/fixtures/'))
		.sort();
}
