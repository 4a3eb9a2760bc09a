import { existsSync, statSync } from 'node:fs';

import { CommandError } from '../../../../src/commands/lib/command-error.ts';
import { captureTool } from '../../../../src/commands/lib/processes.ts';
import { readSynonyms } from '../../../../src/integrations/search-index.ts';
import type { Page } from '../../../../src/search/build/page.ts';
import { readPages } from '../../../../src/search/build/site.ts';
import { readQueries, type Judged } from './queries.ts';

const ownQueries = ['zh-cn', 'en'].map((language) => `tests/fixtures/search/queries.${language}.jsonl`);

/** This site as it was last built, with our own judged queries; only articles are searched. */
export async function ownContent(): Promise<Content> {
	const pages = await readPages('dist');
	const queries = (await Promise.all(ownQueries.map(readQueries))).flat();
	return { folder: 'dist', pages, queries: requireKnownPages(queries, pages), synonyms: readSynonyms() };
}

/** Any other folder of HTML pages, with a file of judged queries. */
export async function otherContent(folder: string, queries: string): Promise<Content> {
	for (const path of [folder, queries]) if (!existsSync(path)) throw new CommandError(`There is no ${path}.`);
	const pages = await readPages(folder);
	return { folder, pages, queries: requireKnownPages(await readQueries(queries), pages), synonyms: [] };
}

/** Builds the site, without pictures for shared links, unless it was built before. Answers when that was. */
export async function requireBuiltSite(): Promise<Date> {
	if (!existsSync('dist/articles.json')) {
		console.log('building the site …');
		const { code, output } = await captureTool(['astro', 'build'], { env: { OG: 'off' } });
		if (code !== 0) throw new CommandError(`The site could not be built:\n\n${output}`);
	}
	return statSync('dist/articles.json').mtime;
}

/** A judgement that names a page which does not exist would count against every engine, unseen. */
function requireKnownPages(queries: Judged[], pages: readonly Page[]): Judged[] {
	const known = new Set(pages.map(({ url }) => url));
	const unknown = queries.find(({ relevant }) => relevant.some((url) => !known.has(url)));
	if (!unknown) return queries;
	const missing = unknown.relevant.filter((url) => !known.has(url)).join(', ');
	throw new CommandError(`The query ${unknown.id} wants ${missing}, which is no page that can be found.`);
}

/** What is searched, and with what. */
export interface Content {
	/** Of the HTML pages. */
	folder: string;
	pages: Page[];
	queries: Judged[];
	/** Lines of words that mean the same. */
	synonyms: string[];
}
