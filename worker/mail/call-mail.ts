import { locales } from '#config/locales';
import { formatInstant } from '#shared/instant';

import type { CallMailTarget } from '../db/call-mails.ts';
import type { CallMailKind, MessageKind, OwedMessage } from '../db/outbox.ts';

const kinds = ['callBooked', 'callMoved', 'callCancelled', 'callReminder', 'callOffered'] as const satisfies CallMailKind[];

/** Whether a message is about a booked call. */
export function isCallMail(kind: MessageKind): kind is CallMailKind {
	return (kinds as readonly string[]).includes(kind);
}

/** Whether a mail still says what is true: a call may have been moved, cancelled or made since it was owed. */
export function isStillTrue(message: OwedMessage, { state, start, sequence }: CallMailTarget, time: number): boolean {
	if (message.kind === 'callCancelled') return state === 'cancelled';
	if (message.kind === 'callOffered') return state === 'offered';
	const isAhead = (state === 'booked' || state === 'missed') && start > time;
	return isAhead && (message.kind !== 'callReminder' || message.dedupeKey.split('.')[2] === String(sequence));
}

/** When the call begins, where its person is. */
export function callTime({ locale }: OwedMessage, { start, timezone }: CallMailTarget): string {
	return formatInstant(locales[locale].lang, start, timezone);
}
