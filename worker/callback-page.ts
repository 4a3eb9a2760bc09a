import type { Locale } from '#config/locales';
import { isTimezone } from '#shared/timezone';

import { lineTimezone, listSlots } from './callbacks.ts';
import type { AppContext } from './context.ts';
import { slotFieldsets } from './live-lists.ts';
import type { PageView } from './live-page.ts';

/** Days of slots on one page: more would be a wall of buttons. `?from=` leads further. */
const daysShown = 7;

/** Slots of a page on which a time is chosen, in the zone that was asked for. */
export async function callbackView(c: AppContext, locale: Locale, options: SlotOptions = {}): Promise<PageView> {
	const timezone = [c.req.query('timezone'), options.timezone].find((zone) => zone && isTimezone(zone)) ?? lineTimezone(locale);
	const from = parseDate(c.req.query('from'));
	const slots = await listSlots(c, { locale, timezone, from, days: daysShown });
	const isAnyFree = slots.some(({ remaining }) => remaining > 0);
	return {
		facts: [`slots:${isAnyFree ? 'some' : 'none'}`],
		fills: { timezone },
		values: { timezone },
		lists: { slots: slotFieldsets(slots, locale, timezone, options.chosen) },
	};
}

function parseDate(text: string | undefined): string | undefined {
	return text && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

interface SlotOptions {
	timezone?: string | undefined;
	/** Start that was chosen before. */
	chosen?: string | undefined;
}
