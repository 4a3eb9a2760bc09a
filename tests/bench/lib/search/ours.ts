import { buildIndex } from '../../../../src/search/build/index.ts';
import { createSearch, type Search } from '../../../../src/search/index.ts';
import type { Content } from './content.ts';
import { depth, type Ask } from './judge.ts';

/** Our index of the content, built by the code as it is now: files by name. */
export async function buildOurs({ pages, synonyms }: Pick<Content, 'pages' | 'synonyms'>): Promise<Bundle> {
	return buildIndex(pages, synonyms);
}

/** A search that nothing was read for yet. `onRead` hears of every file that is read, with its size in bytes. */
export function openOurs(bundle: Bundle, language: string, onRead: (name: string, bytes: number) => void = () => {}): Search {
	return createSearch({
		language,
		bundle: async (name) => {
			const file = bundle.get(name);
			if (!file) throw new Error(`no ${name} in the index`);
			onRead(name, file.length);
			return new Uint8Array(file);
		},
	});
}

/** Our search as a judge asks it. */
export function askOurs(search: Search): Ask {
	return async (query) => {
		const { results, match } = await search.search(query, { limit: depth });
		return { pages: results.map(({ page }) => page), match };
	};
}

export type Bundle = ReadonlyMap<string, Uint8Array>;
