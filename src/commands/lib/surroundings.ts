import { join } from 'node:path';

import { readAddresses } from '../../lib/addresses.ts';
import { readFacts } from '../../lib/check/facts.ts';
import { openFolder } from '../../lib/check/source.ts';
import type { Facts } from '../../lib/facts.ts';
import { readRedirects } from '../../lib/redirects.ts';
import { pathOf } from '../../lib/translations.ts';
import { readArticles, readIfThere } from './content-files.ts';

/** What new articles must not collide with. */
export function readSurroundings(root: string): Surroundings {
	const articles = readArticles(root);
	const folder = openFolder(join(root, 'content'));
	const taken = new Map(articles.map((article) => [pathOf(article), 'is an article already']));
	for (const path of readAddresses(readIfThere(root, 'content/addresses.yml'))) {
		if (!taken.has(path)) taken.set(path, 'was the address of another article, and still leads to it');
	}
	for (const [from, to] of readRedirects(readIfThere(root, 'content/redirects.yml'))) taken.set(from, `leads to ${to}`);
	const wordings = articles.flatMap(({ locale, file, data }) =>
		[data?.title ?? '', ...(data?.aliases ?? [])].map((text) => [`${locale} ${text.toLowerCase()}`, file] as const),
	);
	const categories = folder.list('categories', '.yml').map((file) => file.replace(/^.*\/|\.yml$/g, ''));
	return { taken, categories, wordings: new Map(wordings), facts: readFacts(folder).facts };
}

export interface Surroundings {
	/** Paths that cannot be had, each with why. */
	taken: ReadonlyMap<string, string>;
	categories: readonly string[];
	/** `<locale> <title or alias>` in small letters, with the file that it leads to. */
	wordings: ReadonlyMap<string, string>;
	facts: Facts;
}
