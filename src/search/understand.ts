import { stopChinese, stopStems } from './stop-words.ts';
import { fold, pairsOf, runsOf, stem, termsOf, type Run } from './text.ts';
import { weights } from './weights.ts';

/** What a query asks for: terms to look up, each with others that count as it. */
export interface Wanted {
	weight: number;
	/** The term itself first. Where a variant has several terms, all of them must stand in the same part of a page. */
	variants: { terms: string[]; weight: number }[];
	/** The Latin word it comes from, and whether it may be unfinished. */
	word?: { text: string; isLast: boolean };
	/** It is read as Chinese syllables in Latin letters. */
	isPinyin?: boolean;
	/** The Chinese pair it is. */
	pair?: string;
}

const longest = 200;

/**
 * Cuts a query into what it asks for. Pure; knows nothing of what the index holds. Of a longer text, such as a pasted log, the
 * beginning and the end count.
 */
export function understand(query: string, characters: Characters = noCharacters, synonyms: Synonyms = []): Wanted[] {
	const text = shorten(simplify(fold(query), characters));
	const runs = runsOf(text);
	const wanted = new Map<string, Wanted>();
	for (const [index, run] of runs.entries()) {
		const found = run.isCjk ? chinese(run) : latin(run, index === runs.length - 1, characters);
		for (const item of found) {
			const key = item.variants[0]?.terms[0] ?? '';
			const known = wanted.get(key);
			if (known) known.weight = Math.max(known.weight, item.weight);
			else wanted.set(key, item);
		}
	}
	addSynonyms(text, wanted, synonyms);
	return [...wanted.values()];
}

/** Traditional characters as simplified ones, as far as the index knows them. */
export function simplify(text: string, { simplified }: Characters): string {
	return simplified.size === 0 ? text : Array.from(text, (character) => simplified.get(character) ?? character).join('');
}

/** Letters as Chinese syllables, the fewest that make up all of them; undefined where that is impossible. */
export function cutPinyin(letters: string, { syllables }: Characters): string[] | undefined {
	const best: (string[] | undefined)[] = [[]];
	for (let end = 1; end <= letters.length; end++) {
		for (let start = Math.max(0, end - 6); start < end; start++) {
			const before = best[start];
			if (!before || !syllables.has(letters.slice(start, end))) continue;
			if (!best[end] || before.length + 1 < (best[end]?.length ?? 0)) best[end] = [...before, letters.slice(start, end)];
		}
	}
	return best[letters.length];
}

/** Terms under which pairs of syllables and first letters of syllables are indexed. */
export const syllablePair = (first: string, second: string) => `~${first} ${second}`;
export const initialLetters = (letters: string) => `^${letters}`;

function latin(run: Run, isLast: boolean, characters: Characters): Wanted[] {
	const term = stem(run.text);
	const word = { text: run.text, isLast };
	const whole: Wanted = { weight: stopStems.has(term) ? weights.stop : 1, variants: [{ terms: [term], weight: 1 }], word };
	if (!/^[a-z]{2,30}$/.test(run.text) || characters.syllables.size === 0) return [whole];
	const syllables = cutPinyin(run.text, characters);
	if (syllables && syllables.length > 1)
		// Each pair stands for a part of what was typed; the word itself may still be meant.
		return syllables.slice(1).map((syllable, index) => ({
			weight: 1,
			variants: [
				{ terms: [syllablePair(syllables[index] ?? '', syllable)], weight: weights.pinyin },
				{ terms: [term], weight: 1 },
			],
			isPinyin: true,
		}));
	if (run.text.length <= 6) whole.variants.push({ terms: [initialLetters(run.text)], weight: weights.initials });
	return [whole];
}

function chinese(run: Run): Wanted[] {
	const { starts, stops } = cutWords(run.text);
	return pairsOf(run.text).map((pair, index) => {
		if (pair.length < 2) return { weight: stopChinese.has(pair) ? weights.stop : 1, variants: [{ terms: [pair], weight: 1 }] };
		const stopped = Number(stops.has(index)) + Number(stops.has(index + 1));
		const meaning = stopChinese.has(pair) ? weights.stop : weights.stop ** (stopped / 2);
		const across = starts.has(index + 1) ? weights.acrossWords : 1;
		return { weight: meaning * across, variants: [{ terms: [pair], weight: 1 }], pair };
	});
}

/** Where words start, and which characters belong to words without meaning. Browsers without a segmenter take every pair alike. */
function cutWords(run: string): { starts: Set<number>; stops: Set<number> } {
	const starts = new Set<number>();
	const stops = new Set<number>();
	if (!('Segmenter' in Intl)) return { starts, stops };
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	for (const { segment, index } of segmenter.segment(run)) {
		starts.add(index);
		if (stopChinese.has(segment)) for (let at = index; at < index + segment.length; at++) stops.add(at);
	}
	return { starts, stops };
}

let segmenter: Intl.Segmenter | undefined;

/**
 * Adds to each term of some words of the query their synonyms. Of words inside longer ones that have synonyms of their own, only the
 * longer count.
 */
function addSynonyms(text: string, wanted: Map<string, Wanted>, synonyms: Synonyms): void {
	let rest = spread(text);
	for (const { words, key, others } of synonyms) {
		const at = rest.indexOf(key);
		if (at === -1) continue;
		rest = rest.slice(0, at) + ' | '.padEnd(key.length) + rest.slice(at + key.length);
		const variants = others.flatMap((other) => {
			const terms = tellingTerms(other);
			return terms.length > 0 ? [{ terms, weight: weights.synonym }] : [];
		});
		for (const term of termsOf(words)) wanted.get(term)?.variants.push(...variants);
	}
}

/** A folded text as synonyms are looked for in it: Latin words as stems between spaces, Chinese as it stands. */
export function spread(text: string): string {
	const runs = runsOf(text).map(({ text: run, isCjk }) => (isCjk ? run : ` ${stem(run)} `));
	return runs.join('').replaceAll('  ', ' ');
}

/** Terms without the little words; none where only one word of a phrase is left, such as "log" of "log in". */
function tellingTerms(words: string): string[] {
	const terms = [...new Set(termsOf(words))];
	const telling = terms.filter((term) => !stopStems.has(term));
	return telling.length === terms.length || telling.length > 1 ? telling : [];
}

function shorten(text: string): string {
	return text.length <= longest ? text : `${text.slice(0, longest / 2)} ${text.slice(-longest / 2)}`;
}

/** What the index knows of Chinese characters. */
export interface Characters {
	/** Traditional → simplified. */
	simplified: ReadonlyMap<string, string>;
	/** Syllable of a character, without tone. */
	sounds: ReadonlyMap<string, string>;
	syllables: ReadonlySet<string>;
}

export const noCharacters: Characters = { simplified: new Map(), sounds: new Map(), syllables: new Set() };

/** Words, the form in which they are looked for, and others that mean the same; the longest first. */
export type Synonyms = readonly { words: string; key: string; others: readonly string[] }[];
