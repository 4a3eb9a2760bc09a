import { wordLists } from '#shared/word-lists';
import { findSecret } from '#shared/secret-guard';

import type { Rule } from './index.ts';
import { atIndex, type Source } from './source.ts';

/** The shortest recovery phrase. Prose has shorter runs of words that stand in the list. */
const phraseWords = 12;
/** Where the guard is worth asking, whole runs at a time: it takes longer than all other rules together. */
const candidates = [
	/(?<!\b[a-z]{3,8}[^a-z]{1,6})\b[a-z]{3,8}(?:[^a-z]{1,6}[a-z]{3,8}){11,}\b/gi,
	/\p{Script=Han}(?:[^\p{L}]{1,6}\p{Script=Han}){11,}(?!\p{L})/gu,
];
/** Keys as hex, as base58 (wallet import format, extended keys, Solana's 64 bytes) and as a list of bytes. */
const keys = [
	/(?<![0-9a-zA-Z])(?:0x)?[0-9a-fA-F]{64}(?![0-9a-zA-Z])/g,
	/(?<![0-9a-zA-Z])(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[1-9A-HJ-NP-Za-km-z]{50,}(?![0-9a-zA-Z])/g,
	/\[(?:\s*\d{1,3}\s*,){31,}\s*\d{1,3}\s*\]/g,
];
const mayHoldKey = /(?<![0-9a-zA-Z])[0-9a-zA-Z]{50}|\[\s*\d/;

/** Nothing in an article looks like a recovery phrase or a private key; facts are public. */
export const checkSecrets: Rule = (source, { facts }) => {
	const text = source.top + source.text;
	const isFact = (found: string) =>
		[...(facts?.values() ?? [])].some(({ value }) => typeof value !== 'number' && Object.values(value).includes(found));
	const phrases = phrasesIn(text).map((index) =>
		atWhole(source, index, 'this looks like a recovery phrase; describe it in words, and show none, not even an invented one'),
	);
	const found = (mayHoldKey.test(text) ? keys : []).flatMap((pattern) =>
		[...text.matchAll(pattern)].filter(([key]) => !isFact(key)),
	);
	return [
		...phrases,
		...found.map(({ 0: key, index }) => {
			const message = `"${key.slice(0, 6)}…" may be a private key; write only its first and last characters, such as 0x12…ab`;
			return atWhole(source, index, message);
		}),
	];
};

function phrasesIn(text: string): number[] {
	return candidates.flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap(({ 0: candidate, index }) => {
			const secret = findSecret(candidate, wordLists);
			if (secret?.kind !== 'phrase') return [];
			const words = candidate.slice(secret.start, secret.end).match(/\p{L}+/gu) ?? [];
			return words.length >= phraseWords ? [index + secret.start] : [];
		}),
	);
}

/** A mistake anywhere in the file, frontmatter included. */
function atWhole(source: Source, index: number, message: string) {
	return index < source.top.length
		? { file: source.file, line: source.top.slice(0, index).split('\n').length, message }
		: atIndex(source, index - source.top.length, message);
}
