import type { Manifest } from './format.ts';
import type { RankedPage } from './rank.ts';

/**
 * What the best page's score must reach to be an answer, or a weak one. `length` is added for each natural logarithm of the number of
 * terms: the longer a query, the less of it a page says that answers it. From a logistic regression on judged queries with and without
 * an answer (docs/decisions/0011-search.md); Chinese is cut into more terms, of which more are missing.
 */
const confidence = {
	chinese: { length: 0.18, good: 0.8, weak: 0.63 },
	other: { length: 0.42, good: 1.32, weak: 1.13 },
} as const;

/** How well the best page answers a query of so many terms. */
export function matchOf(best: RankedPage | undefined, terms: number, { hasCharacters }: Pick<Manifest, 'hasCharacters'>): Match {
	if (!best) return 'none';
	const { length, good, weak } = hasCharacters ? confidence.chinese : confidence.other;
	const sure = best.score + length * Math.log(Math.max(1, terms));
	if (sure < weak) return 'none';
	return sure < good ? 'weak' : 'good';
}

/** `weak`: nothing says quite that. `none`: what was found is hardly an answer. */
export type Match = 'good' | 'weak' | 'none';
