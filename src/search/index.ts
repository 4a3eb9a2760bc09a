import { correct, complete } from './corrections.ts';
import { makeExcerpt, type Segment } from './excerpt.ts';
import { matchOf, type Match } from './confidence.ts';
import type { Posting } from './format.ts';
import type { StoredSection } from './fragment.ts';
import { promotePhrases } from './promote.ts';
import { rank, type Group, type RankedPage } from './rank.ts';
import { IndexStore, type ReadFile } from './store.ts';
import { syllablePair, understand, type Characters, type Wanted } from './understand.ts';
import { tellingWeight, weights } from './weights.ts';

export type { Match } from './confidence.ts';
export type { Segment } from './excerpt.ts';

/**
 * Search over a bundle of `src/search/build`, in one language. `bundle` is its URL path, such as `/pagefind/`, or a function that
 * reads its files; it runs alike in browsers, Node and workerd. Nothing is read before `preload` or `search`.
 */
export function createSearch({ bundle, language }: { bundle: string | ReadFile; language: string }): Search {
	const read = typeof bundle === 'string' ? fetchFrom(bundle) : bundle;
	let opening: Promise<Opened> | undefined;
	const open = () => {
		opening ??= openIndex(language, read).catch((error: unknown) => {
			opening = undefined;
			throw error;
		});
		return opening;
	};
	return {
		async preload() {
			await open();
		},
		async search(query, { limit = 8, category, kind } = {}) {
			const { store, characters } = await open();
			const { groups, marked, corrected } = await lookUp(query, store, characters);
			const { manifest, pages } = store;
			const ranked = rank(groups, pages, manifest.average);
			const isWanted = ({ page }: RankedPage) =>
				(!category || manifest.categories[pages[page]?.category ?? -1] === category) &&
				(!kind || manifest.kinds[pages[page]?.kind ?? -1] === kind);
			const wanted = await promotePhrases(query, ranked.filter(isWanted), store);
			const judged = wanted.length > 0 ? wanted : await promotePhrases(query, ranked, store);
			const match = matchOf(judged[0], groups.length, manifest);
			const results = await Promise.all(wanted.slice(0, limit).map((found) => toResult(found, store, marked)));
			return { total: wanted.length, match, results, ...(corrected ? { corrected } : {}) };
		},
	};
}

async function openIndex(language: string, read: ReadFile): Promise<Opened> {
	const store = await IndexStore.open(language, read);
	return { store, characters: await store.characters() };
}

/** Finds the postings of everything that a query asks for, with completions, corrections and slips of the same sound. */
async function lookUp(query: string, store: IndexStore, characters: Characters) {
	const wanted = tellingOnes(understand(query, characters, store.synonyms));
	const last = wanted.find(({ word }) => word?.isLast);
	const [exact, beginnings] = await Promise.all([store.postings(termsIn(wanted)), readWords(last ? [last] : [], store)]);
	const isKnown = ({ variants: [own] }: Wanted) => exact.has(own?.terms[0] ?? '');
	for (const { word, variants } of last ? [last] : [])
		variants.push(...complete(word?.text ?? '', beginnings).map((term) => ({ terms: [term], weight: weights.completion })));
	const unknown = wanted.filter((item) => !isKnown(item) && item.variants.every(({ weight }) => weight !== weights.completion));
	const words = await readWords(unknown, store);
	let corrected: string | undefined;
	for (const [index, item] of unknown.entries()) {
		if (item.pair) item.variants.push(...slips(item.pair, unknown[index + 1]?.pair, characters));
		if (!item.word || item.isPinyin) continue;
		const correction = correct(item.word.text, words);
		if (!correction) continue;
		item.variants.push({ terms: [correction.term], weight: weights.correction });
		corrected = (corrected ?? query.toLowerCase()).replace(item.word.text, correction.word);
	}
	const more = await store.postings(termsIn(wanted).filter((term) => !exact.has(term)));
	const postings = new Map([...exact, ...more]);
	return { groups: wanted.map((item) => toGroup(item, postings)), marked: markedTerms(wanted, postings), corrected };
}

/** What a pair of characters that stands nowhere may be meant to be: others of the same sound, swapped, or with one too many between. */
function slips(pair: string, next: string | undefined, { sounds }: Characters): Wanted['variants'] {
	const [first = '', second = ''] = Array.from(pair);
	const [nextFirst, nextSecond = ''] = Array.from(next ?? '');
	const [sound, secondSound] = [sounds.get(first), sounds.get(second)];
	return [
		...(sound && secondSound ? [{ terms: [syllablePair(sound, secondSound)], weight: weights.homophone }] : []),
		{ terms: [second + first], weight: weights.correction },
		...(nextFirst === second ? [{ terms: [first + nextSecond], weight: weights.correction }] : []),
	];
}

function tellingOnes(wanted: Wanted[]): Wanted[] {
	const telling = wanted.filter(({ weight, word }) => weight >= tellingWeight || word?.isLast);
	return telling.length > 1 ? telling : wanted;
}

function termsIn(wanted: readonly Wanted[]): string[] {
	return wanted.flatMap(({ variants }) => variants.flatMap(({ terms }) => terms));
}

/** The known words that Latin words may be meant to be: those with their first letter or, where that slipped, their second. */
async function readWords(wanted: readonly Wanted[], store: IndexStore): Promise<ReadonlyMap<string, number>> {
	const letters = wanted.flatMap(({ word }) => (word && word.text.length > 2 ? [word.text[0] ?? '', word.text[1] ?? ''] : []));
	const lists = await Promise.all([...new Set(letters)].map((letter) => store.words(letter)));
	return new Map(lists.flatMap((list) => [...list]));
}

function toGroup({ weight, variants }: Wanted, postings: ReadonlyMap<string, Posting[]>): Group {
	return {
		weight,
		variants: variants.flatMap(({ terms, weight: ofVariant }) => {
			const found = together(terms.map((term) => postings.get(term) ?? []));
			return found.length > 0 ? [{ weight: ofVariant, postings: found }] : [];
		}),
	};
}

/** Where all terms stand in the same part of a page. */
function together([first = [], ...others]: readonly Posting[][]): Posting[] {
	return others.reduce((common, other) => {
		const byPage = new Map(other.map(({ page, hits }) => [page, hits]));
		return common.flatMap(({ page, hits }) => {
			const both = hits.flatMap((hit) => {
				const match = byPage.get(page)?.find(({ part }) => part === hit.part);
				return match ? [{ ...hit, inHeading: hit.inHeading && match.inHeading, count: Math.min(hit.count, match.count) }] : [];
			});
			return both.length > 0 ? [{ page, hits: both }] : [];
		});
	}, first);
}

/** What is marked in an excerpt: what was found, but not the little words. */
function markedTerms(wanted: readonly Wanted[], postings: ReadonlyMap<string, Posting[]>): ReadonlySet<string> {
	const telling = wanted.filter(({ weight }) => weight > weights.stop);
	return new Set(termsIn(telling.length > 0 ? telling : wanted).filter((term) => postings.has(term)));
}

async function toResult({ page, part }: RankedPage, store: IndexStore, marked: ReadonlySet<string>): Promise<SearchResult> {
	const info = store.pages[page];
	if (!info) throw new Error(`no page ${page} in the index`);
	const { url, title, sections } = await store.page(info);
	const section: StoredSection = sections[part] ?? { id: '', heading: '', text: '' };
	const { manifest } = store;
	return {
		url: section.id ? `${url}#${encodeURIComponent(section.id)}` : url,
		page: url,
		title,
		heading: section.heading,
		excerpt: makeExcerpt(section.text || section.heading, marked),
		category: manifest.categories[info.category] ?? '',
		kind: manifest.kinds[info.kind] ?? '',
	};
}

function fetchFrom(path: string): ReadFile {
	return async (name) => {
		const response = await fetch(path + name);
		if (!response.ok) throw new Error(`${path + name}: ${response.status}`);
		return new Uint8Array(await response.arrayBuffer());
	};
}

interface Opened {
	store: IndexStore;
	characters: Characters;
}

export interface SearchResult {
	/** Path of the section that answers, or of the page. */
	url: string;
	page: string;
	title: string;
	/** The section's heading; empty at the start of the page. */
	heading: string;
	excerpt: Segment[];
	category: string;
	kind: string;
}

export interface SearchResults {
	/** Pages found, of which `results` are the best. */
	total: number;
	/** Of what the filters leave or, where they leave nothing, of all. */
	match: Match;
	results: SearchResult[];
	/** The query as it was understood, where a word had to be corrected. */
	corrected?: string;
}

export interface SearchOptions {
	limit?: number;
	category?: string | undefined;
	kind?: string | undefined;
}

export interface Search {
	/** Throws when a file of the bundle cannot be read; the next search tries again. */
	search(query: string, options?: SearchOptions): Promise<SearchResults>;
	/** Reads what every search needs, so that the first one does not wait for it. */
	preload(): Promise<void>;
}
