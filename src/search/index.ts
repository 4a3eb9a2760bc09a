import { makeExcerpt, type Segment } from './excerpt.ts';
import { queryTerms } from './query.ts';
import { coverage, mergeHits } from './rank.ts';

/** Candidates that are read to put the closest first; each costs one small file. */
const reread = 12;

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
			const pages = await Promise.all(candidates.map(async (handle) => rejoin(await handle.data())));
			return {
				total: ranked.length,
				results: closestFirst(query, pages)
					.slice(0, limit)
					.map((page) => toResult(page, query)),
			};
		},
	};
}

async function start(bundle: string): Promise<Pagefind> {
	const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
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

function toResult({ url, meta, content }: PagefindPage, query: string): SearchResult {
	const { title = url, aliases = '' } = meta;
	// The wordings of users at the end help to find a page, but say nothing about it.
	const end = content.endsWith(aliases) ? content.length - aliases.length : content.length;
	const text = content.slice(content.startsWith(title) ? title.length : 0, end).replace(/^[\s.]+/, '');
	return { url, title, excerpt: makeExcerpt(text, query) };
}

/** The index cuts Chinese words apart with zero-width spaces. */
function rejoin(page: PagefindPage): PagefindPage {
	return { ...page, content: page.content.replaceAll('\u200b', '') };
}

interface Pagefind {
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
	content: string;
}
