import type { Locale } from '#config/locales';

import { callPageView, refreshAfter } from '../callbacks/call-page.ts';
import type { SlotOptions } from '../callbacks/slot-page.ts';
import type { AppContext } from '../context.ts';
import { livePage, type PageView } from './live-page.ts';
import {
	csrfToken,
	endSession,
	openPrivate,
	readSession,
	writeSession,
	type Private,
	type PrivateSession,
} from './private-session.ts';
import { requestPageView } from '../requests/request-page.ts';
import { replyTimeView } from '../requests/reply-times.ts';
import { now } from '../settings.ts';

/** The private page for a reader without script: what the cookie opens, or the form that asks for reference and secret. */
export async function privatePage(
	c: AppContext,
	locale: Locale,
	extra: PageView = {},
	slots: SlotOptions = {},
): Promise<Response> {
	const session = readSession(c);
	const found = session && (await openPrivate(c, session.reference, session.secret));
	if (!session || !found) {
		if (session) endSession(c);
		const median = await replyTimeView(c, locale);
		const facts = ['view:open', ...(median.facts ?? []), ...(extra.facts ?? [])];
		return livePage(c, locale, 'requests', { ...extra, facts, fills: { ...median.fills, ...extra.fills } });
	}
	const view = await foundView(c, locale, { found, session, slots });
	// The secret is printed once, and "moved" is news once. A call's page comes anew by itself until its time: so long the session lives.
	const isAwaited = found.kind === 'callback' && refreshAfter(found.callback, now(c.var.settings)) !== null;
	if ((session.notice || isAwaited) && c.req.method === 'GET') writeSession(c, { ...session, notice: undefined });
	return livePage(c, locale, 'requests', { ...view, ...extra, facts: [...(view.facts ?? []), ...(extra.facts ?? [])] });
}

async function foundView(c: AppContext, locale: Locale, { found, session, slots }: Opened): Promise<PageView> {
	const view =
		found.kind === 'request'
			? await requestPageView(c, locale, found.request)
			: await callPageView(c, locale, found.callback, slots);
	const { reference, secret, notice } = session;
	const isFresh = notice === 'fresh' || notice === 'freshUnfiled';
	const notices = notice === 'fresh' ? ['fresh:yes'] : isFresh ? ['fresh:yes', 'done:unfiled'] : notice ? [`done:${notice}`] : [];
	return {
		...view,
		facts: [...(view.facts ?? []), `view:${found.kind}`, ...notices],
		fills: { ...view.fills, reference, ...(isFresh ? { secret } : {}) },
		values: { ...view.values, reference, csrf: await csrfToken(c, session) },
	};
}

interface Opened {
	found: Private;
	session: PrivateSession;
	slots: SlotOptions;
}
