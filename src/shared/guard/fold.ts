/** What carries no meaning: invisible characters, variation selectors, the accents of Latin letters, Hangul fillers. */
const dropped = /[\p{Cf}\ufe00-\ufe0f\u0300-\u036f\u115f\u1160\u3164\uffa0]/u;
const beyondAscii = /[^\0-\x7f]/;

/**
 * The text in one form for all ways of writing it: plain width, letters without accents, kana and Hangul taken apart, nothing
 * invisible. Case stays: keys need it.
 */
export function fold(text: string): Folded {
	if (!beyondAscii.test(text)) return { text, startOf: (index) => index, endOf: (index) => index + 1 };
	let folded = '';
	const starts: number[] = [];
	const ends: number[] = [];
	for (let index = 0; index < text.length;) {
		const code = text.codePointAt(index) ?? 0;
		const next = index + (code > 0xffff ? 2 : 1);
		const units = isPlain(code) ? (text[index] ?? '') : foldCharacter(code);
		folded += units;
		for (let part = 0; part < units.length; part++) {
			starts.push(index);
			ends.push(next);
		}
		// What is dropped goes with what stands before it, so that nothing of it stays behind when that is cut out.
		if (units === '' && ends.length > 0) ends[ends.length - 1] = next;
		index = next;
	}
	return { text: folded, startOf: (index) => starts[index] ?? 0, endOf: (index) => ends[index] ?? text.length };
}

/** A word of a list in the form that `fold` gives words. */
export function foldWord(word: string): string {
	return fold(word).text.toLowerCase();
}

function foldCharacter(code: number): string {
	return Array.from(String.fromCodePoint(code).normalize('NFKD'))
		.filter((part) => !dropped.test(part))
		.join('');
}

/** ASCII and ordinary Chinese characters. */
function isPlain(code: number): boolean {
	return code < 0x80 || (code >= 0x4e00 && code <= 0x9fff);
}

/** For each unit of the folded text, where in the text that was given its character starts and ends. */
interface Folded {
	text: string;
	startOf(index: number): number;
	endOf(index: number): number;
}
