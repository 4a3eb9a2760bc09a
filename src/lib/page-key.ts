import { createHash } from 'node:crypto';

import { getCollection, getEntry } from 'astro:content';

import { otherLocale } from '../config/locales.ts';
import { getByPaths, getCategories, getCategoryArticles, type Article } from './articles.ts';
import { buildTime } from './clock.ts';
import { readDiagrams } from './diagrams.ts';
import { noticesFor } from './notices.ts';

/**
 * Stands for everything in `content/` that an article's page shows: a page whose key and code are those of the last build is
 * taken from there. SHA-256, base64url. What the layout shows of content has to be in here, or it would grow old unseen.
 */
export async function pageKey(article: Article): Promise<string> {
	const { locale, kind, slug, entry } = article;
	const siblings = await getCategoryArticles(locale, entry.data.category);
	const place = siblings.findIndex(({ id }) => id === article.id);
	const neighbours = [siblings[place - 1], siblings[place + 1], ...(await getByPaths(locale, entry.data.related))];
	const twin = await getEntry('articles', `${otherLocale(locale)}/${kind}/${slug}`);
	return hash([
		entry.data,
		entry.body,
		neighbours.map((other) => [other?.url, other?.entry.data.title, other?.entry.data.summary]),
		[twin?.data, twin?.body],
		await (frame[locale] ??= frameKey(article)),
	]);
}

const frame: Partial<Record<Article['locale'], Promise<string>>> = {};

/** What all pages of a language share: topics, explained words, facts, diagrams, notices. */
async function frameKey({ locale }: Article): Promise<string> {
	const collections = [await getCategories(), await getCollection('glossary'), await getCollection('facts')];
	const notices = noticesFor(await getCollection('notices'), locale, buildTime());
	const shown = notices.map(({ data, body }) => [data, body, Date.parse(data.start) > buildTime()]);
	return hash([collections, readDiagrams(), shown, process.env['OG'] ?? '']);
}

function hash(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
