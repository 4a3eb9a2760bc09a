import { packedDifferences, packedSimplified } from '#shared/guard/chinese-words';
import { packedEnglish } from '#shared/guard/english-words';
import type { WordLists } from '#shared/guard/span';

/** The lists of the secret guard that browsers can afford: 13 kB compressed, so they import this file on first focus, not before. */
export const wordLists: WordLists = { languages: { english: unpackEnglish(), ...unpackChinese() } };

function unpackEnglish(): string[] {
	let before = '';
	return (packedEnglish.match(/\d[a-z]+/g) ?? []).map((part) => (before = before.slice(0, Number(part[0])) + part.slice(1)));
}

function unpackChinese() {
	const simplified = Array.from(packedSimplified.replaceAll('\n', ''));
	const traditional = [...simplified];
	let place = 0;
	for (const part of packedDifferences.match(/\d+|[^\d\n]/g) ?? []) {
		if (/\d/.test(part)) place += Number(part);
		else traditional[place++] = part;
	}
	return { simplified, traditional };
}
