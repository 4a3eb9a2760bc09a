import { fold, termsOf } from '../text.ts';

/** Lines of synonyms of which at least one word is in the index; a word that nothing in the index holds can still be typed. */
export function usefulSynonyms(lines: readonly string[], index: { has(term: string): boolean }): string[] {
	return lines.filter((line) => {
		const words = line.split(',').map((word) => fold(word.trim()));
		return words.length > 1 && words.some((word) => termsOf(word).every((term) => index.has(term)));
	});
}
