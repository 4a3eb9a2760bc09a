import { normaliseQuery } from '#shared/clean-query';
import { wilsonInterval } from '#shared/wilson';

import { otherLocale } from '../../config/locales.ts';

/** Articles by how much work on them would help, the most first; those without any signal are left out. */
export function rankArticles({ articles, votes, requests, misses = [], redirects }: Signals): {
	ranked: Ranked[];
	unanswered: Miss[];
} {
	const rows = new Map<string, Ranked>();
	const rowOf = (id: string) => {
		const present = currentId(id, redirects);
		const row = rows.get(present) ?? emptyRow(present, articles);
		rows.set(present, row);
		return row;
	};
	for (const { article, value, reason, count } of votes) {
		const row = rowOf(article);
		row[value] += count;
		if (value === 'no' && reason) row.reasons[reason] = (row.reasons[reason] ?? 0) + count;
	}
	for (const { article, count } of requests) rowOf(article).requests += count;
	const unanswered: Miss[] = [];
	for (const miss of misses) {
		const id = articleFor(miss, articles);
		if (id) rowOf(id).misses += miss.count;
		else unanswered.push(miss);
	}
	for (const row of rows.values()) {
		[row.lower, row.upper] = wilsonInterval(row.no, row.yes + row.no);
		row.score = row.misses + row.no * row.lower + row.requests;
	}
	const ranked = [...rows.values()].filter(({ score, yes, no }) => score > 0 || yes + no > 0);
	return {
		ranked: ranked.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id)),
		unanswered: unanswered.sort((a, b) => b.count - a.count),
	};
}

/** `<locale>/<kind>/<slug>` where the article stands now: votes and requests keep the address at which they were given. */
function currentId(id: string, redirects: ReadonlyMap<string, string>): string {
	const slash = id.indexOf('/');
	const moved = redirects.get(id.slice(slash + 1));
	return moved === undefined ? id : `${id.slice(0, slash)}/${moved}`;
}

/** The article whose title or other wording a search holds, or the reverse: it should have been found. */
function articleFor({ locale, query }: Miss, articles: readonly Titled[]): string | undefined {
	const wanted = normaliseQuery(query);
	if (wanted.length < 2) return undefined;
	const languages = [locale, ...(locale === 'en' || locale === 'zh-cn' ? [otherLocale(locale)] : [])];
	const own = languages.flatMap((language) => articles.filter(({ id }) => id.startsWith(`${language}/`)));
	return own.find(({ title, aliases }) =>
		[title, ...aliases].map(normaliseQuery).some((text) => text !== '' && (text.includes(wanted) || wanted.includes(text))),
	)?.id;
}

function emptyRow(id: string, articles: readonly Titled[]): Ranked {
	const title = articles.find((article) => article.id === id)?.title ?? '(gone)';
	return { id, title, yes: 0, no: 0, lower: 0, upper: 1, requests: 0, misses: 0, reasons: {}, score: 0 };
}

export interface Titled {
	/** `<locale>/<kind>/<slug>` */
	id: string;
	title: string;
	aliases: readonly string[];
}

export interface Miss {
	locale: string;
	query: string;
	count: number;
}

export interface Signals {
	articles: readonly Titled[];
	votes: readonly { article: string; value: 'yes' | 'no'; reason: string | null; count: number }[];
	/** Requests whose writer had opened the article before. */
	requests: readonly { article: string; count: number }[];
	/** Missing while nothing collects them. */
	misses?: readonly Miss[] | undefined;
	/** Old path to new one, without language. */
	redirects: ReadonlyMap<string, string>;
}

export interface Ranked {
	id: string;
	title: string;
	yes: number;
	no: number;
	/** Bounds of the share of "no" votes. */
	lower: number;
	upper: number;
	requests: number;
	misses: number;
	/** "No" votes by the reason that was given. */
	reasons: Record<string, number>;
	score: number;
}
