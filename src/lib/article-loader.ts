import { glob, type Loader } from 'astro/loaders';

/** Articles from a folder. Those whose pages are taken from the last build keep their data only: their MDX is not compiled. */
export function articleLoader(base: string): Loader {
	const files = glob({ base, pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') });
	return {
		name: 'articles',
		load: async (context) => {
			await files.load(context);
			const { store } = context;
			const kept = new Set(__KEPT_ARTICLES__);
			for (const { deferredRender = false, ...entry } of store.values()) {
				if (deferredRender !== kept.has(entry.id)) continue;
				// The store takes nothing under a digest that it has already.
				store.delete(entry.id);
				store.set({ ...entry, deferredRender: !deferredRender });
			}
		},
	};
}
