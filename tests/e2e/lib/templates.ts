import type { Locale } from '../../../src/config/locales.ts';
import { site } from '../../../src/config/site.ts';

const [article = ''] = site.editorsChoice;

/** One page of every template in a language. */
export function templates(locale: Locale): Record<string, string> {
	return {
		home: `/${locale}/`,
		article: `/${locale}/${article}/`,
		category: `/${locale}/categories/safety/`,
		search: `/${locale}/search/`,
		results: `/${locale}/search/?q=USDT`,
		contact: `/${locale}/contact/`,
		callback: `/${locale}/callback/`,
		channels: `/${locale}/channels/`,
		verify: `/${locale}/verify/`,
		requests: `/${locale}/requests/`,
		emergency: `/${locale}/emergency/`,
		glossary: `/${locale}/glossary/`,
		privacy: `/${locale}/privacy/`,
		'not found': `/${locale}/no-such-page/`,
		desk: `/desk/?lang=${locale}`,
	};
}
