import type { CallbackView } from '#shared/callbacks';
import { callAttempts } from '#shared/limits';

import { isBookingBrowser } from './caller-cookie.ts';
import { callerWords } from './caller-words.ts';
import { areWordsLive, isChangeable, isDeniable, isOver, wasDenied, wordsUntil } from './callback-rules.ts';
import type { AppContext } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { maskPhone } from './phone.ts';
import { now } from '../settings.ts';
import { rfc3339 } from '../time.ts';

/** A call as its person sees it: one that is held for the desk looks like any other, and notes of the staff are not there. */
export async function viewCall(c: AppContext, stored: StoredCallback): Promise<CallbackView> {
	const { reference, state, slot, timezone, topic, attempts, sequence, createdAt, timeline, phone } = stored;
	const time = now(c.var.settings);
	const proof = await proofOf(c, stored, time);
	return {
		reference,
		state,
		slot: rfc3339(slot.start),
		end: rfc3339(slot.end),
		timezone,
		topic,
		phone: maskPhone(phone),
		attempts,
		mostAttempts: callAttempts,
		isOver: isOver(stored),
		isChangeable: isChangeable(stored, time),
		isDeniable: !proof.isHere && !wasDenied(stored) && isDeniable(stored, time),
		sequence,
		createdAt: rfc3339(createdAt),
		timeline: timeline.flatMap(({ at, event }) => (event === 'released' ? [] : [{ at: rfc3339(at), event }])),
		proof,
		now: rfc3339(time),
		rating: stored.rating ? 'given' : state === 'done' ? 'asked' : 'none',
	};
}

/** The words while somebody calls, and only for the browser that booked: a private link can be passed on, its cookie cannot. */
async function proofOf(c: AppContext, stored: StoredCallback, time: number): Promise<CallbackView['proof']> {
	const isHere = await isBookingBrowser(c, stored.reference);
	const { callingAt } = stored;
	const isLive = areWordsLive(stored, time);
	if (!isHere || callingAt === null || !isLive) return { isHere, isLive };
	const words = await callerWords(c.var.settings.LINK_KEY, { ...stored, callingAt });
	return { isHere, isLive, words, until: rfc3339(wordsUntil(callingAt)) };
}
