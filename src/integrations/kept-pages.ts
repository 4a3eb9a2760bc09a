import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration, AstroPrerenderer } from 'astro';

import type { ArticleText } from '../lib/check/source.ts';
import { buildTime } from '../lib/clock.ts';
import { contentDir } from '../lib/content-dir.ts';
import { frameKey, pageKeys } from '../lib/page-key.ts';

/**
 * Takes an article's page from the last build as long as nothing that it shows has changed (src/lib/page-key.ts): its MDX is neither
 * compiled (src/lib/article-loader.ts) nor rendered. Throws if such a page names scripts or styles that are no more.
 */
export function keptPages(articles: readonly ArticleText[]): AstroIntegration {
	let file = '';
	let output = '';
	let keys = new Map<string, string>();
	let last: Kept = { assets: [], pages: [] };
	const pages = new Map<string, Page>();
	return {
		name: 'kept-pages',
		hooks: {
			'astro:config:setup': ({ config, command, updateConfig }) => {
				file = fileURLToPath(new URL('article-pages.json', config.cacheDir));
				output = fileURLToPath(config.outDir);
				if (command === 'build') {
					keys = pageKeys(articles, frameKey(fileURLToPath(config.root), contentDir, buildTime()));
					last = readKept(file);
				}
				for (const [path, page] of last.pages) if (page.key === keys.get(path)) pages.set(path, page);
				const ids = [...pages.keys()].map((path) => path.slice(1, -1));
				updateConfig({ vite: { define: { __KEPT_ARTICLES__: JSON.stringify(ids) } } });
			},
			'astro:build:start': ({ setPrerenderer, logger }) => {
				if (pages.size > 0) logger.info(`${pages.size} of ${keys.size} articles are those of the last build`);
				setPrerenderer((renderer) => ({
					...renderer,
					setup: async () => {
						await renderer.setup?.();
						if (pages.size > 0) assertAssets(last.assets, output, file);
					},
					render: async (request, options) => {
						const path = new URL(request.url).pathname;
						const html = pages.get(path)?.html;
						if (html !== undefined) return new Response(html);
						const result = await renderer.render(request, options);
						const key = keys.get(path);
						return key ? new Response(await keep(pages, path, key, result)) : result;
					},
				}));
			},
			'astro:build:done': () => writeKept(file, { assets: readAssets(output), pages: [...pages] }),
		},
	};
}

async function keep(pages: Map<string, Page>, path: string, key: string, result: Rendered): Promise<string> {
	const html = await (result instanceof Response ? result : result.response).text();
	pages.set(path, { key, html });
	return html;
}

/** Their names follow from the code, which is part of every key; but a page without its style would be too bad to rely on that. */
function assertAssets(names: readonly string[], output: string, file: string): void {
	const there = new Set(readAssets(output));
	const lost = names.find((name) => !there.has(name));
	if (lost === undefined) return;
	rmSync(file);
	throw new Error(`pages of the last build need /_astro/${lost}, which is no more; they are dropped now: build again`);
}

function readAssets(output: string): string[] {
	const folder = join(output, '_astro');
	return existsSync(folder) ? readdirSync(folder) : [];
}

function readKept(file: string): Kept {
	// A broken file cannot be: it gets its name only when whole.
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : { assets: [], pages: [] };
}

function writeKept(file: string, kept: Kept): void {
	const partial = `${file}.${process.pid}`;
	writeFileSync(partial, JSON.stringify(kept));
	renameSync(partial, file);
}

type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;

interface Kept {
	/** File names in `/_astro`. */
	assets: string[];
	/** By path. */
	pages: [string, Page][];
}

interface Page {
	key: string;
	html: string;
}
