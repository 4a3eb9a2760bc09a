import type { Content } from '../content.ts';
import type { Ask } from '../judge.ts';

/** The libraries to compare with. Each is loaded only when it is asked for. */
const libraries: Record<string, () => Promise<{ peers: readonly Peer[] }>> = {
	pagefind: () => import('./pagefind.ts'),
	minisearch: () => import('./minisearch.ts'),
	flexsearch: () => import('./flexsearch.ts'),
	orama: () => import('./orama.ts'),
	lunr: () => import('./lunr.ts'),
	fuse: () => import('./fuse.ts'),
};

export const peerNames: readonly string[] = Object.keys(libraries);

/** The peers of a library: some can be set up in more than one way that their documentation knows. */
export async function loadPeers(names: readonly string[]): Promise<Peer[]> {
	const modules = await Promise.all(names.map(async (name) => libraries[name]?.()));
	return modules.flatMap((module) => module?.peers ?? []);
}

/** Another search, set up as its documentation recommends for a language. */
export interface Peer {
	name: string;
	/** Only these languages; all when undefined. */
	languages?: readonly string[];
	/** Indexes the pages of one language. */
	open(content: Content, language: string): Promise<OpenPeer>;
}

export interface OpenPeer {
	search: Ask;
	close?(): Promise<void>;
}
