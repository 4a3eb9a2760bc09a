import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { contentDir } from '../lib/content-dir.ts';
import { readRedirects, redirectRules } from '../lib/redirects.ts';

/** Makes moved addresses lead on: `dist/_redirects` for Cloudflare's static files, and the same rules in `npm run dev`. */
export function redirectsFile(): AstroIntegration {
	return {
		name: 'redirects-file',
		hooks: {
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					const { pathname, search } = new URL(request.url ?? '/', 'http://preview');
					const target = /^\/[^/]+\/(faq|guides)\//.test(pathname) ? readRules().get(pathname) : undefined;
					if (!target) return next();
					// A browser would keep the answer, and a writer may still move the article back.
					response.writeHead(301, { Location: target + search, 'Cache-Control': 'no-store' });
					return response.end();
				});
			},
			'astro:build:done': async ({ dir }) => {
				const lines = [...readRules()].map(([from, to]) => `${from} ${to} 301\n`);
				await writeFile(join(fileURLToPath(dir), '_redirects'), lines.join(''));
			},
		},
	};
}

function readRules(): Map<string, string> {
	const file = join(contentDir, 'redirects.yml');
	return redirectRules(readRedirects(existsSync(file) ? readFileSync(file, 'utf8') : ''));
}
