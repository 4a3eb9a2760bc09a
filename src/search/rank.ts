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

/**
 * How much of a query stands in a text, from 0 to 1: the share of its Latin words and of its pairs of Chinese characters.
 * Pairs see what segmentation cuts apart (没到账 in 没到账了).
 */
export function coverage(query: string, text: string): number {
	const pieces = piecesOf(query);
	if (pieces.length === 0) return 0;
	const folded = text.normalize('NFKC').toLowerCase();
	return pieces.filter((piece) => folded.includes(piece)).length / pieces.length;
}

/** Latin words and pairs of Chinese characters of a query, folded. */
export function piecesOf(query: string): string[] {
	return [
		...query
			.normalize('NFKC')
			.toLowerCase()
			.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_-])+/gu),
	].flatMap(([run]) => {
		if (!/^\p{Script=Han}/u.test(run) || run.length <= 2) return [run];
		return Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));
	});
}

function rarity(count: number): number {
	return 1 / Math.log2(2 + count);
}
