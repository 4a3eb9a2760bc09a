/** Longest stretch without a letter between two words of one phrase: numbers, brackets and table borders fit into it. */
const longestGap = 40;
const pattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu;

/** The words of a folded text in small letters, and its runs of Chinese characters. */
export function readTokens(text: string): Token[] {
	const tokens: Token[] = [];
	let end = 0;
	for (const { 0: word, index } of text.matchAll(pattern)) {
		const isHan = word.codePointAt(0) !== undefined && /^\p{Script=Han}/u.test(word);
		tokens.push({ word: word.toLowerCase(), start: index, end: index + word.length, isHan, isFar: index - end > longestGap });
		end = index + word.length;
	}
	return tokens;
}

export interface Token {
	word: string;
	start: number;
	end: number;
	isHan: boolean;
	/** Too far behind the token before it to belong to the same phrase. */
	isFar: boolean;
}
