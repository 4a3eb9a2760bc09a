import { z } from 'astro/zod';

import { localeIds, type Locale } from '../config/locales.ts';

const instant = z.preprocess(
	// YAML makes dates of what looks like one.
	(value) => (value instanceof Date ? value.toISOString() : value),
	z.iso.datetime({ offset: true, error: 'write an instant with its zone, such as 2026-12-01T09:00:00+08:00' }),
);
const severities = ['danger', 'warning', 'info'] as const;

/** A notice above every page: an outage, a wave of phishing. */
export const NoticeSchema = z
	.strictObject({
		title: z.string('write the title').trim().min(4, 'say in one line what is going on'),
		start: instant,
		end: instant,
		severity: z.enum(severities, `choose from: ${severities.join(', ')}`),
		/** Whose readers see it: a file holds the text of one language, or of several where it needs no words. */
		languages: z.array(z.enum(localeIds, `choose from: ${localeIds.join(', ')}`)).min(1, 'name at least one language'),
		dismissible: z.boolean('write true or false'),
	})
	// What is no instant is named by itself.
	.refine((notice) => !(Date.parse(notice.end) <= Date.parse(notice.start)), {
		path: ['end'],
		message: 'must be later than start',
	});

/** Notices in one language that are not over at `now` (milliseconds), the gravest and then the newest first. */
export function noticesFor<T extends { data: Notice }>(notices: readonly T[], locale: Locale, now: number): T[] {
	return notices
		.filter(({ data }) => data.languages.includes(locale) && Date.parse(data.end) > now)
		.toSorted(
			({ data: a }, { data: b }) =>
				severities.indexOf(a.severity) - severities.indexOf(b.severity) || Date.parse(b.start) - Date.parse(a.start),
		);
}

export type Notice = z.output<typeof NoticeSchema>;
