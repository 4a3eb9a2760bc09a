import type { APIRoute } from 'astro';

import { site } from '#config/site';
import { localeIds, locales } from '../../config/locales.ts';
import { buildTime } from '../../lib/clock.ts';

/** RFC 9116 wants less than a year; every build starts it anew. */
const validDays = 300;

/** How to report a weakness, for people who look for one. */
export const GET: APIRoute = () => {
	const expires = new Date(buildTime() + validDays * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
	const lines = [
		...localeIds.toReversed().map((locale) => `Contact: ${site.url}/${locale}/contact/`),
		`Contact: mailto:${site.privacyContact}`,
		`Expires: ${expires}`,
		`Preferred-Languages: ${localeIds.map((locale) => locales[locale].lang.split('-')[0]).join(', ')}`,
		`Canonical: ${site.url}/.well-known/security.txt`,
	];
	return new Response(`${lines.join('\n')}\n`);
};
