import { setImmediate } from 'node:timers/promises';

import type { Hit, Posting } from '../format.ts';
import { fold, runsOf, toTerms, type Run } from '../text.ts';
import type { Page } from './page.ts';

/** Pages that are read before what waits has its turn. */
const pagesAtOnce = 20;
/** What corrections and completions are made of. */
const isWord = /^[a-z]{3,30}$/;

/**
 * Terms of every page: postings by term, the parts of each page, and Latin words with the number of pages that hold them. What
 * `moreTerms` adds is found, but belongs neither to the weight of a heading nor to the length of a page.
 */
export async function indexTerms(pages: readonly Page[], moreTerms: MoreTerms = () => []) {
	const postings = new Map<string, Posting[]>();
	const words = new Map<string, number>();
	const units: { heading: string[]; length: number }[][] = [];
	for (const [index, page] of pages.entries()) {
		// Lets Pagefind, which works in a process of its own, go on: it does only as long as it is fed.
		if (index % pagesAtOnce === 0) await setImmediate();
		const found = new Map<string, Hit[]>();
		const ofPage = new Set<string>();
		const parts = partsOf(page).map(({ heading, text }, unit) => {
			const [headingRuns, textRuns] = [runsOf(fold(heading)), runsOf(fold(text))];
			for (const { text: run } of [...headingRuns, ...textRuns]) if (isWord.test(run)) ofPage.add(run);
			const headingTerms = [...new Set(toTerms(headingRuns))];
			const textTerms = toTerms(textRuns);
			for (const term of [...headingTerms, ...moreTerms(headingRuns, true)]) addHit(found, term, unit).inHeading = true;
			for (const term of [...textTerms, ...moreTerms(textRuns, false)]) addHit(found, term, unit).count++;
			return { heading: headingTerms, length: textTerms.length };
		});
		for (const word of ofPage) words.set(word, (words.get(word) ?? 0) + 1);
		for (const [term, hits] of found) {
			const list = postings.get(term);
			if (list) list.push({ page: index, hits });
			else postings.set(term, [{ page: index, hits }]);
		}
		units.push(parts);
	}
	return { postings, units, words };
}

/** What stands before the first section under the title; then sections; then the other wordings of the title. */
function partsOf({ title, summary, aliases, units }: Page): { heading: string; text: string }[] {
	const [start, ...sections] = units;
	const intro = summary && !start?.text.includes(summary) ? `${summary}\n${start?.text ?? ''}` : (start?.text ?? '');
	return [{ heading: title, text: intro }, ...sections, ...aliases.map((alias) => ({ heading: alias, text: '' }))];
}

/** The hit of a term in a part, made where there is none yet; parts come in their order. */
function addHit(found: Map<string, Hit[]>, term: string, part: number): Hit {
	const hits = found.get(term) ?? [];
	if (hits.length === 0) found.set(term, hits);
	const last = hits.at(-1);
	if (last?.part === part) return last;
	const hit = { part, inHeading: false, count: 0 };
	hits.push(hit);
	return hit;
}

/** Further terms of a heading or a text, from its runs. */
export type MoreTerms = (runs: readonly Run[], isHeading: boolean) => string[];
