import { callbackEvent, type BookedCall, type EventWords } from '#shared/callback-event';
import { calendarFile } from '#shared/ics';

/** How long the file of a download stays, for browsers that read it after the click has been handled. */
const keptMs = 60_000;

/** Hands a booked call to the reader's calendar. */
export function downloadCalendar(call: Omit<BookedCall, 'stamp'>, words: EventWords): void {
	const file = calendarFile(callbackEvent({ ...call, stamp: new Date().toISOString() }, words));
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
	link.download = `${call.reference}.ics`;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
}
