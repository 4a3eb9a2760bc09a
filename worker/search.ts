import type { Locale } from '#config/locales';
import type { ArticleRecord } from '#shared/articles';

const weights = { title: 4, alias: 3, summary: 1 } as const;
const maxResults = 20;
/** Share of a query's terms that an article must contain. */
const requiredShare = 0.5;
/** Share of the character pairs of a Chinese question that counts as containing it. */
const requiredPairs = 0.5;

/** Articles for a reader without script: by title, the words that people use, and summary; the reader's language first. */
export function searchArticles(articles: readonly ArticleRecord[], query: string, locale: Locale): ArticleRecord[] {
	const terms = toTerms(query);
	return articles
		.map((article) => ({ article, score: scoreArticle(article, terms) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => Number(b.article.locale === locale) - Number(a.article.locale === locale) || b.score - a.score)
		.slice(0, maxResults)
		.map(({ article }) => article);
}

function scoreArticle(article: ArticleRecord, terms: readonly string[]): number {
	const fields = [
		{ text: normalise(article.title), weight: weights.title },
		...article.aliases.map((alias) => ({ text: normalise(alias), weight: weights.alias })),
		{ text: normalise(article.summary), weight: weights.summary },
	];
	const scores = terms.map((term) => Math.max(...fields.map(({ text, weight }) => weight * scoreTerm(text, term))));
	const matched = scores.filter((score) => score > 0).length;
	return matched >= terms.length * requiredShare ? scores.reduce((sum, score) => sum + score, 0) : 0;
}

/** Chinese has no spaces between words: a question counts by itself, or by the pairs of characters that it shares. */
function scoreTerm(text: string, term: string): number {
	if (!isHan(term))
		return text.split(/[^\p{L}\p{N}]+/u).some((word) => word === term || (term.length > 2 && word.startsWith(term))) ? 1 : 0;
	if (text.includes(term)) return 1;
	const pairs = Array.from({ length: term.length - 1 }, (_, index) => term.slice(index, index + 2));
	const share = pairs.length > 0 ? pairs.filter((pair) => text.includes(pair)).length / pairs.length : 0;
	return share >= requiredPairs ? share : 0;
}

/** Words of a query; runs of Chinese characters and Latin words are terms of their own. */
function toTerms(query: string): string[] {
	return [...new Set(normalise(query).match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+\p{N}*|\p{N}+/gu) ?? [])];
}

function isHan(term: string): boolean {
	return /^\p{Script=Han}/u.test(term);
}

function normalise(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
