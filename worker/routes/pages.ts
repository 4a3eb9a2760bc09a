import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

import { isLocale, localeIds, type Locale } from '#config/locales';
import { topicIds } from '#shared/contact';
import { articleIdField } from '#shared/fields';
import { isHashOrKey } from '#shared/formats';
import * as limits from '#shared/limits';
import { findSecret } from '#shared/secret-guard';
import { wordLists } from '#shared/word-lists';

import { readArticles } from '../assets.ts';
import { callbackView } from '../callback-page.ts';
import type { AppContext, AppEnv } from '../context.ts';
import { preferredLocale } from '../language.ts';
import { resultItems } from '../live-lists.ts';
import { livePage, type PageView } from '../live-page.ts';
import { ApiError } from '../problem.ts';
import { searchArticles } from '../search.ts';

const inLocale = `/:locale{${localeIds.join('|')}}`;

/** Live pages that are only read; their forms post to the API. */
export const pages = new Hono<AppEnv>();

pages.get('/', (c) => {
	c.header('Vary', 'Accept-Language, Cookie');
	c.header('Cache-Control', 'no-store');
	return c.redirect(`/${preferredLocale(c, getCookie(c, 'language'))}/`, 302);
});

pages.get(`${inLocale}/search/`, async (c) => {
	const [locale, query] = [localeOf(c), queryOf(c)];
	const guarded = guardQuery(c, locale);
	return guarded ?? livePage(c, locale, 'search', await searchView(c, locale, query.slice(0, limits.length.query)));
});

// Other spellings of the same page. What must not be repeated is answered here: a redirect would repeat it.
for (const spelling of ['search', 'search.html', 'search/index', 'search/index.html', 'search//']) {
	pages.get(`${inLocale}/${spelling}`, (c) => {
		const [locale, query] = [localeOf(c), queryOf(c)];
		const search = query && `?${new URLSearchParams({ q: query }).toString()}`;
		return guardQuery(c, locale) ?? c.redirect(`/${locale}/search/${search}`, 303);
	});
}

pages.get(`${inLocale}/contact/`, (c) => livePage(c, localeOf(c), 'contact', preselect(c, 'contact')));

pages.get(`${inLocale}/callback/`, async (c) => {
	const locale = localeOf(c);
	return livePage(c, locale, 'callback', { ...preselect(c, 'callback'), ...(await callbackView(c, locale)) });
});

/** The language of a live page's path. */
export function localeOf(c: AppContext): Locale {
	const locale = c.req.param('locale');
	if (!isLocale(locale)) throw new ApiError('NOT_FOUND');
	return locale;
}

function queryOf(c: AppContext): string {
	return c.req.query('q')?.trim() ?? '';
}

/** The answer to a query that is or may be a secret, whichever way it came. */
function guardQuery(c: AppContext, locale: Locale): Response | null {
	// Every `q`, not only the one that is searched for.
	const queries = c.req.queries('q') ?? [];
	return queries.some((query) => findSecret(query, wordLists) || isHashOrKey(query)) ? sendToEmergency(c, locale) : null;
}

/** Somebody typed a recovery phrase, a key or what may be one into the search box: it must go no further, not even as a referrer. */
function sendToEmergency(c: AppContext, locale: Locale): Response {
	c.header('Referrer-Policy', 'no-referrer');
	c.header('Cache-Control', 'no-store');
	return c.redirect(`/${locale}/emergency/`, 303);
}

async function searchView(c: AppContext, locale: Locale, query: string): Promise<PageView> {
	if (query === '') return { facts: ['results:empty'] };
	const found = searchArticles(await readArticles(c), query, locale);
	return {
		facts: [`results:${found.length > 0 ? 'some' : 'none'}`],
		fills: { query, count: String(found.length) },
		values: { q: query },
		lists: { results: () => resultItems(found) },
	};
}

/** An article's "still stuck?" names its topic and itself; without script both have to arrive as well. */
function preselect(c: AppContext, form: string): PageView {
	const { topic = '', article } = c.req.query();
	const fields = {
		...(topicIds.includes(topic) ? { topic: [topic] } : {}),
		...(articleIdField.safeParse(article).success && article ? { articles: [article] } : {}),
	};
	return Object.keys(fields).length > 0 ? { form: { name: form, fields } } : {};
}
