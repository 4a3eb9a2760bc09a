import type { APIRoute } from 'astro';

import type { ArticleRecord } from '#shared/articles';
import { contentHash, getArticles } from '../lib/articles.ts';

/** What the Worker knows of the articles: votes are bound to the hash, search without script matches the texts. */
export const GET: APIRoute = async () => {
	const records = (await getArticles()).map(({ id, locale, url, entry }): ArticleRecord => ({
		id,
		hash: contentHash(entry),
		locale,
		category: entry.data.category,
		title: entry.data.title,
		summary: entry.data.summary,
		aliases: entry.data.aliases,
		url,
	}));
	return Response.json(records);
};
