import type { Locale } from '#config/locales';

import { lineTimezone } from '../callbacks/line-slots.ts';
import type { AppContext } from '../context.ts';
import type { StoredRequest } from '../db/requests.ts';
import { fileItems, messageItems, timelineItems } from '../pages/live-lists.ts';
import type { PageView } from '../pages/live-page.ts';
import { viewRequest } from './request-view.ts';
import { replyTimeView } from './reply-times.ts';
import { now } from '../settings.ts';

/** A request on the private page of a reader without script; the same facts as `src/elements/request-panel.ts`. */
export async function requestPageView(c: AppContext, locale: Locale, request: StoredRequest): Promise<PageView> {
	const timezone = lineTimezone(locale);
	const view = viewRequest(request, now(c.var.settings));
	const median = await replyTimeView(c, locale);
	const isOver = view.state === 'solved' || view.state === 'closed';
	const isAnswered = view.state === 'answered' || view.state === 'waiting';
	return {
		facts: [
			`state:${view.state}`,
			`team:${view.team}`,
			`topic:${view.topic}`,
			`urgent:${view.urgent ? 'yes' : 'no'}`,
			`talk:${view.messages.length > 0 ? 'yes' : 'no'}`,
			`files:${view.files.length > 0 ? 'yes' : 'no'}`,
			`writable:${isOver ? 'no' : 'yes'}`,
			`answered:${isAnswered ? 'yes' : 'no'}`,
			`pending:${isOver || isAnswered ? 'no' : 'yes'}`,
			`rating:${view.rating}`,
			`reopen:${view.mergedInto ? 'merged' : view.reopenUntil ? 'yes' : isOver ? 'late' : 'no'}`,
			...(median.facts ?? []),
		],
		fills: { message: view.message, 'merged-into': view.mergedInto ?? '', ...median.fills },
		times: {
			createdAt: { at: request.createdAt, timezone },
			...(view.reopenUntil ? { reopenUntil: { at: Date.parse(view.reopenUntil), timezone } } : {}),
		},
		lists: {
			timeline: timelineItems(
				view.timeline.map((event) => ({ ...event, at: Date.parse(event.at) })),
				locale,
				timezone,
			),
			messages: messageItems(view.messages, locale, timezone),
			files: fileItems(view.files, locale, timezone),
		},
	};
}
