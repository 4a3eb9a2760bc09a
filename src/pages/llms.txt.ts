import type { APIRoute } from 'astro';

import { site } from '#config/site';
import { localeIds, locales } from '../config/locales.ts';
import { translator } from '../i18n/index.ts';
import { getCategories, getCategoryArticles } from '../lib/articles.ts';

/** What this site holds, for language models (llmstxt.org): every article with its direct answer, as Markdown. */
export const GET: APIRoute = async () => {
	const sections: string[] = [`# ${localeIds.map((locale) => site.brand[locale]).join(' · ')}`];
	if (site.mode === 'demonstration')
		sections.push(localeIds.map((locale) => `> ${translator(locale)('demo.banner')}`).join('\n'));
	for (const locale of localeIds) {
		sections.push(`${translator(locale)('home.description')} ${translator(locale)('footer.secret')}`);
	}
	const pages = localeIds.map(
		(locale) =>
			`- [${translator(locale)('verify.title')}](${site.url}/${locale}/verify/): ${translator(locale)('verify.lead')}\n- [${translator(locale)('channels.title')}](${site.url}/${locale}/channels/): ${translator(locale)('channels.lead')}`,
	);
	sections.push(pages.join('\n'));
	for (const locale of localeIds) {
		for (const category of await getCategories()) {
			const articles = await getCategoryArticles(locale, category.id);
			const links = articles.map(
				({ url, entry }) => `- [${entry.data.title}](${site.url}${url.slice(0, -1)}.md): ${entry.data.summary}`,
			);
			sections.push(`## ${category.data.title[locale]} (${locales[locale].name})\n\n${links.join('\n')}`);
		}
	}
	return new Response(`${sections.join('\n\n')}\n`);
};
