import { fileURLToPath } from 'node:url';

import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

import { locales } from './src/config/locales.ts';
import { contentDir } from './src/lib/content-dir.ts';
import { explainTerms } from './src/lib/term-plugin.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { deskScript } from './src/integrations/desk-script.ts';
import { headersFile } from './src/integrations/headers-file.ts';
import { keptPages } from './src/integrations/kept-pages.ts';
import { markdownFiles } from './src/integrations/markdown-files.ts';
import { notFoundPages } from './src/integrations/not-found-pages.ts';
import { previewFlag } from './src/integrations/preview-flag.ts';
import { redirectsFile } from './src/integrations/redirects-file.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { signedChannels } from './src/integrations/signed-channels.ts';

/** `SITE_CONFIG=<file>` swaps the site configuration of one build, for tests; `npm run deploy` refuses it. */
const siteConfig = fileURLToPath(new URL(process.env.SITE_CONFIG ?? './src/config/site.ts', import.meta.url));
const { site } = await import(siteConfig);

/** The Worker of `npm run dev`: everything that is not a page under edit. */
const api = process.env.API_ORIGIN;

const livePages = `^/(${Object.keys(locales).join('|')})/(search|contact|callback|requests|verify)(/|\\.html|$)`;

/** The Worker fills live pages, and for that reads the page itself from here. */
function askedByWorker({ headers, url }) {
	return headers['x-built-page'] ? url : undefined;
}

/** The articles as the content check reads them, for the integrations after it. */
const articles = [];

const articleChunks = { groups: [{ name: 'articles', test: /\/articles\/.*\.mdx/, maxSize: 1_000_000 }] };

export default defineConfig({
	site: site.url,
	// Not in node_modules, which several copies of the project may share.
	cacheDir: process.env.CACHE_DIR ?? './.astro/cache',
	// Astro's own redirect to the trailing slash would come before the dev server's proxy.
	trailingSlash: api ? 'ignore' : 'always',
	compressHTML: true,
	// A strict CSP allows no inline styles.
	build: { inlineStylesheets: 'never', format: 'directory', concurrency: 16 },
	devToolbar: { enabled: false },
	markdown: { syntaxHighlight: false, processor: satteri({ mdastPlugins: [explainTerms(contentDir)] }) },
	integrations: [
		previewFlag(),
		contentCheck(articles),
		keptPages(articles),
		mdx({ optimize: true }),
		sitemap({
			filter: (page) => /^\/(zh-cn|en)\//.test(new URL(page).pathname) && !/\/(404|search|requests)\/?$/.test(page),
			i18n: { defaultLocale: 'zh-cn', locales: Object.fromEntries(Object.entries(locales).map(([id, { lang }]) => [id, lang])) },
		}),
		notFoundPages(),
		redirectsFile(),
		markdownFiles(articles, site),
		searchIndex(),
		signedChannels(site),
		deskScript(),
		headersFile({ demonstration: site.mode === 'demonstration', turnstile: site.turnstileSiteKey !== undefined }),
	],
	vite: {
		// One chunk for many articles: a file, a module and an import for each costs more than rendering it.
		environments: { prerender: { build: { rolldownOptions: { output: { codeSplitting: articleChunks } } } } },
		resolve: { alias: { '#config/site': siteConfig } },
		build: {
			// Astro itself reads the directive that the bundler warns of, once per article.
			rolldownOptions: { checks: { moduleLevelDirective: false } },
			assetsInlineLimit: 0,
			target: ['chrome100', 'safari15.4'],
			cssTarget: ['chrome100', 'safari15.4'],
		},
		...(api ? { server: { proxy: { '/api': api, '/desk': api, [livePages]: { target: api, bypass: askedByWorker } } } } : {}),
	},
});
