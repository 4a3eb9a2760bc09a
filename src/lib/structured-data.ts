import { site } from '#config/site';
import { locales } from '../config/locales.ts';
import type { Article } from './articles.ts';

/** schema.org data of an article page: where it stands, what it is, and for a question its direct answer. */
export function articleData(article: Article, category: { title: string; url: string }): object {
	const { locale, kind, url, entry } = article;
	const { title, summary, updated } = entry.data;
	const page = absolute(url);
	const publisher = { '@type': 'Organization', name: site.brand[locale], url: absolute(`/${locale}/`) };
	const crumbs = [
		[site.brand[locale], `/${locale}/`],
		[category.title, category.url],
		[title, url],
	] as const;
	return {
		'@context': 'https://schema.org',
		'@graph': [
			{
				'@type': 'BreadcrumbList',
				itemListElement: crumbs.map(([name, path], index) => ({
					'@type': 'ListItem',
					position: index + 1,
					name,
					item: absolute(path),
				})),
			},
			{
				'@type': 'Article',
				headline: title,
				description: summary,
				inLanguage: locales[locale].lang,
				dateModified: updated.toISOString().slice(0, 10),
				mainEntityOfPage: page,
				author: publisher,
				publisher,
			},
			...(kind === 'faq'
				? [
						{
							'@type': 'FAQPage',
							mainEntity: [{ '@type': 'Question', name: title, acceptedAnswer: { '@type': 'Answer', text: summary, url: page } }],
						},
					]
				: []),
		],
	};
}

/** JSON that may stand inside a script element: nothing in it can end the element. */
export function toScript(data: object): string {
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function absolute(path: string): string {
	return new URL(path, site.url).href;
}
