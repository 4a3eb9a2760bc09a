import { locales, type Locale } from '#config/locales';
import { support } from '#config/support';
import { callbackHours, holidayNames } from '#shared/hours';
import { zoneLabel } from '#shared/instant';
import { horizonDates } from '#shared/slot-pieces';
import { findTimezone } from '#shared/timezone';

import { lineTimezone, listSlots } from './line-slots.ts';
import { closedTimes } from './closed-times.ts';
import type { AppContext } from '../context.ts';
import type { PageView } from '../pages/live-page.ts';
import { now } from '../settings.ts';
import { slotList } from './slot-list.ts';

/** Every slot that can be booked, for a page on which a time is chosen, in the zone that was asked for. */
export async function slotsView(c: AppContext, locale: Locale, options: SlotOptions = {}): Promise<PageView> {
	const asked = c.req.query('timezone')?.trim();
	const found = asked ? findTimezone(asked) : null;
	const timezone = found ?? findTimezone(options.timezone ?? '') ?? lineTimezone(locale);
	const [slots, closed] = await Promise.all([
		listSlots(c, { locale, timezone, days: horizonDates(support.callback.horizonDays) }),
		closedTimes(c),
	]);
	const isAnyFree = slots.some(({ remaining }) => remaining > 0);
	const { lang } = locales[locale];
	return {
		...closed,
		// What was typed is not repeated: it may be anything.
		facts: [`slots:${isAnyFree ? 'some' : 'none'}`, `zone:${asked && !found ? 'unknown' : 'known'}`],
		fills: { timezone: zoneLabel(lang, timezone, now(c.var.settings)) },
		values: { timezone },
		lists: {
			slots: isAnyFree
				? slotList(slots, { lang, timezone, ...ahead(c, locale), nearest: options.nearest }, options.chosen)
				: () => '',
		},
	};
}

function ahead(c: AppContext, locale: Locale) {
	const holidays = holidayNames(support, callbackHours(support, locale), locale);
	return { holidays, now: now(c.var.settings), days: support.callback.horizonDays };
}

export interface SlotOptions {
	timezone?: string | undefined;
	/** Start that was chosen before. */
	chosen?: string | undefined;
	/** Free starts near one that was full. */
	nearest?: readonly string[] | undefined;
}
