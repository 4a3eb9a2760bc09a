import type { Locale } from '#config/locales';
import { callFacts } from '#shared/call-facts';
import type { CallbackView } from '#shared/callbacks';
import { callWatchSeconds, privateCookieSeconds } from '#shared/limits';

import { slotsView, type SlotOptions } from './slot-page.ts';
import { viewCall } from './call-view.ts';
import type { AppContext } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { callableFrom, isCallTime, isOver } from './callback-rules.ts';
import { timelineItems } from '../pages/live-lists.ts';
import type { PageView } from '../pages/live-page.ts';
import { now } from '../settings.ts';

/** Without script the page comes anew by itself while a call is due, and not so often that it could not be read. */
const refreshSeconds = 5 * callWatchSeconds;
/** The session that the page is opened by must not end in between. */
const longestSeconds = privateCookieSeconds - 5 * 60;

/** A booked call on the private page of a reader without script; the same facts as `src/elements/call-panel.ts`. */
export async function callPageView(
	c: AppContext,
	locale: Locale,
	callback: StoredCallback,
	options: SlotOptions,
): Promise<PageView> {
	const { timezone, slot } = callback;
	const view = await viewCall(c, callback);
	const slots = view.isChangeable ? await slotsView(c, callback.locale, { ...options, timezone }) : {};
	const [first = '', second = ''] = view.proof.words ?? [];
	const seconds = view.proof.until ? wordsLeft(view) : refreshAfter(callback, now(c.var.settings));
	// What was typed into a form that was not done must stay; where words live nothing can be typed, and they must not outlive their time.
	if (seconds !== null && (view.proof.words || c.req.method === 'GET')) c.header('Refresh', String(seconds));
	return {
		...slots,
		facts: [
			...(slots.facts ?? []),
			...Object.entries(callFacts(view)).map(([key, value]) => `${key}:${value}`),
			// Whose time is gone has one thing to do.
			...(view.state === 'offered' ? ['moving:yes'] : []),
		],
		fills: { ...slots.fills, phone: view.phone, attempts: `${view.attempts}/${view.mostAttempts}`, word1: first, word2: second },
		times: { slot: { at: slot.start, timezone } },
		lists: {
			...slots.lists,
			timeline: timelineItems(
				view.timeline.map(({ at, event }) => ({ at: Date.parse(at), event })),
				locale,
				timezone,
			),
		},
	};
}

/** Seconds until the page comes anew while words live: as often as always, and as soon as they are over. */
function wordsLeft({ proof: { until = '' }, now: at }: CallbackView): number {
	return Math.min(refreshSeconds, Math.max(1, (Date.parse(until) - Date.parse(at)) / 1000));
}

/** When the page has to come anew, in seconds; null when nothing of it will change by itself. */
export function refreshAfter(callback: StoredCallback, time: number): number | null {
	if (isOver(callback) || callback.state === 'offered') return null;
	if (callback.state === 'calling' || isCallTime(callback, time)) return refreshSeconds;
	const early = callableFrom(callback) - time;
	return early > 0 ? Math.min(longestSeconds, Math.max(refreshSeconds, Math.ceil(early / 1000))) : null;
}
