import { isBip39, isElectrum, phraseSizes } from '#shared/guard/checksum';
import { isAnnounced } from '#shared/guard/context';
import { lexiconOf, type Vocabulary } from '#shared/guard/lexicon';
import { findProven, findRuns } from '#shared/guard/runs';
import { surest } from '#shared/guard/readings';
import { regularSlots, withoutLabels, type Slot } from '#shared/guard/slots';
import type { SecretSpan, WordLists } from '#shared/guard/span';
import type { Token } from '#shared/guard/tokens';

/** The Chinese lists put common characters first: the mean binary logarithm of places tells a phrase (9.6) from prose (7.1). */
const leastRarity = { together: 8.2, apart: 7.6 };
const fewestCharacters = 11;
const mostCharacters = 26;
const numbering =
	/(^|[\s,，;；、.。|("'“])第?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:个|個|位)?(?:单词|單詞|助记词|词|詞|字)?\s?(?:是|为|為)?\s?[:：.、)）]/gu;
/** A line that is nothing but Chinese characters, in groups or not, with a number, quotes or a full stop around it at most. */
const wholeLine = /^[\s\d.)、"'“‘「『[(（【>*-]*(\p{Script=Han}[\p{Script=Han}\s,，、]*)[\s"'”’」』\])）】。.,，;；]*$/u;
const named =
	/(?:助记词|助記詞|助記字|种子词|種子詞|种子短语|恢复短语|恢復短語|恢复词|密语)(?:就?是|为|為|如下)?[\s:：="'“‘「『（([]*(\p{Script=Han}[\p{Script=Han} ]{10,60})(?=$|[\s"'”’」』。.!！?？,，;；)）\]])/gu;

/** Chinese phrases. Most ordinary characters are in the lists, so they must stand apart from prose, and the checksum must fit. */
export function findChinese(text: string, tokens: readonly Token[], lists: WordLists): SecretSpan[] {
	const { chinese } = lexiconOf(lists);
	const words = withoutLabels(text, tokens);
	const bare = text.replace(numbering, (label, before: string) => before + ' '.repeat(label.length - before.length));
	const bareWords = bare === text ? undefined : bareTokens(bare);
	return chinese.flatMap((vocabulary) => {
		const read = (slots: readonly Slot[], isRegular = false) => inLone(text, slots, vocabulary, lists, isRegular);
		return surest([
			// "一、" numbers a line, and the number itself would be taken for a character of the phrase.
			...(bareWords ? [() => read(loneSlots(bareWords, vocabulary))] : []),
			() => read(loneSlots(words, vocabulary)),
			() => read(regularSlots(words, vocabulary), true),
			() => inLines(text, vocabulary, lists),
		]);
	});
}

function bareTokens(text: string): Token[] {
	return [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => {
		return { word, start: index, end: index + word.length, isHan: /\p{Script=Han}/u.test(word), isFar: false };
	});
}

function loneSlots(tokens: readonly Token[], { places }: Vocabulary): Slot[] {
	return tokens.map(({ word, start, end, isHan, isFar }, index) => {
		const isApart = tokens[index - 1]?.end !== start && tokens[index + 1]?.start !== end;
		const isLone = isHan && word.length === 1 && isApart;
		return { word, start, end, place: isLone ? (places.get(word) ?? -1) : -1, isBreak: isFar || !isLone };
	});
}

function inLone(
	text: string,
	slots: readonly Slot[],
	vocabulary: Vocabulary,
	lists: WordLists,
	isRegular: boolean,
): SecretSpan[] {
	return findRuns(slots, fewestCharacters).flatMap((run) => {
		const part = slots.slice(run.start, run.end);
		const isListed = part.length <= mostCharacters && isList(text, part);
		const isSure = isRegular || isListed || isAnnounced(text, part[0]?.start ?? 0);
		const proven = findProven(slots, run, vocabulary, lists);
		const least = proven?.start === run.start && proven.end === run.end ? leastRarity.apart : leastRarity.together;
		if (!proven || !(isSure || isRare(placesOf(slots, proven), least)))
			return isSure && part.length <= mostCharacters ? span(part[0]?.start, part.at(-1)?.end, 'suspected') : [];
		return part.length <= mostCharacters
			? span(part[0]?.start, part.at(-1)?.end, 'detected')
			: span(slots[proven.start]?.start, slots[proven.end - 1]?.end, 'detected');
	});
}

function placesOf(slots: readonly Slot[], { start, end }: { start: number; end: number }): number[] {
	return slots.slice(start, end).map(({ place }) => place);
}

/** One character a line, or one a number. */
function isList(text: string, slots: readonly Slot[]): boolean {
	const gaps = slots.slice(1).map((slot, index) => text.slice(slots[index]?.end, slot.start));
	return gaps.filter((gap) => /[\d\n①-⑳第]/.test(gap)).length > gaps.length * 0.8;
}

function inLines(text: string, vocabulary: Vocabulary, lists: WordLists): SecretSpan[] {
	const whole = inWhole(text, 0, vocabulary, lists);
	if (whole.length > 0) return whole;
	const spans: SecretSpan[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		spans.push(...inWhole(line, start, vocabulary, lists));
		start += line.length + 1;
	}
	for (const { 0: match, 1: characters = '', index } of text.matchAll(named)) {
		const at = index + match.lastIndexOf(characters);
		spans.push(...inWhole(characters.trimEnd(), at, vocabulary, lists));
	}
	return spans;
}

function inWhole(line: string, offset: number, vocabulary: Vocabulary, lists: WordLists): SecretSpan[] {
	if (line.length > 200) return [];
	const characters = wholeLine.exec(line)?.[1]?.trimEnd();
	if (!characters) return [];
	const places = (characters.match(/\p{Script=Han}/gu) ?? []).map((character) => vocabulary.places.get(character) ?? -1);
	if (!phraseSizes.includes(places.length) || places.includes(-1) || !isEven(characters) || !isRare(places, leastRarity.together))
		return [];
	const isProven =
		isBip39(places) ||
		isElectrum(
			places.map((place) => vocabulary.words[place] ?? ''),
			lists,
		);
	const start = offset + line.indexOf(characters);
	return isProven ? span(start, start + characters.length, 'detected') : [];
}

/** In one piece, over a few lines, or in groups of one size, the last one perhaps shorter: nobody writes sentences so. */
function isEven(characters: string): boolean {
	const sizes = characters.split(/[\s,，、]+/).map(({ length }) => length);
	const [first = 0] = sizes;
	if (sizes.length < 4 && !/[,，、]/.test(characters)) return true;
	return sizes.every((size, index) => size === first || (index === sizes.length - 1 && size < first));
}

function isRare(places: readonly number[], least: number): boolean {
	const rarity = places.reduce((sum, place) => sum + Math.log2(place + 1), 0) / places.length;
	// The phrases of test vectors are one character again and again, as prose never is.
	return rarity >= least || new Set(places).size * 2 <= places.length;
}

function span(start = 0, end = 0, certainty: SecretSpan['certainty']): SecretSpan[] {
	return [{ kind: 'phrase', certainty, start, end }];
}
