import { isLocale, localeIds, otherLocale, type Locale } from '../config/locales.ts';

/** `getStaticPaths` of a page that exists once per language. */
export function localePaths() {
	return localeIds.map((locale) => ({ params: { locale } }));
}

/** Language of a page or of a component inside an article, from the first segment of its path. */
export function localeOf(url: URL): Locale {
	const segment = url.pathname.split('/')[1];
	if (!isLocale(segment)) throw new Error(`no language in path: ${url.pathname}`);
	return segment;
}

/** The same page in the other language. Articles exist in both (the content check sees to it). */
export function twinPath(url: URL): string {
	const locale = localeOf(url);
	return url.pathname.replace(`/${locale}/`, `/${otherLocale(locale)}/`);
}
