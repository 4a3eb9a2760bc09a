import type { Hit, Posting } from '../format.ts';
import { fold, runsOf, toTerms } from '../text.ts';
import { breathe } from './breathe.ts';
import type { Page } from './page.ts';

/** What corrections and completions are made of. */
const isWord = /^[a-z]{3,30}$/;

/** Terms of every page: postings by term, the parts of each page, and Latin words with the number of pages that hold them. */
export async function indexTerms(pages: readonly Page[]) {
	const postings = new Map<string, Posting[]>();
	const words = new Map<string, number>();
	const units: { heading: string[]; length: number }[][] = [];
	for (const [index, page] of pages.entries()) {
		await breathe(index);
		const found = new Map<string, Hit[]>();
		const ofPage = new Set<string>();
		const parts = partsOf(page).map(({ heading, text }, unit) => {
			const [headingRuns, textRuns] = [runsOf(fold(heading)), runsOf(fold(text))];
			for (const { text: run } of [...headingRuns, ...textRuns]) if (isWord.test(run)) ofPage.add(run);
			const headingTerms = [...new Set(toTerms(headingRuns))];
			const textTerms = toTerms(textRuns);
			for (const term of headingTerms) addHit(found, term, unit).inHeading = true;
			for (const term of textTerms) addHit(found, term, unit).count++;
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
export function partsOf({ title, summary, aliases, units }: Page): { heading: string; text: string }[] {
	const [start, ...sections] = units;
	const intro = summary && !start?.text.includes(summary) ? `${summary}\n${start?.text ?? ''}` : (start?.text ?? '');
	return [{ heading: title, text: intro }, ...sections, ...aliases.map((alias) => ({ heading: alias, text: '' }))];
}

/** The hit of a term in a part, made where there is none yet; parts come in their order. */
export function addHit(found: Map<string, Hit[]>, term: string, part: number): Hit {
	const hits = found.get(term) ?? [];
	if (hits.length === 0) found.set(term, hits);
	const last = hits.at(-1);
	if (last?.part === part) return last;
	const hit = { part, inHeading: false, count: 0 };
	hits.push(hit);
	return hit;
}
