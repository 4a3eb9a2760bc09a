import type { APIRoute, GetStaticPaths } from 'astro';

import { site } from '#config/site';
import { isKey, translator } from '../../../i18n/index.ts';
import { getArticles, type Article } from '../../../lib/articles.ts';
import { pageKey } from '../../../lib/page-key.ts';
import { toMarkdown } from '../../../lib/markdown.ts';

export const getStaticPaths = (async () =>
	Promise.all(
		(await getArticles()).map(async (article) => ({
			params: { locale: article.locale, kind: article.kind, slug: article.slug },
			props: { article },
			cacheKey: await pageKey(article),
		})),
	)) satisfies GetStaticPaths;

/** An article as plain Markdown, at its own address with `.md` instead of the slash. */
export const GET: APIRoute<{ article: Article }> = ({ props: { article } }) => {
	const { locale, url, entry } = article;
	const t = translator(locale);
	const named = (prefix: string) => (id: string) => {
		const key = `${prefix}.${id}`;
		return isKey(key) ? t(key) : id;
	};
	const { title, summary, whoCanFix, updated } = entry.data;
	const body = toMarkdown(entry.body ?? '', { actor: named('who'), platform: named('platform') });
	const head = [
		`# ${title}`,
		`> ${summary}`,
		`${t('who.title')}${locale === 'en' ? ': ' : '：'}${whoCanFix.map((actor) => t(`who.${actor}`)).join(locale === 'en' ? ', ' : '、')}`,
	];
	const foot = [
		'---',
		`${t('article.updated', { date: updated.toISOString().slice(0, 10) })} · ${site.url}${url}`,
		...(site.mode === 'demonstration' ? [t('demo.banner')] : []),
	];
	return new Response(`${[...head, body, ...foot].join('\n\n')}\n`, {
		headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
	});
};
