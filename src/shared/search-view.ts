import { otherLocale, type Locale } from '#config/locales';
import { length } from '#shared/limits';

/** Most results of the page, of the box, and of what is only close or in the other language. */
export const mostResults = { page: 20, box: 6, aside: 3 } as const;

/** A query as it is searched for, shown again and written into addresses: one line, cut to what the box takes. */
export function tidyQuery(text: string): string {
	const line = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
	// The cut may leave half of a character.
	return line
		.slice(0, length.query)
		.replace(/[\ud800-\udbff]$/, '')
		.trim();
}

/** Path of the results page with a search. Anything that the guard refuses must not be passed. */
export function searchPath(locale: Locale, { query, category, kind }: Asked): string {
	const parameters = new URLSearchParams({ q: query, ...(category ? { category } : {}), ...(kind ? { kind } : {}) });
	return `/${locale}/search/?${parameters.toString()}`;
}

/** Whether the other language should be asked as well. */
export function needsOther({ match }: Answer): boolean {
	return match !== 'good';
}

/**
 * What the panel of results shows for an answer, in the reader's language and in the other one: which of its blocks, their
 * texts and links, by the panel's data attributes. Worker and browser fill the same panel with it.
 */
export function searchView<Result extends { category: string }>(
	locale: Locale,
	asked: Asked,
	answer: Answer<Result>,
	other?: Answer<Result>,
): SearchView<Result> {
	const state = stateOf(answer, asked);
	const results = state === 'none' ? answer.results.slice(0, mostResults.aside) : answer.results;
	const others = other && isBetter(other, answer) ? other.results.slice(0, mostResults.aside) : [];
	// Where nothing fits, a correction is a guess about a word that we do not have.
	const corrected = state === 'none' ? undefined : answer.corrected;
	const hrefs = {
		all: searchPath(locale, asked),
		unfiltered: searchPath(locale, { query: asked.query }),
		other: searchPath(otherLocale(locale), { query: asked.query }),
		...(corrected ? { corrected: searchPath(locale, { ...asked, query: corrected }) } : {}),
	};
	return {
		state,
		results,
		others,
		facts: [
			`results:${state}`,
			`list:${yes(results.length > 0)}`,
			`all:${yes(state !== 'none' && answer.total > results.length)}`,
			`corrected:${yes(corrected)}`,
			`other:${yes(others.length > 0)}`,
			`people:${yes(state === 'none')}`,
			`near:${(state === 'none' && results[0]?.category) || 'none'}`,
		],
		fills: { count: String(results.length), 'other-count': String(others.length), ...(corrected ? { corrected } : {}) },
		hrefs,
	};
}

function stateOf({ match, results }: Answer, { category, kind }: Asked): SearchState {
	if (match === 'none') return 'none';
	if (results.length === 0) return category || kind ? 'filtered' : 'none';
	return match === 'weak' ? 'weak' : 'some';
}

function isBetter(other: Answer, { match }: Answer): boolean {
	return match === 'none' ? other.match !== 'none' : match === 'weak' && other.match === 'good';
}

function yes(holds: unknown): 'yes' | 'no' {
	return holds ? 'yes' : 'no';
}

/** `weak`: nothing says quite that. `filtered`: only the filters leave nothing. `none`: what is shown is merely close. */
type SearchState = 'some' | 'weak' | 'filtered' | 'none';

/** A search as the address of the results page carries it. */
export interface Asked {
	query: string;
	category?: string | undefined;
	kind?: string | undefined;
}

/** What the engine answers, as far as it matters here. */
interface Answer<Result = unknown> {
	total: number;
	match: 'good' | 'weak' | 'none';
	results: Result[];
	corrected?: string;
}

interface SearchView<Result> {
	state: SearchState;
	results: Result[];
	others: Result[];
	/** `key:value` pairs for `data-show`. */
	facts: string[];
	fills: Record<string, string>;
	hrefs: Record<string, string>;
}
