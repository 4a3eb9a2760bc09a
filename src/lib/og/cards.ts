import type { CollectionEntry } from 'astro:content';

import { site } from '#config/site';
import { localeIds, locales, type Locale } from '../../config/locales.ts';
import { translator } from '../../i18n/index.ts';
import { actors } from '../article-schema.ts';
import { getArticles, getCategories, type Article } from '../articles.ts';
import type { Card } from './template.ts';

/** What the pictures of all pages say that have one of their own, by the path of the page. */
export async function loadCards(): Promise<Map<string, PageCard>> {
	const categories = await getCategories();
	const articles = (await getArticles()).map((article) =>
		articleCard(
			article,
			categories.find(({ id }) => id === article.entry.data.category),
		),
	);
	const others = localeIds.flatMap((locale) => [
		homeCard(locale),
		...categories.map((category) => categoryCard(category, locale)),
	]);
	return new Map([...others, ...articles].map((page) => [page.path, page]));
}

function articleCard({ id, url, locale, entry }: Article, category: Category | undefined): PageCard {
	const t = translator(locale);
	const { title, whoCanFix } = entry.data;
	const topic = category && { icon: category.data.icon, name: category.data.title[locale] };
	const who = { label: t('who.title'), actors: whoCanFix.map((actor) => ({ icon: actor, name: t(`who.${actor}`) })) };
	return { path: url, source: `content/articles/${id}.mdx`, texts: [title], card: { ...frame(locale), topic, title, who } };
}

function categoryCard({ id, data }: Category, locale: Locale): PageCard {
	const t = translator(locale);
	const [title, lead] = [data.title[locale], data.description[locale]];
	const topic = { icon: data.icon, name: t('footer.topics') };
	return {
		path: `/${locale}/categories/${id}/`,
		source: `content/categories/${id}.yml`,
		texts: [title, lead],
		card: { ...frame(locale), topic, title, lead, motto: t('footer.about') },
	};
}

function homeCard(locale: Locale): PageCard {
	const t = translator(locale);
	const card = { ...frame(locale), title: t('home.title'), lead: t('home.lead'), motto: t('footer.about') };
	const shared = [
		t('who.title'),
		t('footer.topics'),
		...actors.map((actor) => t(`who.${actor}`)),
		card.brand,
		card.demonstration ?? '',
	];
	return {
		path: `/${locale}/`,
		source: `src/i18n/${locale}.ts or src/config/site.ts`,
		texts: [card.title, card.lead, card.motto, ...shared],
		card,
	};
}

function frame(locale: Locale): Pick<Card, 'lang' | 'brand' | 'demonstration'> {
	const demonstration = site.mode === 'demonstration' ? translator(locale)('demo.title') : undefined;
	return { lang: locales[locale].lang, brand: site.brand[locale], demonstration };
}

type Category = CollectionEntry<'categories'>;

/** A page and what its picture says. */
export interface PageCard {
	/** Path on this site, with slashes at both ends. */
	path: string;
	/** The file whose writer can mend the texts below. */
	source: string;
	texts: string[];
	card: Card;
}
