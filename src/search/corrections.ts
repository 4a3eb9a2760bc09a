import { stem } from './text.ts';

/** Completions of an unfinished word that are looked up, the commonest. */
const maxCompletions = 8;

/** Terms of the words that an unfinished word may become, the commonest first; `words` are words with the number of their pages. */
export function complete(start: string, words: ReadonlyMap<string, number>): string[] {
	if (start.length < 3 || !/^[a-z]+$/.test(start)) return [];
	const own = stem(start);
	const found = [...words].filter(([word]) => word.startsWith(start) && stem(word) !== own).sort(([, a], [, b]) => b - a);
	return [...new Set(found.slice(0, maxCompletions).map(([word]) => stem(word)))];
}

/**
 * The known word that is meant by one that is not known: one edit away, two for words of eight letters and more, with swapped neighbours
 * as one edit (Damerau 1964); the nearest, then the commonest.
 */
export function correct(word: string, words: ReadonlyMap<string, number>): { word: string; term: string } | undefined {
	if (word.length < 4 || !/^[a-z]+$/.test(word)) return undefined;
	const most = word.length >= 8 ? 2 : 1;
	let best: { word: string; distance: number; pages: number } | undefined;
	for (const [candidate, pages] of words) {
		if (Math.abs(candidate.length - word.length) > most) continue;
		const edits = distance(word, candidate, most);
		// Slips at the first letter are rare.
		const value = edits + (candidate[0] === word[0] ? 0 : 0.5);
		if (edits > most || (best && (value > best.distance || (value === best.distance && pages <= best.pages)))) continue;
		best = { word: candidate, distance: value, pages };
	}
	return best && { word: best.word, term: stem(best.word) };
}

/** Optimal string alignment distance; gives up beyond `most`. */
function distance(a: string, b: string, most: number): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
			row.push(edits);
		}
		if (Math.min(...row) > most) return most + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
