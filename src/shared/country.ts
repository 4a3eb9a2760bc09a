import type { Locale } from '#config/locales';

/** Country (ISO 3166-1 alpha-2) of numbers written without a country code, where a language tells it. */
export const defaultCountry: Readonly<Record<Locale, string | undefined>> = { 'zh-cn': 'CN', en: undefined };

/** The country that a reader's languages (BCP 47, most wanted first) suggest for a page; undefined when they tell none. */
export function guessCountry(locale: Locale, languages: readonly string[]): string | undefined {
	const spoken = locale.slice(0, 2);
	for (const language of languages) {
		const [, name, region] = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})$/i.exec(language.trim()) ?? [];
		if (name?.toLowerCase() === spoken && region) return region.toUpperCase();
	}
	return defaultCountry[locale];
}
