import { rename, rmdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { localeIds } from '../config/locales.ts';

/** Moves `<locale>/404/index.html` to `<locale>/404.html`: static hosting looks for the nearest file of that name. */
export function notFoundPages(): AstroIntegration {
	return {
		name: 'not-found-pages',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for (const locale of localeIds) {
					await rename(`${root}${locale}/404/index.html`, `${root}${locale}/404.html`);
					await rmdir(`${root}${locale}/404`);
				}
			},
		},
	};
}
