import { toWords } from './og/lines.ts';

/**
 * The parts of a Chinese title between which a line may end; joined they are the title. A word of one character stays with
 * what is before it: the segmenter takes apart what it does not know, such as 助记词.
 */
export function toPhrases(title: string): string[] {
	const phrases: string[] = [];
	for (const word of toWords(title, 'zh-CN')) {
		const last = phrases.at(-1);
		if (last !== undefined && /\p{Script=Han}$/u.test(last) && isSingle(word)) phrases[phrases.length - 1] = last + word;
		else phrases.push(word);
	}
	return phrases;
}

function isSingle(word: string): boolean {
	return /^\p{Script=Han}(?!\p{Script=Han})/u.test(word);
}
