import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { buildIndex } from './index.ts';
import { readPage, type Page } from './page.ts';

/**
 * Builds the search index of a folder of HTML pages into `output`, in place of what is there. If any page has `data-pagefind-body`,
 * only such pages are found, as with Pagefind. Answers the number of pages.
 */
export async function indexSite(site: string, output: string, synonyms: readonly string[] = []): Promise<number> {
	const pages = await readPages(site);
	const files = await buildIndex(pages, synonyms);
	await rm(output, { recursive: true, force: true });
	const folders = new Set([...files.keys()].map((name) => dirname(join(output, name))));
	for (const folder of folders) await mkdir(folder, { recursive: true });
	await Promise.all([...files].map(([name, content]) => writeFile(join(output, name), content)));
	return pages.length;
}

/** The pages of a folder in the order of their addresses. */
export async function readPages(site: string): Promise<Page[]> {
	const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
	const sources = await Promise.all(
		names.map(async (name) => ({ url: urlOf(name), html: await readFile(join(site, name), 'utf8') })),
	);
	const isMarked = ({ html }: { html: string }) => /\sdata-pagefind-body[\s=>]/.test(html);
	const chosen = sources.some(isMarked) ? sources.filter(isMarked) : sources;
	return chosen.flatMap(({ url, html }) => readPage(html, url) ?? []);
}

function urlOf(name: string): string {
	return `/${name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
}
