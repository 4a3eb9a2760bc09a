import { createSearch, type Search, type SearchResults } from '#search';

import type { Locale } from '#config/locales';
import type { Asked } from '#shared/search-view';

import { fetchAsset, type AssetSource } from '../pages/assets.ts';
import type { AppContext } from '../context.ts';
import { mayBeSecret } from '../input/guard.ts';

/** One per language. A new deployment, and with it another index, starts new isolates. */
const searches = new Map<Locale, Search>();

/**
 * What the browser's engine finds over the same index, for readers without script. A correction that looks like a recovery
 * phrase is left out. Throws when the index cannot be read.
 */
export async function searchArticles(c: AppContext, locale: Locale, asked: Asked, limit: number): Promise<SearchResults> {
	const { query, category, kind } = asked;
	const searching = searchIn(c, locale).search(query, { limit, category, kind });
	// Later requests wait for the same files: reading them must not end because this visitor has gone.
	c.executionCtx.waitUntil(searching.catch(() => {}));
	const { corrected, ...answer } = await searching;
	return corrected && !mayBeSecret(corrected) ? { ...answer, corrected } : answer;
}

function searchIn(c: AppContext, locale: Locale): Search {
	// While somebody edits, the next build brings another index.
	const known = c.var.settings.SITE_ORIGIN ? undefined : searches.get(locale);
	if (known) return known;
	// Not the context itself, which would keep the first visitor's request in memory.
	const source: AssetSource = { env: c.env, var: { settings: c.var.settings } };
	const search = createSearch({ bundle: (name) => readFile(source, name), language: locale });
	if (!source.var.settings.SITE_ORIGIN) searches.set(locale, search);
	return search;
}

async function readFile(source: AssetSource, name: string): Promise<Uint8Array<ArrayBuffer>> {
	const response = await fetchAsset(source, `/pagefind/${name}`);
	if (!response.ok) throw new Error(`${name} of the search index: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
