import { lexiconOf } from '#shared/guard/lexicon';
import { length } from '#shared/limits';
import { chineseRuns, findSecrets, type WordLists } from '#shared/secret-guard';

/*
 * What may be told about a search that failed. Losing a harmless query costs one count of many; keeping a secret could cost
 * a person everything. So this is stricter than the guard of the forms: what it cannot place, it drops.
 */

/** Words of the English list in a row that may be a phrase being typed. About one in a hundred questions has as many. */
const englishRun = 4;
/** Chinese characters written apart: phrases are, questions are not. */
const loneCharacters = 4;
/** A longer text is no query. */
const maxUnits = 1000;

/** Shapes of what names a person or a place, in small letters. */
const traces = [
	/[a-z][a-z\d+.-]*:\/\/\S*/g,
	// Mail addresses and the handles of chat accounts, with whatever is glued to them.
	/\S*\s?@\s?\S*/g,
	/\S+\s?[([]at[)\]]\s?\S+/g,
	/(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/:?#]\S*)?/g,
	// Hashes and network addresses in groups: nobody writes six words in a row with the letters a to f only.
	/\b[a-f\d]+(?:[\s:.-]+[a-f\d]+){5,}\b/g,
];
/** Addresses with their middle left out, strings with two colons or three dots, long ones with punctuation. */
const suspects = /[a-z\d]+(?:[.*·•]{2,}|⋯)[a-z\d]+|[\w:.]*:[\w.]*:[\w:.]*|\d+(?:\.\d+){3,}|[\w+/=-]{32,}/g;
/** What tells such a string from the name of an error: a digit, or nothing but the letters of network addresses. */
const code = /\d|^[a-f:.]+$/;
/** Phone and card numbers, one-time codes, dates: six digits, however they are grouped. */
const numbers = [/\p{N}(?:[^\p{L}\p{N}]*\p{N}){5,}/gu, /[零〇一二两三四五六七八九幺](?:\s*[零〇一二两三四五六七八九幺]){5,}/gu];

const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const other = String.raw`(?:(?![${cjk}])[\p{L}\p{N}\p{M}])+`;
const cjkStart = new RegExp(`^[${cjk}]`, 'u');
const wordPattern = new RegExp(`[${cjk}]+|${other}(?:['’]${other})*`, 'gu');

/**
 * The words of a search in one form for all ways of writing them, without anything like a phrase, key, hash, address, link,
 * mail address or phone number. Undefined when nothing worth counting is left. Cleaning again changes nothing.
 */
export function cleanQuery(text: string, lists: WordLists): string | undefined {
	if (text.length > maxUnits || hasSecret(text, lists)) return undefined;
	let cleaned = fold(text);
	for (;;) {
		if (hasSecret(cleaned, lists) || isPhraseLike(cleaned, lists)) return undefined;
		const words = normaliseQuery(dropTraces(cleaned));
		const shorter = shorten(normaliseQuery(dropNumbers(dropCodes(words))));
		if (shorter === cleaned) break;
		// What is left may now stand beside what it was kept apart from.
		cleaned = shorter;
	}
	return (cleaned.match(/\p{L}/gu) ?? []).length >= 2 ? cleaned : undefined;
}

/** Small letters, plain width, words and nothing between them but a space: titles are compared with queries in this form. */
export function normaliseQuery(text: string): string {
	return (fold(text).match(wordPattern) ?? []).join(' ').replaceAll('’', "'");
}

/** What only may be a key, such as a hash, is dropped with all strings of its kind; the words around it stay. */
function hasSecret(text: string, lists: WordLists): boolean {
	return findSecrets(text, lists).some(({ kind, certainty }) => kind === 'phrase' || certainty === 'detected');
}

function fold(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFKC')
		.replaceAll(/\p{Cf}|[\ufe00-\ufe0f]/gu, '');
}

function dropTraces(text: string): string {
	const rest = traces.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
	return rest.replaceAll(suspects, (suspect) => (code.test(suspect) ? ' ' : suspect));
}

function dropNumbers(text: string): string {
	return numbers.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
}

/** Words that are rather a piece of a key, hash or address: long, or changing between letters and digits. */
function dropCodes(text: string): string {
	return text
		.split(' ')
		.filter((word) => cjkStart.test(word) || !isCode(word))
		.join(' ');
}

function isCode(word: string): boolean {
	const digits = word.match(/\p{N}/gu)?.length ?? 0;
	const changes = (word.match(/\p{N}+|\P{N}+/gu)?.length ?? 0) - 1;
	return word.length > 28 || digits > 5 || changes > 2 || /^0x[\da-f]{3}/.test(word);
}

/**
 * What the first guard lets pass because forms hold prose: short runs, and Chinese phrases written without spaces. The latter
 * costs us about every twelfth Chinese question: those that happen to have as many characters as a phrase.
 */
function isPhraseLike(text: string, lists: WordLists): boolean {
	const { alphabetic, chinese } = lexiconOf(lists);
	const english = alphabetic.find(({ language }) => language === 'english');
	const words = text.match(/\p{L}+/gu) ?? [];
	const isLone = (word: string) => /^\p{Script=Han}$/u.test(word);
	const isPhrase = (run: string) =>
		chineseRuns.has(Array.from(run).length) &&
		Array.from(run).every((character) => chinese.some(({ places }) => places.has(character)));
	return (
		longestRun(words, (word) => english?.places.has(word) ?? false) >= englishRun ||
		longestRun(words, isLone) >= loneCharacters ||
		(text.match(/\p{Script=Han}+/gu) ?? []).some(isPhrase)
	);
}

function longestRun(words: readonly string[], isMember: (word: string) => boolean): number {
	let longest = 0;
	let run = 0;
	for (const word of words) {
		run = isMember(word) ? run + 1 : 0;
		longest = Math.max(longest, run);
	}
	return longest;
}

/** The first words that fit; a single run of Chinese is cut. */
function shorten(text: string): string {
	const characters = Array.from(text);
	if (characters.length <= length.searchMiss) return text;
	const cut = characters.slice(0, length.searchMiss).join('');
	const space = characters[length.searchMiss] === ' ' ? cut.length : cut.lastIndexOf(' ');
	return space > cut.length / 2 ? cut.slice(0, space) : cut;
}
