/**
 * Finds recovery phrases and private keys in text before it is sent, stored or put into a URL. Pure: the word lists are
 * passed in, so that the browser loads them only when a field is focused and the Worker bundles them.
 */

/** BIP-39 word lists: English words, and the characters of the Simplified and Traditional Chinese lists. */
export interface WordLists {
	english: ReadonlySet<string>;
	chinese: ReadonlySet<string>;
}

/** Half-open UTF-16 range of a secret in the text that was checked. */
export interface SecretSpan {
	kind: 'phrase' | 'key';
	start: number;
	end: number;
}

/** English words in a row that make a phrase: prose hardly ever has six, since the list leaves out "the", "to", "is". */
const englishRun = 6;
/** Between two sentences of prose; a numbered list has digits before its full stops, a phrase no capitals after them. */
const sentenceEnd = /^[.!?]\s+\p{Lu}$/u;
/** Chinese characters, each standing alone, that make a phrase. Unspaced prose is never a hit: most of its characters are in the list. */
export const chineseRuns: ReadonlySet<number> = new Set([12, 15, 18, 21, 24]);

/** Wallet import format (51-52 base58 characters) and BIP-32 extended private keys. */
// A boundary is matched, not looked behind at: Safari before 16.4 refuses a whole script over a lookbehind.
const keyPattern =
	/(^|[^1-9A-HJ-NP-Za-km-z])([5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{100,112})(?![1-9A-HJ-NP-Za-km-z])/;

/** The first secret in a text, or null. Linear in the length of the text. */
export function findSecret(text: string, lists: WordLists): SecretSpan | null {
	const { folded, offsets } = fold(text);
	const found = findPhrase(folded, lists) ?? findKey(folded);
	if (!found) return null;
	return { kind: found.kind, start: offsets[found.start] ?? 0, end: (offsets[found.end - 1] ?? text.length - 1) + 1 };
}

function findPhrase(text: string, lists: WordLists): SecretSpan | null {
	return findEnglish(text, lists.english) ?? findChinese(text, lists.chinese);
}

function findEnglish(text: string, words: ReadonlySet<string>): SecretSpan | null {
	let run = 0;
	let start = 0;
	let end = 0;
	for (const token of text.matchAll(/\p{L}+/gu)) {
		const isWord = words.has(token[0].toLowerCase());
		if (!isWord || sentenceEnd.test(text.slice(end, token.index + 1))) {
			if (run >= englishRun) break;
			run = 0;
		}
		if (!isWord) continue;
		if (run === 0) start = token.index;
		run++;
		end = token.index + token[0].length;
	}
	return run >= englishRun ? { kind: 'phrase', start, end } : null;
}

function findChinese(text: string, characters: ReadonlySet<string>): SecretSpan | null {
	let run: { start: number; end: number }[] = [];
	for (const token of text.matchAll(/\p{L}+/gu)) {
		if (token[0].length === 1 && characters.has(token[0])) {
			run.push({ start: token.index, end: token.index + 1 });
			continue;
		}
		if (chineseRuns.has(run.length)) break;
		run = [];
	}
	const [first, last] = [run[0], run.at(-1)];
	if (!first || !last || !chineseRuns.has(run.length)) return null;
	return { kind: 'phrase', start: first.start, end: last.end };
}

function findKey(text: string): SecretSpan | null {
	const match = keyPattern.exec(text);
	const [, before = '', key] = match ?? [];
	if (!match || !key) return null;
	const start = match.index + before.length;
	return { kind: 'key', start, end: start + key.length };
}

/** Full-width letters become plain ones and invisible characters vanish; `offsets` maps each kept unit back. */
function fold(text: string): { folded: string; offsets: number[] } {
	let folded = '';
	const offsets: number[] = [];
	for (let index = 0; index < text.length; index++) {
		const unit = text[index] ?? '';
		if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(unit)) continue;
		const plain = /[\uff01-\uff5e]/.test(unit) ? String.fromCharCode(unit.charCodeAt(0) - 0xfee0) : unit;
		folded += plain;
		offsets.push(index);
	}
	return { folded, offsets };
}
