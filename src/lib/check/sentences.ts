import type { Locale } from '../../config/locales.ts';

const ends = {
	en: /[.!?]+["”’')]*(?=\s|$)|[;\n]/g,
	'zh-cn': /[。！？!?；;\n]+[”’」』）)]*|……/g,
} satisfies Record<Locale, RegExp>;
const quotes = /“[^”]*”|‘[^’]*’(?!\w)|「[^」]*」|"[^"]*"/g;

/** The sentences of a text with where they start. A semicolon ends one, too: what stands behind it is said by itself. */
export function sentencesOf(text: string, locale: Locale): Sentence[] {
	const sentences: Sentence[] = [];
	let start = 0;
	for (const { 0: end, index } of text.matchAll(ends[locale])) {
		sentences.push({ start, text: text.slice(start, index + end.length) });
		start = index + end.length;
	}
	if (start < text.length) sentences.push({ start, text: text.slice(start) });
	return sentences.filter((sentence) => sentence.text.trim() !== '');
}

/** Chinese characters and words of Latin letters or digits: what makes a text long. */
export function lengthOf(text: string): number {
	let length = 0;
	let isInWord = false;
	// Every text of every article comes by here: character codes are several times faster than patterns.
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		const isHan = code >= 0x3400 && code <= 0x9fff;
		const isLetter = (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 0xc0 && code < 0x250);
		if (isHan || (isLetter && !isInWord)) length++;
		isInWord = isLetter || (isInWord && "’'.,-".includes(text.charAt(index)));
	}
	return length;
}

/** Whether a part of a text stands between quotation marks: what somebody else says. */
export function isQuoted(text: string, start: number, end: number): boolean {
	for (const { 0: quote, index } of text.matchAll(quotes)) if (index <= start && end <= index + quote.length) return true;
	return false;
}

export interface Sentence {
	/** Position in the text. */
	start: number;
	text: string;
}
