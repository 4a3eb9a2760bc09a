import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as pagefind from 'pagefind';
import * as z from 'zod';

import { depth } from '../judge.ts';
import { serveFolder } from '../static-server.ts';
import type { Peer } from './index.ts';

const RuntimeSchema = z.object({ createInstance: z.custom<CreateInstance>((value) => typeof value === 'function') });

/** Its browser runtime, as shipped: since 1.4 it runs in Node too, on the main thread. */
export const peers: readonly Peer[] = [
	{
		name: 'pagefind',
		async open(content, language) {
			const folder = await mkdtemp(join(tmpdir(), 'help-pagefind-'));
			await indexWithPagefind(content.folder, join(folder, 'pagefind'));
			const server = await serveFolder(folder);
			const close = async () => {
				await server.close();
				await rm(folder, { recursive: true, force: true });
			};
			const module: unknown = await import(pathToFileURL(join(folder, 'pagefind/pagefind.js')).href);
			const { createInstance } = RuntimeSchema.parse({ ...(module as object) });
			const instance = asPageIn(language, () => createInstance({ basePath: `${server.origin}/pagefind/` }));
			await instance.init();
			return {
				close,
				search: async (query) => {
					const { results } = await instance.search(query);
					const best = await Promise.all(results.slice(0, depth).map((result) => result.data()));
					return { pages: best.map(({ url }) => new URL(url).pathname) };
				},
			};
		},
	},
];

/** Indexes a folder of HTML pages into another, with nothing set. */
export async function indexWithPagefind(site: string, outputPath: string): Promise<void> {
	const { index, errors } = await pagefind.createIndex();
	if (!index) throw new Error(errors.join('\n'));
	await index.addDirectory({ path: site });
	await index.writeFiles({ outputPath });
	await index.deleteIndex();
	await pagefind.close();
}

/** Its one look at the document is for the language of the page; there is no option for that. */
function asPageIn<T>(lang: string, work: () => T): T {
	const page = { querySelector: () => ({ getAttribute: () => lang }) };
	Object.assign(globalThis, { document: page });
	try {
		return work();
	} finally {
		Reflect.deleteProperty(globalThis, 'document');
	}
}

type CreateInstance = (options: { basePath: string }) => PagefindInstance;

interface PagefindInstance {
	init(): Promise<void>;
	search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}
