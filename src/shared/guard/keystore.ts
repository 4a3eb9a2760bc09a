import type { SecretSpan } from '#shared/guard/span';

/** So much of a text belongs to one keystore at most. */
const longest = 4000;
const ciphertext = /["'\\]{0,4}ciphertext["'\\]{0,4}\s{0,4}[:=]\s{0,4}["'\\]{0,4}[\da-f]{32,}/gi;
const parts = [/\bkdf(?:params)?\b/i, /\bmac\b|\bcipherparams\b/i];
/** Polkadot's files, and the vault of MetaMask with its data, its vector and its salt. */
const encoded = /["'\\]{1,4}encoded["'\\]{1,4}\s{0,4}:\s{0,4}["'\\]{1,4}[A-Za-z\d+/=]{80,}/g;
const vault = /["'\\]{1,4}data["'\\]{1,4}\s{0,4}:\s{0,4}["'\\]{1,4}[A-Za-z\d+/=]{64,}/g;

/** Keystore files: encrypted, but only with a password that people choose. */
export function findKeystores(text: string): SecretSpan[] {
	return [
		...find(text, ciphertext, parts),
		...find(text, encoded, [/pkcs8|scrypt|xsalsa/]),
		...find(text, vault, [/["'\\]iv["'\\]/, /["'\\]salt["'\\]/]),
	];
}

function find(text: string, pattern: RegExp, others: readonly RegExp[]): SecretSpan[] {
	if (!others.every((other) => other.test(text))) return [];
	const spans: SecretSpan[] = [];
	for (const { 0: match, index } of text.matchAll(pattern)) {
		if (index < (spans.at(-1)?.end ?? 0)) continue;
		const from = Math.max(index - longest / 2, spans.at(-1)?.end ?? 0);
		const around = text.slice(from, index + match.length + longest);
		if (!others.every((other) => other.test(around))) continue;
		const [start, end] = bracesAround(around, index - from, index - from + match.length);
		spans.push({ kind: 'keystore', certainty: 'detected', start: from + start, end: from + end });
	}
	return spans;
}

/** The outermost braces around a place, or the stretch from there on when they are not whole. */
function bracesAround(text: string, start: number, end: number): [number, number] {
	let first = start;
	let open = 0;
	for (let index = start - 1, depth = 0; index >= 0; index--) {
		if (text[index] === '}') depth--;
		if (text[index] === '{' && ++depth > open) [first, open] = [index, depth];
	}
	for (let index = end, depth = open; index < text.length; index++) {
		if (text[index] === '{') depth++;
		if (text[index] === '}' && --depth <= 0) return [first, index + 1];
	}
	return [first, lastPart(text, end)];
}

function lastPart(text: string, from: number): number {
	let end = from;
	for (const { 0: value, index } of text.slice(from).matchAll(/[\da-f]{32,}["'\\]*/gi)) end = from + index + value.length;
	return end;
}
