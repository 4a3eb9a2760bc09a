import type { SearchResult } from '#search';

import { locales, type Locale } from '#config/locales';
import { formatBytes } from '#shared/files/size';
import { formatInstant } from '#shared/instant';
import type { RequestView } from '#shared/requests';
import type { VerifyView } from '#shared/verify/view';

import { markup } from './markup.ts';
import { rfc3339 } from '../time.ts';

/** Search results as list items, with the categories in the words of the list; the same markup as `src/elements/search-panel.ts`. */
export function resultItems(name: string, results: readonly SearchResult[]) {
	return (word: (key: string) => string) => {
		const items = results.map(({ url, title, heading, category, excerpt }, index) => {
			const link = markup`<a href="${url}" aria-describedby="${name}-${String(index)}">${title}</a>`;
			const place = markup`${heading ? [markup`<b>${heading}</b> · `] : []}<span>${word(category)}</span>`;
			const text = excerpt.map((part) => (part.hit ? markup`<mark>${part.text}</mark>` : markup`${part.text}`));
			return markup`<li>${link}<p id="${name}-${String(index)}">${place}</p><p>${text}</p></li>`;
		});
		return markup`${items}`.html;
	};
}

/** What the verifier found, with its verdicts in the words of the list; the same markup as `src/elements/help-verify.ts`. */
export function foundItems(found: VerifyView['found']) {
	return (word: (key: string) => string) => {
		const items = found.map(
			({ text, verdict }) => markup`<li data-verdict="${verdict}"><code>${text}</code> <span>${word(verdict)}</span></li>`,
		);
		return markup`${items}`.html;
	};
}

/** Events of a timeline as list items, in the words of the list; the same markup as `src/elements/help-request.ts`. */
export function timelineItems(timeline: readonly TimelineEvent[], locale: Locale, timezone: string) {
	return (word: (key: string) => string) => {
		const items = timeline.map(({ at, event, team, reason }) => {
			const who = team ? [markup` <b>${word(`team-${team}`) || team}</b>`] : [];
			const why = reason ? [markup`<p class="reason">${reason}</p>`] : [];
			return markup`<li><span>${word(event)}${who}</span> ${timeOf(at, locale, timezone)}${why}</li>`;
		});
		return markup`${items}`.html;
	};
}

/** What was said, in the words of the list; the same markup as `src/elements/request-panel.ts`. */
export function messageItems(messages: RequestView['messages'], locale: Locale, timezone: string) {
	return (word: (key: string) => string) => {
		const items = messages.map(({ at, author, text }) => {
			const who = markup`<b>${word(author)}</b> ${timeOf(Date.parse(at), locale, timezone)}`;
			return markup`<li data-author="${author}"><p>${who}</p><p class="text">${text || word('redacted')}</p></li>`;
		});
		return markup`${items}`.html;
	};
}

/** Files of a request, to be saved through the page's cookie; the same markup as `src/elements/request-panel.ts`. */
export function fileItems(files: RequestView['files'], locale: Locale, timezone: string) {
	return () => {
		const items = files.map(({ id, at, name, size }) => {
			const link = markup`<a href="/${locale}/requests/files/${id}" download="${name}">${name}</a>`;
			const kept = formatBytes(size, locales[locale].lang);
			return markup`<li>${link} <span class="size">${kept}</span> ${timeOf(Date.parse(at), locale, timezone)}</li>`;
		});
		return markup`${items}`.html;
	};
}

function timeOf(at: number, locale: Locale, timezone: string) {
	return markup`<time datetime="${rfc3339(at)}">${formatInstant(locales[locale].lang, at, timezone)}</time>`;
}

interface TimelineEvent {
	at: number;
	event: string;
	team?: string | null | undefined;
	reason?: string | null | undefined;
}
