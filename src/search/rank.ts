/** What one term found: page ids with the engine's score, best first. */
export interface TermHits {
	hits: readonly { id: string; score: number }[];
	/** How much the term counts before its rarity; 1 for a word of the query. */
	weight: number;
}

/**
 * Merges searches for single words into one ranking: pages that contain more of the words come first, rare words count
 * more than common ones. Returns page ids, best first.
 */
export function mergeHits(terms: readonly TermHits[]): string[] {
	const pages = new Map<string, { score: number; covered: number }>();
	const total = terms.reduce((sum, { hits, weight }) => sum + weight * rarity(hits.length), 0);
	for (const { hits, weight } of terms) {
		const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
		const share = weight * rarity(hits.length);
		for (const { id, score } of hits) {
			const page = pages.get(id) ?? { score: 0, covered: 0 };
			page.score += share * (0.4 + 0.6 * (score / best));
			page.covered += share;
			pages.set(id, page);
		}
	}
	const value = ({ score, covered }: { score: number; covered: number }) => score * (covered / total);
	return [...pages].sort(([a, left], [b, right]) => value(right) - value(left) || a.localeCompare(b)).map(([id]) => id);
}

function rarity(count: number): number {
	return 1 / Math.log2(2 + count);
}
