import { locales } from '#config/locales';
import { formatInstant } from '#shared/instant';

import { isDeniable, isOver } from '../callbacks/callback-rules.ts';
import { nearestFree } from '../callbacks/line-slots.ts';
import { reminderSequence, type CallMailTarget } from '../db/call-mails.ts';
import { callMailKinds, type CallMailKind, type MessageKind, type OwedMessage } from '../db/outbox.ts';
import type { CallMailFacts } from './compose.ts';

/** Whether a message is about a booked call. */
export function isCallMail(kind: MessageKind): kind is CallMailKind {
	return (callMailKinds as readonly string[]).includes(kind);
}

/** Whether a mail still says what is true: a call may have been moved, cancelled or made since it was owed. */
export function isStillTrue(message: OwedMessage, call: CallMailTarget, time: number): boolean {
	const { kind } = message;
	const { state, slot, sequence } = call;
	if (kind === 'callCancelled') return state === 'cancelled';
	if (asksForTime(kind)) return state === 'offered';
	if (kind === 'callGivenUp') return state === 'missed' && isOver(call);
	if (kind === 'callMissed' && state !== 'missed') return false;
	const isAhead = (state === 'booked' || state === 'missed') && slot.start > time;
	return isAhead && (kind !== 'callReminder' || reminderSequence(message.dedupeKey) === sequence);
}

/** What a mail about a call says as of an instant; what is free is looked up then, for whom it asks to choose. */
export async function callMailFacts(
	db: D1Database,
	{ kind, locale }: { kind: CallMailKind; locale: OwedMessage['locale'] },
	call: CallMailTarget,
	time: number,
): Promise<CallMailFacts> {
	const { slot, timezone, state } = call;
	const inWords = (start: number) => formatInstant(locales[locale].lang, start, timezone);
	const free = asksForTime(kind) ? await nearestFree({ db, locale, time }, slot.start) : [];
	const canDeny = !call.wasDenied && isDeniable(call, time);
	return {
		words: kind === 'callOffered' && slot.start > time ? 'callOfferedAhead' : kind,
		time: inWords(slot.start),
		free: free.map((start) => inWords(Date.parse(start))),
		denial: canDeny ? (state === 'cancelled' ? 'afterwards' : 'before') : 'none',
	};
}

function asksForTime(kind: MessageKind): boolean {
	return kind === 'callOffered' || kind === 'callMissedOffered';
}
