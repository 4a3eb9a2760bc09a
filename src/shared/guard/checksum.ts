import { sha256 } from '@noble/hashes/sha2.js';

import type { WordLists } from '#shared/guard/span';

/** The prefixes of Electrum's versions: standard, segwit, and both with a second factor. */
const electrumVersion = /^(?:01|10[012])/;

/** How many words a BIP-39 phrase has. */
export const phraseSizes: readonly number[] = [12, 15, 18, 21, 24];

/** Whether words at these places of their list end in the checksum of BIP-39. By chance one in 16 of 12 words does, one in 256 of 24. */
export function isBip39(places: readonly number[]): boolean {
	const checkBits = places.length / 3;
	const bytes = new Uint8Array((places.length * 11 + 7) >> 3);
	places.forEach((place, index) => {
		for (let bit = 0; bit < 11; bit++) {
			const at = index * 11 + bit;
			if (place & (1024 >> bit)) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (128 >> (at & 7));
		}
	});
	const entropy = (places.length * 4) / 3;
	const mask = 256 - (1 << (8 - checkBits));
	return (((sha256(bytes.subarray(0, entropy))[0] ?? 0) ^ (bytes[entropy] ?? 0)) & mask) === 0;
}

/** Whether folded words make a seed of Electrum 2 or newer. One in 200 does by chance. Never where nothing can compute it. */
export function isElectrum(words: readonly string[], { hmacSha512 }: WordLists): boolean {
	if (!hmacSha512) return false;
	// Electrum drops every accent and the spaces between characters of East Asia.
	const phrase = words
		.join(' ')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/([\u3040-\u9fff]) (?=[\u3040-\u9fff])/g, '$1');
	const [first = 0, second = 0] = hmacSha512('Seed version', phrase);
	return electrumVersion.test(first.toString(16).padStart(2, '0') + second.toString(16).padStart(2, '0'));
}

/** Whether the last of these Monero words is the one that the others' first three letters name. */
export function isMonero(words: readonly string[]): boolean {
	const starts = words.map((word) => word.slice(0, 3));
	const check = starts.pop() ?? '';
	return starts.includes(check) && starts[crc32(starts.join('')) % starts.length] === check;
}

function crc32(text: string): number {
	let crc = -1;
	for (let index = 0; index < text.length; index++) {
		crc ^= text.charCodeAt(index);
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc >>> 0;
}
