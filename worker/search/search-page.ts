import { otherLocale, type Locale } from '#config/locales';
import { mostResults, needsOther, searchView, tidyQuery, type Asked } from '#shared/search-view';

import { readArticles } from '../pages/assets.ts';
import type { AppContext } from '../context.ts';
import { resultItems } from '../pages/live-lists.ts';
import type { PageView } from '../pages/live-page.ts';
import { logError } from '../log.ts';
import { ApiError } from '../problem.ts';
import { searchArticles } from './search.ts';

/** The search in a request's address; filters may name what does not exist. */
export function askedOf(c: AppContext): Asked {
	const filter = (name: string) => c.req.query(name)?.match(/^[a-z-]{1,40}$/)?.[0];
	return { query: tidyQuery(c.req.query('q') ?? ''), category: filter('category'), kind: filter('kind') };
}

/** The results page: the form as it was sent, and results, or that there are none or that the search has failed. */
export async function searchPage(c: AppContext, locale: Locale): Promise<PageView> {
	const asked = askedOf(c);
	if (asked.query === '') return { facts: ['results:empty'] };
	try {
		return await resultsView(c, locale, await withKnownFilters(c, asked));
	} catch (cause) {
		logError(c, new ApiError('UNAVAILABLE'), cause);
		return { status: 503, facts: ['results:failed', 'people:yes'], form: formOf(asked) };
	}
}

async function resultsView(c: AppContext, locale: Locale, asked: Asked): Promise<PageView> {
	const answer = await searchArticles(c, locale, asked, mostResults.page);
	const other = needsOther(answer)
		? await searchArticles(c, otherLocale(locale), { query: asked.query }, mostResults.aside)
		: undefined;
	const { facts, fills, hrefs, results, others } = searchView(locale, asked, answer, other);
	const lists = { results: resultItems('results', results), other: resultItems('other', others) };
	return { facts, fills, hrefs, lists, form: formOf(asked) };
}

/** A filter that fits no article at all is none: it would only hide everything. */
async function withKnownFilters(c: AppContext, { query, category, kind }: Asked): Promise<Asked> {
	const articles = await readArticles(c);
	return {
		query,
		category: articles.some((article) => article.category === category) ? category : undefined,
		kind: articles.some(({ id }) => id.split('/')[1] === kind) ? kind : undefined,
	};
}

function formOf({ query, category, kind }: Asked) {
	return { name: 'search', fields: { q: [query], category: [category ?? ''], kind: [kind ?? ''] } };
}
