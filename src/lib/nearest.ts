/** Candidates in the order of how little they differ from a word that was probably mistyped. */
export function nearest(word: string, candidates: Iterable<string>): string[] {
	return [...candidates].toSorted((a, b) => distance(word, a) - distance(word, b));
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [i, letter] of a.split('').entries()) {
		const next = [i + 1];
		for (const [j, other] of b.split('').entries()) {
			const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
			next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
