import { otherLocale, type Locale } from '#config/locales';
import { isHashOrKey } from '#shared/formats';
import { mostResults, type Asked } from '#shared/search-view';

import type { SearchResults } from '../search/index.ts';
import { searchIn, siteSearch } from '../search/site.ts';
import { checkSecret } from './guard.ts';
import { isCertainlyHarmless } from './harmless.ts';

/** Searches in the language of the page for what the guard lets pass. Never throws: the outcome says what became of it. */
export async function ask(asked: Asked, limit: number): Promise<Outcome> {
	if (isHashOrKey(asked.query)) return { is: 'hash' };
	try {
		const found = await checkSecret(asked.query);
		// Digits that may as well be a hash are asked about; all else is no time for questions.
		if (found) return { is: !found.isDetected && found.spans.every(({ kind }) => kind === 'key') ? 'hash' : 'secret' };
		return { is: 'answer', answer: await search(siteSearch, asked, limit) };
	} catch {
		return { is: 'failed', isHarmless: isCertainlyHarmless(asked.query) };
	}
}

/** What the other language has to say about a search that the guard let pass; nothing when it cannot be read. */
export async function askElsewhere(locale: Locale, query: string): Promise<SearchResults | undefined> {
	return search(searchIn(otherLocale(locale)), { query }, mostResults.aside).catch(() => undefined);
}

/** The engine's answer, without a correction that happens to look like a phrase. */
async function search(engine: typeof siteSearch, { query, category, kind }: Asked, limit: number): Promise<SearchResults> {
	const { corrected, ...answer } = await engine.search(query, { limit, category, kind });
	return corrected && !(await checkSecret(corrected)) ? { ...answer, corrected } : answer;
}

type Outcome = { is: 'answer'; answer: SearchResults } | { is: 'failed'; isHarmless: boolean } | { is: 'hash' | 'secret' };
