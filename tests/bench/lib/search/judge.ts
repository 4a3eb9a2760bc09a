import type { Match } from '../../../../src/search/index.ts';
import type { Judged } from './queries.ts';

/** Results that are looked at. */
export const depth = 10;

/** What the search must reach on the held half of our own queries: mean reciprocal rank a language, and share without any result. */
export const floors = { mrr: { 'zh-cn': 0.8, en: 0.78 }, zero: 0.01 } as const;

/** Whether the held half of our own queries in a language is answered well enough. */
export function reachesFloors(language: string, outcomes: readonly Outcome[]): boolean {
	const { mrr, zero } = measure(outcomes.filter(({ judged }) => judged.lang === language && judged.held));
	return mrr >= (floors.mrr[language as keyof typeof floors.mrr] ?? 0) && zero <= floors.zero;
}

/** Asks every query once, one after the other. */
export async function judge(queries: readonly Judged[], search: Ask): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const judged of queries) {
		const { pages, match } = await search(judged.query);
		const rank = pages.slice(0, depth).findIndex((url) => judged.relevant.includes(url)) + 1;
		outcomes.push({ judged, rank, pages, match });
	}
	return outcomes;
}

/** Measures of a set of outcomes; a measure that nothing in the set tells about is NaN. */
export function measure(outcomes: readonly Outcome[]): Measures {
	const [answered, unanswered] = [outcomes.filter(hasAnswer), outcomes.filter((outcome) => !hasAnswer(outcome))];
	const isGood = ({ match, pages }: Outcome) => pages.length > 0 && (match ?? 'good') === 'good';
	return {
		count: outcomes.length,
		mrr: mean(answered.map(({ rank }) => (rank > 0 ? 1 / rank : 0))),
		recall: share(answered, ({ rank }) => rank > 0 && rank <= 5),
		zero: share(answered, ({ pages }) => pages.length === 0),
		notExact: share(outcomes, (outcome) => !isGood(outcome)),
		falseAnswer: share(unanswered, isGood),
	};
}

/** Measures of each kind of query in the order of the set, then of all, then the mean of the kinds, which no large kind rules. */
export function measureKinds(outcomes: readonly Outcome[]): Map<string, Measures> {
	const byKind = Map.groupBy(outcomes, ({ judged }) => judged.kind);
	const kinds = new Map([...byKind].map(([kind, list]) => [kind, measure(list)]));
	const meanOf = (name: keyof Measures) =>
		mean([...kinds.values()].map((measures) => measures[name]).filter((value) => !Number.isNaN(value)));
	const ofKinds = { mrr: meanOf('mrr'), recall: meanOf('recall'), zero: meanOf('zero') };
	const all = measure(outcomes);
	return new Map([...kinds, ['all', all], ['mean of kinds', { ...all, ...ofKinds, notExact: NaN, falseAnswer: NaN }]]);
}

export function hasAnswer({ judged }: Outcome): boolean {
	return judged.relevant.length > 0;
}

function share<T>(list: readonly T[], test: (item: T) => boolean): number {
	return mean(list.map((item) => (test(item) ? 1 : 0)));
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Answers a query with paths of pages, the best first. */
export type Ask = (query: string) => Promise<{ pages: string[]; match?: Match | undefined }>;

export interface Outcome {
	judged: Judged;
	/** Place of the first right page, from 1; 0 when none is among the first ten. */
	rank: number;
	pages: string[];
	/** What the engine says of its answer; undefined when it says nothing. */
	match: Match | undefined;
}

export interface Measures {
	count: number;
	/** Mean reciprocal rank of the first right page among ten. */
	mrr: number;
	/** Share with a right page among the first five. */
	recall: number;
	/** Share without any result, of queries that have an answer. */
	zero: number;
	/** Share where the reader is told that nothing says quite that. */
	notExact: number;
	/** Share of queries without an answer that are answered as if they had one. */
	falseAnswer: number;
}
