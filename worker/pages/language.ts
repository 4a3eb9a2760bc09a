import { parseAccept } from 'hono/utils/accept';

import { defaultLocale, isLocale, type Locale } from '#config/locales';

import type { AppContext } from '../context.ts';

/** The language of whoever has not said it with a path: as stated, else the first of ours that the browser asks for. */
export function preferredLocale(c: AppContext, stated?: string): Locale {
	if (isLocale(stated)) return stated;
	const wanted = acceptedLanguages(c)
		.map((language) => language.toLowerCase().split('-')[0])
		.filter((language) => language !== '*');
	const first = wanted.find((language) => language === 'zh' || language === 'en');
	if (first) return first === 'zh' ? 'zh-cn' : 'en';
	// Whoever reads neither reads English more often than Chinese.
	return wanted.length > 0 ? 'en' : defaultLocale;
}

/** The languages (BCP 47) that a browser asks for, most wanted first. */
export function acceptedLanguages(c: AppContext): string[] {
	return parseAccept(c.req.header('Accept-Language') ?? '')
		.filter(({ q }) => q > 0)
		.map(({ type }) => type);
}
