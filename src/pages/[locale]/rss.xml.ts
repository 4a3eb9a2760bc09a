import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';

import { site } from '#config/site';
import { locales, type Locale } from '../../config/locales.ts';
import { translator } from '../../i18n/index.ts';
import { getArticles } from '../../lib/articles.ts';
import { localePaths } from '../../lib/pages.ts';

export const getStaticPaths = localePaths;

export const GET: APIRoute = async ({ params }) => {
	const locale = params['locale'] as Locale;
	const articles = await getArticles(locale);
	const t = translator(locale);
	return rss({
		title: site.mode === 'demonstration' ? `${site.brand[locale]} · ${t('demo.title')}` : site.brand[locale],
		description: t('home.description'),
		site: new URL(`/${locale}/`, site.url),
		customData: `<language>${locales[locale].lang}</language>`,
		items: articles.slice(0, 50).map(({ url, entry }) => ({
			title: entry.data.title,
			description: entry.data.summary,
			pubDate: entry.data.updated,
			link: url,
		})),
	});
};
