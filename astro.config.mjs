import { fileURLToPath } from 'node:url';

import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

import { locales } from './src/config/locales.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { headersFile } from './src/integrations/headers-file.ts';
import { notFoundPages } from './src/integrations/not-found-pages.ts';
import { searchIndex } from './src/integrations/search-index.ts';

/** `SITE_CONFIG=<file>` swaps the site configuration of one build, for tests; `npm run deploy` refuses it. */
const siteConfig = fileURLToPath(new URL(process.env.SITE_CONFIG ?? './src/config/site.ts', import.meta.url));
const { site } = await import(siteConfig);

/** The Worker of `npm run dev`: everything that is not a page under edit. */
const api = process.env.API_ORIGIN;

const livePages = `^/(${Object.keys(locales).join('|')})/(search|contact|callback|requests)(/|\\.html|$)`;

/** The Worker fills live pages, and for that reads the page itself from here. */
function askedByWorker({ headers, url }) {
	return headers['x-built-page'] ? url : undefined;
}

export default defineConfig({
	site: site.url,
	// Astro's own redirect to the trailing slash would come before the dev server's proxy.
	trailingSlash: api ? 'ignore' : 'always',
	compressHTML: true,
	// A strict CSP allows no inline styles.
	build: { inlineStylesheets: 'never', format: 'directory' },
	devToolbar: { enabled: false },
	integrations: [
		contentCheck(),
		mdx(),
		sitemap({
			filter: (page) => /^\/(zh-cn|en)\//.test(new URL(page).pathname) && !/\/(404|search|requests)\/?$/.test(page),
			i18n: { defaultLocale: 'zh-cn', locales: Object.fromEntries(Object.entries(locales).map(([id, { lang }]) => [id, lang])) },
		}),
		notFoundPages(),
		searchIndex(),
		headersFile({ demonstration: site.mode === 'demonstration' }),
	],
	vite: {
		resolve: { alias: { '#config/site': siteConfig } },
		build: { assetsInlineLimit: 0, target: ['chrome100', 'safari15.4'], cssTarget: ['chrome100', 'safari15.4'] },
		...(api ? { server: { proxy: { '/api': api, '/desk': api, [livePages]: { target: api, bypass: askedByWorker } } } } : {}),
	},
});
