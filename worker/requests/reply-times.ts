import { locales, type Locale } from '#config/locales';
import { measuredDays, measuredReplies } from '#shared/limits';

import type { AppContext } from '../context.ts';
import { findReplyTimes } from '../db/reply-times.ts';
import type { PageView } from '../pages/live-page.ts';
import { logError } from '../log.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { dayMs, minuteMs } from '../time.ts';

const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

/** The measured time to a first reply as a page says it, or that too little has been measured. */
export async function replyTimeView(c: AppContext, locale: Locale): Promise<Pick<PageView, 'facts' | 'fills'>> {
	try {
		const { count, median } = await findReplyTimes(c.env.DB, now(c.var.settings) - measuredDays * dayMs);
		if (count < measuredReplies) return { facts: ['median:unknown'] };
		return { facts: ['median:known'], fills: { median: formatSpan(locale, median) } };
	} catch (cause) {
		// A page must not fail for a number beside it.
		logError(c, new ApiError('UNAVAILABLE'), cause);
		return {};
	}
}

/** Rounded, in the unit in which people count: 14 minutes, 3 hours, 2 days. */
export function formatSpan(locale: Locale, ms: number): string {
	const minutes = Math.max(1, Math.round(ms / minuteMs));
	const [count, unit] =
		minutes < 2 * hourMinutes
			? [minutes, 'minute']
			: minutes < 2 * dayMinutes
				? [Math.round(minutes / hourMinutes), 'hour']
				: [Math.round(minutes / dayMinutes), 'day'];
	return new Intl.NumberFormat(locales[locale].lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
