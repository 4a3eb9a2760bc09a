import { phraseShare } from './phrase.ts';
import type { RankedPage } from './rank.ts';
import type { IndexStore } from './store.ts';
import { weights } from './weights.ts';

/** Pages whose texts are looked at: as many as the search box shows, so that it reads nothing more for them. */
const depth = 6;

/** Raises those of the best pages that say the query, or most of it, word for word: postings of terms cannot tell. */
export async function promotePhrases(query: string, ranked: readonly RankedPage[], store: IndexStore): Promise<RankedPage[]> {
	const best = await Promise.all(ranked.slice(0, depth).map((page) => raise(page, query, store)));
	return [...best.sort((a, b) => b.score - a.score), ...ranked.slice(depth)];
}

async function raise(page: RankedPage, query: string, store: IndexStore): Promise<RankedPage> {
	const info = store.pages[page.page];
	const share = info ? phraseShare(query, await store.page(info)) : 0;
	return { ...page, score: page.score + weights.phrase * share ** weights.wholePhrase };
}
