import type { APIRoute } from 'astro';

import { site } from '#config/site';

/** Crawlers may read every page: in demonstration mode they must, to see its `noindex`. */
export const GET: APIRoute = () =>
	new Response(
		['User-agent: *', 'Disallow: /api/', 'Disallow: /desk/', '', `Sitemap: ${site.url}/sitemap-index.xml`, ''].join('\n'),
	);
