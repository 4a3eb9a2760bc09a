import type { Locale } from '#config/locales';
import { ArticleRecordsSchema, type ArticleRecord } from '#shared/articles';
import type { ChannelLists } from '#shared/verify/kinds';
import { ChannelListsSchema } from '#shared/verify/schema';

import type { AppContext } from '../context.ts';
import { ApiError } from '../problem.ts';
import type { Settings } from '../settings.ts';

/** Any absolute URL will do: the binding looks at the path only. */
const assetOrigin = 'http://assets.local';
const retrySeconds = 30;

/** A new deployment starts new isolates, so what was read once stays true. */
let articles: ArticleRecord[] | null = null;
let channels: Record<Locale, ChannelLists> | null = null;

/** A file of the built site; from Astro's dev server while somebody edits. */
export function fetchAsset(c: AssetSource, path: string): Promise<Response> {
	const { SITE_ORIGIN } = c.var.settings;
	// The header keeps the dev server from passing a live page back to this Worker.
	return SITE_ORIGIN
		? fetch(new URL(path, SITE_ORIGIN), { headers: { 'X-Built-Page': '1' } })
		: c.env.ASSETS.fetch(new URL(path, assetOrigin));
}

/** Every published article. */
export async function readArticles(c: AppContext): Promise<ArticleRecord[]> {
	if (articles) return articles;
	const response = await fetchAsset(c, '/articles.json');
	if (!response.ok) throw new ApiError('UNAVAILABLE', { retryAfter: retrySeconds });
	const records = ArticleRecordsSchema.parse(await response.json());
	if (!c.var.settings.SITE_ORIGIN) articles = records;
	return records;
}

/** The article with this id, if it is published. */
export async function findArticle(c: AppContext, id: string): Promise<ArticleRecord | undefined> {
	return (await readArticles(c)).find((article) => article.id === id);
}

/** The official channels and the known fakes, in the words of a language. */
export async function readChannelLists(c: AppContext, locale: Locale): Promise<ChannelLists> {
	if (channels) return channels[locale];
	const response = await fetchAsset(c, '/channels.json');
	if (!response.ok) throw new ApiError('UNAVAILABLE', { retryAfter: retrySeconds });
	const lists = ChannelListsSchema.parse(await response.json());
	if (!c.var.settings.SITE_ORIGIN) channels = lists;
	return lists[locale];
}

/** What assets are read through: a request's context, or what is left of it when the request is over. */
export interface AssetSource {
	env: Pick<Env, 'ASSETS'>;
	var: { settings: Settings };
}
