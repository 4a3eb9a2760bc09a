import { html } from 'hono/html';

import { locales, type Locale } from '#config/locales';
import type { ArticleRecord } from '#shared/articles';
import type { Slot } from '#shared/callbacks';

import { formatInstant } from './live-page.ts';
import { rfc3339 } from './time.ts';

/** Search results as list items. A result in the other language says so to screen readers. */
export function resultItems(articles: readonly ArticleRecord[]): string {
	return articles
		.map(({ locale, url, title, summary }) => {
			const { lang } = locales[locale];
			return String(html`<li lang="${lang}"><a href="${url}" hreflang="${lang}">${title}</a><p>${summary}</p></li>`);
		})
		.join('');
}

/** Events of a timeline as list items, in the words of the list. */
export function timelineItems(timeline: readonly { at: number; event: string }[], locale: Locale, timezone: string) {
	return (word: (key: string) => string) =>
		timeline
			.map(({ at, event }) =>
				String(html`<li><span>${word(event)}</span> <time datetime="${rfc3339(at)}">${formatInstant(locale, at, timezone)}</time></li>`),
			)
			.join('');
}

/** Free slots as radio buttons, a fieldset per local day. Full ones are left out: nobody can choose them. */
export function slotFieldsets(slots: readonly Slot[], locale: Locale, timezone: string, chosen: string | undefined) {
	const { lang } = locales[locale];
	const day = new Intl.DateTimeFormat(lang, { timeZone: timezone, weekday: 'short', month: 'short', day: 'numeric' });
	const time = new Intl.DateTimeFormat(lang, { timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const days = Map.groupBy(
		slots.filter(({ remaining }) => remaining > 0),
		({ start }) => day.format(new Date(start)),
	);
	return (word: (key: string) => string) => {
		const radio = ({ start, load }: Slot) =>
			html`<label class="slot" data-load="${load}"><input type="radio" name="slot" value="${start}" required${start === chosen ? ' checked' : ''}><span class="slot-time">${time.format(new Date(start))}</span><span class="slot-load">${word(load)}</span></label>`;
		return [...days]
			.map(([legend, slotsOfDay]) =>
				String(html`<fieldset class="slot-day"><legend>${legend}</legend><div class="slot-grid">${slotsOfDay.map(radio)}</div></fieldset>`),
			)
			.join('');
	};
}
