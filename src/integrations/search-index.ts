import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';

import { contentDir } from '../lib/content-dir.ts';
import { indexSite } from '../search/build/site.ts';

/** Builds the search index of the finished pages into `dist/pagefind`. */
export function searchIndex(): AstroIntegration {
	return {
		name: 'search-index',
		hooks: {
			// The preview searches the index of the last build; without one the box offers the Worker's search instead.
			'astro:server:setup': ({ server }) => {
				server.middlewares.use('/pagefind', (request, response, next) => {
					const file = join(server.config.root, 'dist/pagefind', new URL(request.url ?? '', 'http://preview').pathname);
					if (!existsSync(file)) return next();
					return createReadStream(file).pipe(response);
				});
			},
			'astro:build:done': async ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				const count = await indexSite(root, join(root, 'pagefind'), readSynonyms());
				logger.info(`${count} pages indexed`);
			},
		},
	};
}

/** content/synonyms.yml as lines of words. */
export function readSynonyms(): string[] {
	const file = join(contentDir, 'synonyms.yml');
	if (!existsSync(file)) return [];
	const groups: unknown = parse(readFileSync(file, 'utf8'));
	return Array.isArray(groups) ? groups.flatMap((words: unknown) => (Array.isArray(words) ? [words.join(',')] : [])) : [];
}
