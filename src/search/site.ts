import type { Search } from './index.ts';

const searches = new Map<string, Promise<Search>>();

/**
 * The search of this site in a language such as `en`, one for all elements of a page: what was read once stays. The engine
 * itself is loaded with the first use. Searching throws when it or the index cannot be read; the next search tries again.
 */
export function searchIn(language: string): Search {
	return {
		preload: async () => (await open(language)).preload(),
		search: async (query, options) => (await open(language)).search(query, options),
	};
}

/** The search in the language of the page. */
export const siteSearch = searchIn(document.documentElement.lang.toLowerCase());

function open(language: string): Promise<Search> {
	const known = searches.get(language);
	if (known) return known;
	const opening = import('./index.ts').then(({ createSearch }) => createSearch({ bundle: '/pagefind/', language }));
	searches.set(language, opening);
	opening.catch(() => searches.delete(language));
	return opening;
}
