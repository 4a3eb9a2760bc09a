import { phraseSizes } from '#shared/guard/checksum';
import { isAnnounced } from '#shared/guard/context';
import { lexiconOf, type Vocabulary } from '#shared/guard/lexicon';
import { findProven, findRuns, type Run } from '#shared/guard/runs';
import { surest } from '#shared/guard/readings';
import { plainSlots, regularSlots, shortSlots, withoutLabels, type Slot } from '#shared/guard/slots';
import type { SecretSpan, WordLists } from '#shared/guard/span';
import type { Token } from '#shared/guard/tokens';

/** A phrase of twelve with a word missing. */
const fewestWords = 11;
/** A part of a phrase is one when words announce it, or when it is all there is. */
const fewestAnnounced = 5;
const fewestAlone = 8;
/** Words of four letters that are the start of a list word; those of three are whole words. */
const fewestShort = 7;
/** Words of the English list that prose is full of. A phrase has one of them in sixteen, prose every second. */
const common = new Set(
	'about above again all almost also always any around away because before below best better between can day during either else enough few find first give good great have help high into just keep know later like little long make more much must near need never next now number off often old once one only open other over own people place please put right same say second side since six small soon still such sure tell ten that then there they thing this three time today together top toward try two under until use used useful usual very wait walk want way welcome what when where will with word work world year you young'.split(
		' ',
	),
);
const mostCommon = 0.25;
const longestEdge = 3;
/** Nothing but signs on the line, in the quotes or behind the colon. */
const alone = {
	before: /(?:^|[\n:：=>([{"'“‘`「『|])[^\p{L}]*$/u,
	after: /^(?:[^\p{L}]*$|[^\p{L}]*?[\n.。!！?？;；<)\]}"'”’`」』|，])/u,
};

/** Recovery phrases of every alphabetic list, in a folded text. */
export function findPhrases(text: string, tokens: readonly Token[], lists: WordLists): SecretSpan[] {
	const { alphabetic } = lexiconOf(lists);
	const words = withoutLabels(text, tokens);
	return alphabetic.flatMap((vocabulary) => {
		const { places, starts } = vocabulary;
		const read = (slots: readonly Slot[]) => inReading(text, slots, vocabulary, lists);
		const full = words.filter(({ word, isHan }) => !isHan && places.has(word)).length;
		const short = starts ? tokens.filter(({ word, isHan }) => !isHan && word.length < 5 && starts.has(word)).length : 0;
		// Words between may stand in the list themselves, so where there is a pattern it comes first.
		return surest([
			...(full < fewestAnnounced ? [] : [() => read(regularSlots(words, vocabulary)), () => read(plainSlots(words, vocabulary))]),
			...(short < fewestShort ? [] : [() => read(shortSlots(tokens, vocabulary))]),
		]);
	});
}

function inReading(text: string, slots: readonly Slot[], vocabulary: Vocabulary, lists: WordLists): SecretSpan[] {
	return findRuns(slots, fewestAnnounced).flatMap((found) => {
		const run = numberedPart(text, slots, withoutEdges(text, slots, found));
		const proven = run.known >= fewestWords ? findProven(slots, run, vocabulary, lists) : undefined;
		// A shorter part may fit by chance where a word is wrong, and the rest would stay behind.
		const isWhole = run.known === run.end - run.start && phraseSizes.includes(run.known) && isAlone(text, slots, run);
		if (proven)
			return isWhole ? toSpan(slots, run.start, run.end, 'detected') : toSpan(slots, proven.start, proven.end, 'detected');
		const certainty = judge(text, slots, run);
		return certainty ? toSpan(slots, run.start, run.end, certainty) : [];
	});
}

/** What a run is whose checksum proves nothing: part of a phrase, a phrase with a slip, or just words. */
function judge(text: string, slots: readonly Slot[], run: Run): SecretSpan['certainty'] | undefined {
	const words = slots.slice(run.start, run.end);
	if (words.filter(({ word }) => common.has(word)).length > words.length * mostCommon) return undefined;
	const isNamed = isAnnounced(text, words[0]?.start ?? 0);
	const isAll = isAlone(text, slots, run);
	if (run.known >= fewestWords) return isAll || isNamed ? 'detected' : 'suspected';
	if (run.known < words.length) return undefined;
	return (isNamed && isAll) || (isAll && run.known >= fewestAlone) ? 'suspected' : undefined;
}

function isAlone(text: string, slots: readonly Slot[], run: Run): boolean {
	const [start, end] = [slots[run.start]?.start ?? 0, slots[run.end - 1]?.end ?? 0];
	return alone.before.test(text.slice(Math.max(start - 40, 0), start)) && alone.after.test(text.slice(end, end + 40));
}

/**
 * "Seed: abandon ability …" or "… zone zoo\nHelp": the first and last words may be in the list and still name what follows, or
 * be something new. A sign sets them apart that does not stand between the others.
 */
function withoutEdges(text: string, slots: readonly Slot[], run: Run): Run {
	const gap = (index: number) => text.slice(slots[index - 1]?.end, slots[index]?.start);
	const isEdge = (index: number, next: number, signs: RegExp) => {
		const usual = gap(next);
		return (gap(index).match(signs) ?? []).some((sign) => !usual.includes(sign));
	};
	const most = Math.min(longestEdge, run.known - fewestAnnounced);
	const counts = Array.from({ length: Math.max(most, 0) }, (_, index) => most - index);
	const head = counts.find((count) => isEdge(run.start + count, run.start + count + 1, /[:：=\n"“‘「([]/g)) ?? 0;
	const tail = counts.find((count) => isEdge(run.end - count, run.end - count - 1, /[\n.!?。！？"”’」)\]]/g)) ?? 0;
	const [start, end] = [run.start + head, run.end - tail];
	return exactPart(slots, { start, end, known: slots.slice(start, end).filter(({ place }) => place >= 0).length });
}

/** "Hello / 1. abandon / … / 12. about / Please help": what has no number is no part of a numbered phrase. */
function numberedPart(text: string, slots: readonly Slot[], run: Run): Run {
	const indices = Array.from({ length: run.end - run.start }, (_, index) => run.start + index);
	const numbered = indices.filter((index) => {
		const start = slots[index]?.start ?? 0;
		return /\d/.test(text.slice(slots[index - 1]?.end ?? Math.max(start - 8, 0), start));
	});
	const [first, last] = [numbered[0], numbered.at(-1)];
	const hasNumbersBehind = /^\s?[([]?\d/.test(text.slice(slots[run.end - 1]?.end, (slots[run.end - 1]?.end ?? 0) + 4));
	if (first === undefined || last === undefined || hasNumbersBehind || numbered.length < indices.length * 0.6) return run;
	return { start: first, end: last + 1, known: slots.slice(first, last + 1).filter(({ place }) => place >= 0).length };
}

/** The part before the last unknown word, or behind the first, when it is just as long as a phrase. */
function exactPart(slots: readonly Slot[], run: Run): Run {
	const unknown = slots.slice(run.start, run.end).flatMap(({ place }, index) => (place < 0 ? [run.start + index] : []));
	const [first, last] = [unknown[0], unknown.at(-1)];
	const length = run.end - run.start;
	if (first === undefined || last === undefined || unknown.length > 1 || phraseSizes.includes(length)) return run;
	if (run.end - last <= longestEdge && phraseSizes.includes(last - run.start))
		return { start: run.start, end: last, known: last - run.start };
	if (first - run.start < longestEdge && phraseSizes.includes(run.end - first - 1))
		return { start: first + 1, end: run.end, known: run.end - first - 1 };
	return run;
}

function toSpan(slots: readonly Slot[], start: number, end: number, certainty: SecretSpan['certainty']): SecretSpan[] {
	return [{ kind: 'phrase', certainty, start: slots[start]?.start ?? 0, end: slots[end - 1]?.end ?? 0 }];
}
