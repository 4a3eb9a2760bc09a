import { locales, type Locale } from '../config/locales.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

/** Every text of the interface; zh-cn is the source, and a key that another language lacks does not compile. */
export type Key = keyof typeof zhCn;

const dictionaries: Record<Locale, Record<Key, string>> = { 'zh-cn': zhCn, en };

const dayFormat = (locale: Locale) => new Intl.DateTimeFormat(locales[locale].lang, { dateStyle: 'long', timeZone: 'UTC' });

/** Made once: a format costs more than formatting with it. */
const dayFormats: Record<Locale, Intl.DateTimeFormat> = { 'zh-cn': dayFormat('zh-cn'), en: dayFormat('en') };

/** `t('key', { name: value })` in one language; `{name}` in the text is replaced. */
export function translator(locale: Locale) {
	const texts = dictionaries[locale];
	return (key: Key, values: Record<string, string | number> = {}): string =>
		texts[key].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

export function isKey(key: string): key is Key {
	return Object.hasOwn(zhCn, key);
}

/** A calendar day as readers write it, in UTC: dates in frontmatter have no time. */
export function formatDay(date: Date, locale: Locale): string {
	return dayFormats[locale].format(date);
}

export type Translate = ReturnType<typeof translator>;
