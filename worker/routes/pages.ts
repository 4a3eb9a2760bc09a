import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

import { isLocale, localeIds, type Locale } from '#config/locales';
import { topicIds } from '#shared/contact';
import { guessCountry } from '#shared/country';
import { articleIdField } from '#shared/fields';
import { isHashOrKey } from '#shared/formats';
import { searchPath, tidyQuery } from '#shared/search-view';

import { slotsView } from '../callbacks/slot-page.ts';
import type { AppContext, AppEnv } from '../context.ts';
import { mayBeSecret } from '../input/guard.ts';
import { acceptedLanguages, preferredLocale } from '../pages/language.ts';
import { livePage, type PageView } from '../pages/live-page.ts';
import { sendToEmergency } from '../middleware/url-guard.ts';
import { ApiError } from '../problem.ts';
import { replyTimeView } from '../requests/reply-times.ts';
import { askedOf, searchPage } from '../search/search-page.ts';
import { closedTimes } from '../callbacks/closed-times.ts';
import { switchFacts } from '../switches.ts';

const inLocale = `/:locale{${localeIds.join('|')}}`;

/** Live pages that are only read; their forms post to the API. */
export const pages = new Hono<AppEnv>();

pages.get('/', (c) => {
	c.header('Vary', 'Accept-Language, Cookie');
	c.header('Cache-Control', 'no-store');
	return c.redirect(`/${preferredLocale(c, getCookie(c, 'language'))}/`, 302);
});

pages.get(`${inLocale}/search/`, async (c) => {
	const locale = localeOf(c);
	return guardQuery(c) ?? livePage(c, locale, 'search', await searchPage(c, locale));
});

// Other spellings of the same page. What must not be repeated is answered here: a redirect would repeat it.
for (const spelling of ['search', 'search.html', 'search/index', 'search/index.html', 'search//']) {
	pages.get(`${inLocale}/${spelling}`, (c) => {
		const [locale, asked] = [localeOf(c), askedOf(c)];
		return guardQuery(c) ?? c.redirect(asked.query ? searchPath(locale, asked) : `/${locale}/search/`, 303);
	});
}

pages.get(`${inLocale}/contact/`, async (c) => {
	const locale = localeOf(c);
	const [form, closed, median] = await Promise.all([switchFacts(c, 'contact'), closedTimes(c), replyTimeView(c, locale)]);
	const facts = [...(form.facts ?? []), ...(median.facts ?? [])];
	return livePage(c, locale, 'contact', { ...preselect(c, 'contact'), ...closed, ...median, facts });
});

pages.get(`${inLocale}/channels/`, async (c) => {
	const locale = localeOf(c);
	const [switches, closed, median] = await Promise.all([switchFacts(c), closedTimes(c), replyTimeView(c, locale)]);
	return livePage(c, locale, 'channels', { ...closed, ...median, facts: [...(switches.facts ?? []), ...(median.facts ?? [])] });
});

pages.get(`${inLocale}/callback/`, async (c) => {
	const locale = localeOf(c);
	const [slots, form] = await Promise.all([slotsView(c, locale), switchFacts(c, 'callbacks')]);
	const facts = [...(slots.facts ?? []), ...(form.facts ?? [])];
	const chosen = withCountry(c, locale, preselect(c, 'callback'));
	return livePage(c, locale, 'callback', { ...chosen, ...slots, values: { ...slots.values, ...zoneValues(chosen) }, facts });
});

/** The language of a live page's path. */
export function localeOf(c: AppContext): Locale {
	const locale = c.req.param('locale');
	if (!isLocale(locale)) throw new ApiError('NOT_FOUND');
	return locale;
}

/** The answer to a query that is or may be a secret, whichever way it came. */
function guardQuery(c: AppContext): Response | null {
	// Every `q`, not only the one that is searched for.
	const queries = c.req.queries('q') ?? [];
	const isSecret = (query: string) => mayBeSecret(query) || isHashOrKey(query);
	return queries.some((query) => isSecret(query) || isSecret(tidyQuery(query))) ? sendToEmergency(c) : null;
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

/** The country of numbers without a code, as far as the reader's languages tell it. */
function withCountry(c: AppContext, locale: Locale, { form }: PageView): PageView {
	const country = guessCountry(locale, acceptedLanguages(c));
	const fields = { ...form?.fields, ...(country ? { country: [country] } : {}) };
	return { form: { name: 'callback', fields } };
}

/** What the form that changes the time zone takes along. */
function zoneValues({ form }: PageView): Record<string, string> {
	const topic = form?.fields['topic']?.[0];
	return topic ? { topic } : {};
}
