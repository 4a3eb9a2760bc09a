/** The one table of languages. Ids are URL segments and folder names; `lang` is the BCP 47 tag for `<html lang>` and Intl. */
export const locales = {
	'zh-cn': { lang: 'zh-CN', name: '简体中文', short: '中文' },
	en: { lang: 'en', name: 'English', short: 'EN' },
} as const;

export type Locale = keyof typeof locales;

export const localeIds = Object.keys(locales) as [Locale, ...Locale[]];
export const defaultLocale: Locale = 'zh-cn';

export function isLocale(value: unknown): value is Locale {
	return typeof value === 'string' && Object.hasOwn(locales, value);
}

/** The other language of a two-language switch. */
export function otherLocale(locale: Locale): Locale {
	return locale === 'zh-cn' ? 'en' : 'zh-cn';
}
