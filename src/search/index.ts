import { queryTerms } from './query.ts';
import { coverage, mergeHits } from './rank.ts';

/** Candidates that are read to put the closest first; each costs one small file. */
const reread = 12;

/** A piece of an excerpt; `hit` marks what matched. */
export interface Segment {
	text: string;
	hit: boolean;
}

export interface SearchResult {
	url: string;
	title: string;
	excerpt: Segment[];
}

export interface SearchResults {
	/** Pages found, of which `results` are the best. */
	total: number;
	results: SearchResult[];
}

export interface Search {
	search(query: string, limit?: number): Promise<SearchResults>;
	/** Loads the runtime, so that the first search does not wait for it. */
	preload(): Promise<void>;
}

/** Search over the Pagefind bundle at a URL path such as `/pagefind/`, in the language of the document. */
export function createSearch({ bundle }: { bundle: string }): Search {
	let loading: Promise<Pagefind> | undefined;
	const load = () => {
		loading ??= start(bundle).catch((error: unknown) => {
			loading = undefined;
			throw error;
		});
		return loading;
	};

	return {
		async preload() {
			await load();
		},
		async search(query, limit = 8) {
			const pagefind = await load();
			const terms = queryTerms(query);
			const whole = terms.length > 1 ? [{ text: query, weight: 1.5 }] : [];
			const searches = [...whole, ...terms.map((text) => ({ text, weight: 1 }))];
			const found = await Promise.all(
				searches.map(async ({ text, weight }) => ({ weight, hits: (await pagefind.search(text)).results })),
			);
			const handles = new Map(found.flatMap(({ hits }) => hits).map((handle) => [handle.id, handle]));
			const ranked = mergeHits(found.filter(({ hits }) => hits.length > 0));
			const candidates = ranked.slice(0, Math.max(limit, reread)).flatMap((id) => handles.get(id) ?? []);
			const pages = await Promise.all(candidates.map((handle) => handle.data()));
			return { total: ranked.length, results: closestFirst(query, pages).slice(0, limit).map(toResult) };
		},
	};
}

async function start(bundle: string): Promise<Pagefind> {
	const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
	await pagefind.options({ excerptLength: 24 });
	await pagefind.init();
	return pagefind;
}

/** Reorders what the index found by how much of the query stands in title and aliases, then in the text. */
function closestFirst(query: string, pages: readonly PagefindPage[]): PagefindPage[] {
	const value = ({ meta, content }: PagefindPage, rank: number) =>
		coverage(query, `${meta['title'] ?? ''} ${meta['aliases'] ?? ''}`) + coverage(query, content) / 2 - rank / (2 * pages.length);
	return pages
		.map((page, rank) => ({ page, value: value(page, rank) }))
		.sort((a, b) => b.value - a.value)
		.map(({ page }) => page);
}

function toResult({ url, meta, excerpt }: PagefindPage): SearchResult {
	return { url, title: meta['title'] ?? url, excerpt: readExcerpt(excerpt) };
}

/** Pagefind's excerpt is HTML with `<mark>`; it is read as text so that no markup ever reaches the page. */
function readExcerpt(html: string): Segment[] {
	const body = new DOMParser().parseFromString(html, 'text/html').body;
	return [...body.childNodes].map((node) => ({ text: node.textContent ?? '', hit: node.nodeName === 'MARK' }));
}

interface Pagefind {
	options(options: { excerptLength: number }): Promise<void>;
	init(): Promise<void>;
	search(query: string): Promise<{ results: PagefindHandle[] }>;
}

interface PagefindHandle {
	id: string;
	score: number;
	data(): Promise<PagefindPage>;
}

interface PagefindPage {
	url: string;
	meta: Record<string, string>;
	excerpt: string;
	content: string;
}
