import { isKey, translator } from '../i18n/index.ts';
import type { Locale } from '../config/locales.ts';
import type { Site } from '../config/schema.ts';
import type { ArticleData } from './article-schema.ts';
import { toMarkdown } from './markdown.ts';

/** An article as plain Markdown, with its title, direct answer, date and address. Facts must be filled in. */
export function articleMarkdown({ locale, url, data, body }: Text, site: Pick<Site, 'url' | 'mode'>): string {
	const t = translator(locale);
	const named = (prefix: string) => (id: string) => {
		const key = `${prefix}.${id}`;
		return isKey(key) ? t(key) : id;
	};
	const { title, summary, whoCanFix, updated } = data;
	const head = [
		`# ${title}`,
		`> ${summary}`,
		`${t('who.title')}${locale === 'en' ? ': ' : '：'}${whoCanFix.map((actor) => t(`who.${actor}`)).join(locale === 'en' ? ', ' : '、')}`,
	];
	const foot = [
		'---',
		`${t('article.updated', { date: updated.toISOString().slice(0, 10) })} · ${site.url}${url}`,
		...(site.mode === 'demonstration' ? [t('demo.banner')] : []),
	];
	const text = toMarkdown(body, { actor: named('who'), platform: named('platform') });
	return `${[...head, text, ...foot].join('\n\n')}\n`;
}

interface Text {
	locale: Locale;
	/** Path on this site, with slashes at both ends. */
	url: string;
	data: Pick<ArticleData, 'title' | 'summary' | 'whoCanFix' | 'updated'>;
	/** MDX, without frontmatter. */
	body: string;
}
