import { foldWord } from '#shared/guard/fold';
import type { WordLists } from '#shared/guard/span';

const chinese = new Set(['simplified', 'traditional']);
const known = new WeakMap<WordLists['languages'], Lexicon>();

/** The lists made ready for look-ups: once for each object of lists, at its first use. */
export function lexiconOf({ languages }: WordLists): Lexicon {
	let lexicon = known.get(languages);
	if (lexicon) return lexicon;
	const all = Object.entries(languages).map(([language, words]) => makeVocabulary(language, words));
	lexicon = {
		alphabetic: all.filter(({ language }) => !chinese.has(language)),
		chinese: all.filter(({ language }) => chinese.has(language)),
	};
	known.set(languages, lexicon);
	return lexicon;
}

/** The places of the words that one slip makes of this one: a letter missing, added, changed, or two swapped. At most eight. */
export function nearWords(word: string, { places }: Vocabulary): number[] {
	if (word.length < 3 || word.length > 12) return [];
	const found = new Set<number>();
	for (const variant of slips(word)) {
		const place = places.get(variant);
		if (place !== undefined) found.add(place);
	}
	return [...found].slice(0, 8);
}

function* slips(word: string): Generator<string> {
	const letters = new Set(/^[a-z]+$/.test(word) ? 'abcdefghijklmnopqrstuvwxyz' : word);
	for (let at = 0; at <= word.length; at++) {
		const [before, after] = [word.slice(0, at), word.slice(at)];
		if (after) yield before + after.slice(1);
		if (after.length > 1) yield before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2);
		for (const letter of letters) {
			yield before + letter + after;
			if (after) yield before + letter + after.slice(1);
		}
	}
}

function makeVocabulary(language: string, list: readonly string[]): Vocabulary {
	const words = list.map(foldWord);
	const places = new Map(words.map((word, place) => [word, place]));
	const starts = new Map(words.map((word, place) => [word.slice(0, 4), place]));
	// Where four letters do not tell words apart, nobody shortens them.
	return { language, words, places, starts: starts.size === words.length ? starts : undefined };
}

export interface Vocabulary {
	language: string;
	/** In the form of `fold`. */
	words: readonly string[];
	places: ReadonlyMap<string, number>;
	/** The same by the first letters, which some wallets let people write instead of the word. */
	starts: ReadonlyMap<string, number> | undefined;
}

interface Lexicon {
	alphabetic: Vocabulary[];
	chinese: Vocabulary[];
}
