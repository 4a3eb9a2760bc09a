import type { CalendarEvent } from '#shared/ics';

/** A booked call as its calendar entry. The server and the browser both make it here, so that one updates the other's. */
export function callbackEvent(call: BookedCall, { channel, brand, origin, locale, contact }: EventWords): CalendarEvent {
	const { reference, sequence, cancelled, ...times } = call;
	return {
		...times,
		uid: `${reference}@${new URL(origin).hostname}`,
		// A cancellation, or the loss of its time, is not counted as a move, but calendars ignore what does not come later.
		sequence: cancelled ? sequence + 1 : sequence,
		summary: `${channel} · ${brand}`,
		description: `${reference}\n${origin}/${locale}/requests/`,
		organizer: { name: brand, email: contact },
		cancelled,
	};
}

/** Instants are RFC 3339; `sequence` counts the moves. */
export interface BookedCall {
	reference: string;
	sequence: number;
	start: string;
	end: string;
	cancelled: boolean;
	/** When the entry is made. */
	stamp: string;
}

/** What the site calls itself and the call, and its origin without a trailing slash. */
export interface EventWords {
	channel: string;
	brand: string;
	origin: string;
	locale: string;
	/** E-mail address of whoever runs the site. */
	contact: string;
}
