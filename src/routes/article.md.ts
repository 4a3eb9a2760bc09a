import type { APIRoute, GetStaticPaths } from 'astro';

import { site } from '#config/site';
import { articleMarkdown } from '../lib/article-markdown.ts';
import { getArticles, type Article } from '../lib/articles.ts';

export const getStaticPaths = (async () =>
	(await getArticles()).map((article) => ({
		params: { locale: article.locale, kind: article.kind, slug: article.slug },
		props: { article },
	}))) satisfies GetStaticPaths;

/** The Markdown of an article in the preview; builds write it as a file (src/integrations/markdown-files.ts). */
export const GET: APIRoute<{ article: Article }> = ({ props: { article } }) => {
	const { locale, url, entry } = article;
	const text = articleMarkdown({ locale, url, data: entry.data, body: entry.body ?? '' }, site);
	return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
