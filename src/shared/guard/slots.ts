import type { Vocabulary } from '#shared/guard/lexicon';
import type { Token } from '#shared/guard/tokens';

/** Words that number others: "first: abandon", "word 2: ability". Most stand in a list themselves, so their place decides. */
const ordinals = new Set(
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth one two three four five six seven eight nine ten eleven twelve next last final finally then'.split(
		' ',
	),
);
const labels = new Set('word words number seed phrase item no nr mot palabra parola palavra slovo'.split(' '));
/** Words between the words of a phrase that somebody dictates. */
const fillers = new Set(
	'and then after followed by comma plus finally lastly is the puis ensuite et luego despues y poi dopo e depois pak a 然后 接着 和 再 逗号 之后 下一个'.split(
		' ',
	),
);
const mostFillers = 4;
/** So many gaps that look the same make a pattern: prose has none. */
const fewestAlike = 8;

/** Each word as it stands. */
export function plainSlots(tokens: readonly Token[], { places }: Vocabulary): Slot[] {
	return tokens.map((token) => toSlot(token, places.get(token.word) ?? -1));
}

/** Words cut to their first letters. Longer words end a run: prose has few runs of short words only. */
export function shortSlots(tokens: readonly Token[], { starts, places }: Vocabulary): Slot[] {
	return tokens.map((token) => {
		const place = token.word.length > 4 ? undefined : (places.get(token.word) ?? starts?.get(token.word));
		return toSlot(token, place ?? -1, place === undefined || token.isFar);
	});
}

/** The words of the list alone, where the same other words stand in most gaps between them: "abandon then ability then able". */
export function regularSlots(tokens: readonly Token[], { places }: Vocabulary): Slot[] {
	const slots: Slot[] = [];
	let between: string[] = [];
	let isBreak = true;
	const gaps: string[] = [];
	for (const token of tokens) {
		isBreak ||= token.isFar;
		const place = fillers.has(token.word) ? undefined : places.get(token.word);
		if (place === undefined) {
			between.push(signature(token));
			continue;
		}
		isBreak ||= between.length > mostFillers;
		slots.push(toSlot(token, place, isBreak));
		gaps.push(isBreak ? '' : [...new Set(between)].join(' '));
		[between, isBreak] = [[], false];
	}
	return breakIrregular(slots, gaps);
}

function breakIrregular(slots: Slot[], gaps: readonly string[]): Slot[] {
	const counts = new Map<string, number>();
	for (const gap of gaps) if (gap) counts.set(gap, (counts.get(gap) ?? 0) + 1);
	const alike = new Set([...counts].filter(([, count]) => count >= fewestAlike).map(([gap]) => gap));
	if (alike.size === 0) return [];
	return slots.map((slot, index) => {
		const gap = gaps[index] ?? '';
		return { ...slot, isBreak: slot.isBreak || !(gap === '' || gap === '+' || alike.has(gap)) };
	});
}

function signature({ word, isHan }: Token): string {
	if (fillers.has(word)) return '+';
	if (!isHan) return word;
	return word.length <= 4 ? '字' : word;
}

/** The tokens that do not number others. */
export function withoutLabels(text: string, tokens: readonly Token[]): Token[] {
	return tokens.filter(({ word, end }) => {
		if (!ordinals.has(word) && !labels.has(word)) return true;
		const after = text.slice(end, end + 6);
		return !(ordinals.has(word) ? /^\s?[:：)=]/.test(after) : /^\s?[#.]?\s?\d{1,2}(?!\d)/.test(after));
	});
}

function toSlot(token: Token, place: number, isBreak = token.isFar): Slot {
	return { word: token.word, start: token.start, end: token.end, place, isBreak };
}

/** A word of one reading of a text. */
export interface Slot {
	word: string;
	start: number;
	end: number;
	/** Its place in the list, or -1. */
	place: number;
	/** It does not go on from the slot before it. */
	isBreak: boolean;
}
