import { stemmer } from 'stemmer';

/**
 * How texts and queries are cut into terms; the same on both sides, or nothing would be found.
 *
 * Chinese (and Japanese) runs become overlapping pairs of characters: every substring of two or more characters is found,
 * without a dictionary that the browser would have to load and that disagrees with what people type. Latin words become stems.
 */

const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const runPattern = new RegExp(`[${cjk}]+|(?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:(?![${cjk}])[\\p{L}\\p{N}])+)*`, 'gu');
const cjkPattern = new RegExp(`^[${cjk}]`, 'u');

/** One form for full-width and half-width, capital and small, composed and decomposed letters. */
export function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

/** Runs of letters and digits in a folded text, in order. */
export function runsOf(folded: string): Run[] {
	return [...folded.matchAll(runPattern)].map(({ 0: text, index }) => ({ text, start: index, isCjk: cjkPattern.test(text) }));
}

/** Terms of a folded text, in order and with repeats. */
export function termsOf(folded: string): string[] {
	return toTerms(runsOf(folded));
}

export function toTerms(runs: readonly Run[]): string[] {
	return runs.flatMap(({ text, isCjk }) => (isCjk ? pairsOf(text) : [stem(text)]));
}

/** Overlapping pairs of characters; a single character stands for itself. */
export function pairsOf(run: string): string[] {
	const characters = Array.from(run);
	if (characters.length < 2) return characters;
	return characters.slice(1).map((character, index) => characters[index] + character);
}

/** The stem of a Latin word (Porter 1980); words with digits stay as they are. */
export function stem(word: string): string {
	let known = stems.get(word);
	if (known === undefined) {
		known = findStem(word);
		// A query cannot fill the memory of a Worker that lives long.
		if (stems.size < 20_000) stems.set(word, known);
	}
	return known;
}

const stems = new Map<string, string>();

function findStem(word: string): string {
	const text = word.replace(/['’]s?$/, '').replace(/['’]/g, '');
	return /^[a-z]+$/.test(text) ? stemmer(text) : text;
}

export interface Run {
	text: string;
	/** Where it stands in the folded text. */
	start: number;
	isCjk: boolean;
}
