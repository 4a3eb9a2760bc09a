import type { Locale } from '#config/locales';
import { support } from '#config/support';
import { isTimezone } from '#shared/timezone';

import { lineTimezone, listSlots } from './callbacks.ts';
import type { AppContext } from './context.ts';
import { slotFieldsets } from './live-lists.ts';
import type { PageView } from './live-page.ts';

/** Every slot that can be booked, for a page on which a time is chosen, in the zone that was asked for. */
export async function callbackView(c: AppContext, locale: Locale, options: SlotOptions = {}): Promise<PageView> {
	const timezone = [c.req.query('timezone'), options.timezone].find((zone) => zone && isTimezone(zone)) ?? lineTimezone(locale);
	const slots = await listSlots(c, { locale, timezone, days: support.callback.horizonDays });
	const isAnyFree = slots.some(({ remaining }) => remaining > 0);
	return {
		facts: [`slots:${isAnyFree ? 'some' : 'none'}`],
		fills: { timezone },
		values: { timezone },
		lists: { slots: slotFieldsets(slots, locale, timezone, options.chosen) },
	};
}

interface SlotOptions {
	timezone?: string | undefined;
	/** Start that was chosen before. */
	chosen?: string | undefined;
}
