import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { DomUtils, parseDocument } from 'htmlparser2';

const root = 'dist';

if (!existsSync(join(root, 'articles.json')))
	throw new Error('site tests read the built site: run `npm run build` first (npm test does)');

export type Document = ReturnType<typeof parseDocument>;

/** A built page: its URL path and parsed HTML. */
export interface BuiltPage {
	path: string;
	file: string;
	html: string;
	document: Document;
}

/** Every HTML page of the built site, parsed once. */
export const pages: BuiltPage[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.html') && !file.startsWith('pagefind'))
	.map((file) => {
		const html = readText(file);
		return { path: `/${file.replace(/index\.html$/, '')}`, file, html, document: parseDocument(html) };
	});

export function page(path: string): BuiltPage {
	const found = pages.find((candidate) => candidate.path === path);
	if (!found) throw new Error(`no page ${path} in dist`);
	return found;
}

export function readText(file: string): string {
	return readFileSync(join(root, file), 'utf8');
}

/** Whether a URL path is a file of the built site. */
export function isFile(path: string): boolean {
	return existsSync(join(root, path.endsWith('/') ? `${path}index.html` : path));
}

/** Elements by tag name, in document order. */
export function elements(document: Document, name: string) {
	return DomUtils.getElementsByTagName(name, document.children);
}

export function attribute(document: Document, name: string, attributeName: string): string[] {
	return elements(document, name).flatMap((element) => element.attribs[attributeName] ?? []);
}

export function text(document: Document, name: string): string {
	const [first] = elements(document, name);
	return first ? DomUtils.textContent(first).trim() : '';
}

/** Size over the wire, in bytes: gzip of each file on its own, as a server sends it. */
export function gzipBytes(files: Iterable<string>): number {
	return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file)), { level: 9 }).length, 0);
}

/** Scripts that a page loads before anybody touches it: its own and everything they import statically. */
export function initialScripts({ document }: BuiltPage): Set<string> {
	return new Set(attribute(document, 'script', 'src').flatMap((src) => [...importedScripts(src.slice(1))]));
}

/** A script and everything it imports statically. */
export function importedScripts(entry: string): Set<string> {
	const found = new Set<string>();
	const visit = (path: string) => {
		if (found.has(path)) return;
		found.add(path);
		const code = readText(path);
		for (const [, specifier = ''] of code.matchAll(/(?:import|from)\s*["'](\.[^"']+)["']/g)) {
			visit(new URL(specifier, `http://site/${path}`).pathname.slice(1));
		}
	};
	visit(entry);
	return found;
}

export function stylesheets({ document }: BuiltPage): string[] {
	return elements(document, 'link')
		.filter(({ attribs }) => attribs['rel'] === 'stylesheet')
		.map(({ attribs }) => (attribs['href'] ?? '').slice(1));
}
