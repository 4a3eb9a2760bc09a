import type { Locale } from '#config/locales';
import { site } from '#config/site';
import { support } from '#config/support';
import { isEntryStale } from '#shared/call-facts';
import { callbackEvent } from '#shared/callback-event';
import { calendarFile } from '#shared/ics';

import type { AppContext } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { now } from '../settings.ts';
import { rfc3339 } from '../time.ts';

/** The calendar file of a call. Its words come from the configuration: the Worker has none of its own. */
export function calendarAnswer(c: AppContext, locale: Locale, call: StoredCallback): Response {
	const { reference, sequence, slot } = call;
	const channel = support.channels.find(({ id }) => id === 'callback')?.name[locale] ?? '';
	const event = callbackEvent(
		{
			reference,
			sequence,
			start: rfc3339(slot.start),
			end: rfc3339(slot.end),
			cancelled: isEntryStale(call),
			stamp: rfc3339(now(c.var.settings)),
		},
		{ channel, brand: site.brand[locale], origin: site.url, locale, contact: site.privacyContact },
	);
	return c.body(calendarFile(event), 200, {
		'Content-Type': 'text/calendar; charset=utf-8',
		'Content-Disposition': `attachment; filename="${reference}.ics"`,
	});
}
