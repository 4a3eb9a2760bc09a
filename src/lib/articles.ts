import { createHash } from 'node:crypto';

import { getCollection, type CollectionEntry } from 'astro:content';

import { isLocale, type Locale } from '../config/locales.ts';
import { groupByCategory, newestFirst } from './article-order.ts';
import type { Kind } from './article-schema.ts';
import { fillAll, fillFacts, toFacts, type Facts } from './facts.ts';

export type Entry = CollectionEntry<'articles'>;

/** An article with what its id says: `<locale>/<kind>/<slug>`. */
export interface Article {
	id: string;
	locale: Locale;
	kind: Kind;
	slug: string;
	/** Path on this site, with slashes at both ends. */
	url: string;
	/** Facts are filled in, in frontmatter and body. */
	entry: Entry;
}

/** Articles of one language or all, newest first; drafts only in the preview. */
export async function getArticles(locale?: Locale): Promise<Article[]> {
	const { articles } = await getLibrary();
	return locale ? articles.filter((article) => article.locale === locale) : [...articles];
}

/** Articles by paths without language, in the order given; unknown ones are left out (the content check names them). */
export async function getByPaths(locale: Locale, paths: readonly string[]): Promise<Article[]> {
	const { byId } = await getLibrary();
	return paths.flatMap((path) => byId.get(`${locale}/${path}`) ?? []);
}

/** Articles of a category in the order of its page: questions, then guides, each newest first. */
export async function getCategoryArticles(locale: Locale, category: string): Promise<Article[]> {
	const { byCategory } = await getLibrary();
	return byCategory.get(`${locale}/${category}`) ?? [];
}

export async function getCategories(): Promise<CollectionEntry<'categories'>[]> {
	return (await getCollection('categories')).sort((a, b) => a.data.order - b.data.order);
}

export async function getFacts(): Promise<Facts> {
	return (await getLibrary()).facts;
}

let library: Promise<Library> | undefined;

/** Everything once per build: each page asks, and there are thousands. The preview reads anew, since files change under it. */
function getLibrary(): Promise<Library> {
	if (__PREVIEW__) return readLibrary();
	return (library ??= readLibrary());
}

async function readLibrary(): Promise<Library> {
	const facts = toFacts((await getCollection('facts')).map(({ id, data }) => [id, data]));
	const entries = await getCollection('articles', ({ data }) => __PREVIEW__ || !data.draft);
	const articles = entries.map((entry) => toArticle(entry, facts)).sort(newestFirst);
	return {
		facts,
		articles,
		byId: new Map(articles.map((article) => [article.id, article])),
		byCategory: groupByCategory(articles),
	};
}

/** Which text a vote is about: first 16 hex digits of SHA-256 over title, summary and body. */
export function contentHash({ data, body = '' }: Entry): string {
	return createHash('sha256').update([data.title, data.summary, body].join('\0')).digest('hex').slice(0, 16);
}

function toArticle(entry: Entry, facts: Facts): Article {
	const [locale, kind, slug] = entry.id.split('/');
	if (!isLocale(locale) || (kind !== 'faq' && kind !== 'guides') || !slug)
		throw new Error(`article id out of place: ${entry.id}`);
	const filled = { ...entry, data: fillAll(entry.data, locale, facts), body: fillFacts(entry.body ?? '', locale, facts) };
	return { id: entry.id, locale, kind, slug, url: `/${entry.id}/`, entry: filled };
}

interface Library {
	facts: Facts;
	articles: readonly Article[];
	byId: ReadonlyMap<string, Article>;
	/** By `<locale>/<category>`, in the order of the category's page. */
	byCategory: ReadonlyMap<string, Article[]>;
}
