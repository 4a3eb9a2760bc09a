import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Builds the Pagefind index of the finished pages into `dist/pagefind`. */
export function searchIndex(): AstroIntegration {
	return {
		name: 'search-index',
		hooks: {
			// The preview searches the index of the last build; without one the box offers the Worker's search instead.
			'astro:server:setup': ({ server }) => {
				server.middlewares.use('/pagefind', (request, response, next) => {
					const file = join(server.config.root, 'dist/pagefind', new URL(request.url ?? '', 'http://preview').pathname);
					if (!existsSync(file)) return next();
					if (file.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
					return createReadStream(file).pipe(response);
				});
			},
			'astro:build:done': async ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				const { index, errors } = await createIndex({});
				if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
				const { page_count, errors: indexErrors } = await index.addDirectory({ path: root });
				const { errors: writeErrors } = await index.writeFiles({ outputPath: `${root}pagefind` });
				await close();
				const failures = [...indexErrors, ...writeErrors];
				if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
				logger.info(`${page_count} pages indexed`);
			},
		},
	};
}
