import { locales } from '#config/locales';
import { site } from '#config/site';
import { support } from '#config/support';
import { formatBytes } from '#shared/files/size';
import { formatInstant } from '#shared/instant';

import { isKey, translator } from '../../src/i18n/index.ts';
import { lineTimezone } from '../callbacks/line-slots.ts';
import type { AppContext } from '../context.ts';
import type { StoredRequest } from '../db/requests.ts';
import { viewRequest } from './request-view.ts';
import { now } from '../settings.ts';

/** The record of a conversation as a plain text to keep, in the language it was held in. */
export function transcriptAnswer(c: AppContext, request: StoredRequest): Response {
	return c.body(transcript(request, now(c.var.settings)), 200, {
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Disposition': `attachment; filename="${request.reference}.txt"`,
		'Cache-Control': 'no-store',
	});
}

function transcript(request: StoredRequest, time: number): string {
	const { locale } = request;
	const t = translator(locale);
	const view = viewRequest(request, time);
	const when = (at: string) => formatInstant(locales[locale].lang, new Date(at), lineTimezone(locale));
	const team = (id: string) => support.teams.find((known) => known.id === id)?.name[locale] ?? id;
	const events = view.timeline.map(({ at, event, team: to, reason }) => {
		const key = `requests.event.${event}`;
		return [when(at), isKey(key) ? t(key) : event, ...(to ? [team(to)] : []), ...(reason ? [reason] : [])].join(' · ');
	});
	const said = [{ at: view.createdAt, author: 'person' as const, text: view.message }, ...view.messages].map(
		({ at, author, text }) => `${t(`requests.author.${author}`)} · ${when(at)}\n${text || t('requests.redacted')}`,
	);
	const files = view.files.map(({ at, name, size }) => `${name} · ${formatBytes(size, locales[locale].lang)} · ${when(at)}`);
	const sent = files.length > 0 ? [[t('requests.files'), ...files].join('\n')] : [];
	const heading = [`${site.brand[locale]} · ${view.reference}`, t(`requests.state.${view.state}`), t('requests.safety')];
	return `${[heading.join('\n'), events.join('\n'), ...said, ...sent].join('\n\n')}\n`;
}
