import { isLocale, localeIds, otherLocale } from '../../config/locales.ts';
import { kinds } from '../article-schema.ts';
import type { Rule } from './index.ts';
import { atField } from './source.ts';

/** The file stands where its address comes from. */
export const checkPlace: Rule = (source) => {
	const [locale, kind, slug, ...deeper] = source.id.split('/');
	const isRight =
		isLocale(locale) && kinds.some((known) => known === kind) && /^[a-z0-9-]+$/.test(slug ?? '') && deeper.length === 0;
	if (isRight) return [];
	const place = `content/articles/{${localeIds.join(',')}}/{${kinds.join(',')}}/<slug>.mdx`;
	return [atField(source, [], `move it to ${place}, the slug in a-z, 0-9 and hyphens`)];
};

/** The same article exists in the other language. */
export const checkTwin: Rule = (source, { sources }) => {
	const twin = `${otherLocale(source.locale)}/${source.kind}/${source.slug}`;
	if (!source.data || !source.slug || sources.has(twin)) return [];
	return [atField(source, [], `the other language is missing; write content/articles/${twin}.mdx`)];
};

/** Category and related articles exist. */
export const checkReferences: Rule = (source, { sources, categories }) => {
	const { data, locale } = source;
	if (!data) return [];
	const category = categories.has(data.category)
		? []
		: [atField(source, ['category'], `"${data.category}" is not a category; choose from: ${[...categories].join(', ')}`)];
	const related = data.related.flatMap((path, index) =>
		sources.has(`${locale}/${path}`)
			? []
			: [atField(source, ['related', index], `"${path}" does not exist; name an article as faq/<slug> or guides/<slug>`)],
	);
	return [...category, ...related];
};
