import type { StoredPage } from './fragment.ts';
import { fold, runsOf } from './text.ts';

/** Fewer words, or Chinese characters, in a row say nothing that the terms do not say. */
const shortest = 2;
/** Characters of a query that are compared: of pasted logs, the beginning. */
const most = 200;

/**
 * The longest part of a query that stands word for word in a page, in one text or heading: from 0 to 1, which is all of it. The last
 * word may be unfinished.
 */
export function phraseShare(query: string, { title, sections }: StoredPage): number {
	const words = wordsOf(query.slice(0, most));
	words.push(words.pop()?.trimEnd() ?? '');
	const texts = [title, ...sections.flatMap(({ heading, text }) => [heading, text])];
	let longest = 0;
	for (const text of texts) longest = Math.max(longest, longestRun(words, flatten(wordsOf(text)), longest));
	return longest / words.length;
}

/** Words of the longest run that stands in a text; `known` or fewer are not looked for. */
function longestRun(words: readonly string[], text: string, known: number): number {
	let length = Math.max(known, shortest - 1);
	for (let start = 0; start + length < words.length; start++)
		while (start + length < words.length && text.includes(flatten(words.slice(start, start + length + 1)))) length++;
	return length < shortest ? 0 : length;
}

/** Latin words between spaces, so that none is found inside another; Chinese characters as they stand. */
function wordsOf(text: string): string[] {
	return runsOf(fold(text)).flatMap(({ text: run, isCjk }) => (isCjk ? Array.from(run) : [` ${run} `]));
}

function flatten(words: readonly string[]): string {
	return words.join('').replaceAll('  ', ' ');
}
