import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

import { initialLetters, syllablePair } from '../understand.ts';
import type { MoreTerms } from './terms.ts';

const han = /^\p{Script=Han}/u;
const simplify = OpenCC.Converter({ from: 'tw', to: 'cn' });
const sounds = new Map<string, string>();

/**
 * What a text sounds like: pairs of syllables, which pinyin and slips between characters of the same sound find, and of headings the
 * first letters of up to six syllables (zjc for 助记词).
 */
export const readAloud: MoreTerms = (runs, isHeading) =>
	runs.flatMap(({ text, isCjk }) => {
		if (!isCjk) return [];
		const syllables = Array.from(text, soundOf);
		return isHeading ? [...pairs(syllables), ...initials(syllables)] : pairs(syllables);
	});

/**
 * What the browser needs of characters: the sound of every one in the index, and the simplified form of every traditional one whose
 * simplified form is in the index. See `readCharacters` in store.ts for the form.
 */
export function describeCharacters(terms: Iterable<string>): string {
	const used = new Set([...terms].flatMap((term) => (han.test(term) ? Array.from(term) : [])));
	const bySound = Map.groupBy([...used].sort(), soundOf);
	const aloud = [...bySound]
		.filter(([sound]) => sound !== '')
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([sound, characters]) => sound + characters.join(''));
	let traditional = '';
	for (let code = 0x4e00; code <= 0x9fff; code++) {
		const character = String.fromCodePoint(code);
		const simplified = simplify(character);
		if (simplified !== character && used.has(simplified)) traditional += character + simplified;
	}
	return `${aloud.join('')}\n${traditional}`;
}

/** The sound of a character without tone, v for ü; empty for what is not Chinese. */
function soundOf(character: string): string {
	let sound = sounds.get(character);
	if (sound === undefined) {
		[sound = ''] = pinyin(character, { toneType: 'none', type: 'array', v: true });
		if (!/^[a-z]+$/.test(sound)) sound = '';
		sounds.set(character, sound);
	}
	return sound;
}

function pairs(syllables: readonly string[]): string[] {
	return syllables.slice(1).flatMap((syllable, index) => {
		const before = syllables[index];
		return before && syllable ? [syllablePair(before, syllable)] : [];
	});
}

function initials(syllables: readonly string[]): string[] {
	const letters = syllables.map((syllable) => syllable[0] ?? ' ').join('');
	const found = new Set<string>();
	for (let start = 0; start < letters.length; start++) {
		for (let length = 2; length <= 6 && start + length <= letters.length; length++) {
			const part = letters.slice(start, start + length);
			if (!part.includes(' ')) found.add(initialLetters(part));
		}
	}
	return [...found];
}
