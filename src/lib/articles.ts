import { createHash } from 'node:crypto';

import { getCollection, type CollectionEntry } from 'astro:content';

import { isLocale, type Locale } from '../config/locales.ts';
import { kinds, type Kind } from './article-schema.ts';
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
	const entries = await getCollection(
		'articles',
		({ id, data }) => (!locale || id.startsWith(`${locale}/`)) && (import.meta.env.DEV || !data.draft),
	);
	const facts = await getFacts();
	return entries
		.map((entry) => toArticle(entry, facts))
		.sort((a, b) => b.entry.data.updated.getTime() - a.entry.data.updated.getTime() || a.id.localeCompare(b.id));
}

/** Articles by paths without language, in the order given; unknown ones are left out (the content check names them). */
export async function getByPaths(locale: Locale, paths: readonly string[]): Promise<Article[]> {
	const articles = new Map((await getArticles(locale)).map((article) => [`${article.kind}/${article.slug}`, article]));
	return paths.flatMap((path) => articles.get(path) ?? []);
}

/** Articles of a category in the order of its page: questions, then guides, each newest first. */
export async function getCategoryArticles(locale: Locale, category: string): Promise<Article[]> {
	const articles = (await getArticles(locale)).filter(({ entry }) => entry.data.category === category);
	return kinds.flatMap((kind) => articles.filter((article) => article.kind === kind));
}

export async function getCategories(): Promise<CollectionEntry<'categories'>[]> {
	return (await getCollection('categories')).sort((a, b) => a.data.order - b.data.order);
}

export async function getFacts(): Promise<Facts> {
	return toFacts((await getCollection('facts')).map(({ id, data }) => [id, data]));
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
