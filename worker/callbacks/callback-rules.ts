import { callAttempts, callEarlyMinutes, callLateMinutes, callOutcomeMinutes, callerWordsSeconds } from '#shared/limits';

import type { StoredCallback } from '../db/callbacks.ts';
import { minuteMs } from '../time.ts';

/** Whether nothing more will come of a call: it was made, cancelled, or missed as often as we try. */
export function isOver({ state, attempts }: Status): boolean {
	return state === 'done' || state === 'cancelled' || (state === 'missed' && attempts >= callAttempts);
}

/** Whether its person may still move or cancel it: until somebody calls, even when its time has come. */
export function isChangeable(callback: Timed, time: number): boolean {
	if (isOver(callback)) return false;
	// Somebody called and has said nothing of it: who was not reached need not wait until that is found out.
	return callback.state !== 'calling' || (callback.attempts < callAttempts && !areWordsLive(callback, time));
}

/** Whether it waits to be called, so that its person can be asked for another time; one that is held stays held. */
export function isOfferable(call: Status): boolean {
	return (call.state === 'booked' || call.state === 'missed') && !isOver(call);
}

/** Whether somebody still has to say whether it is spam. */
export function isJudgeable(call: Status & Pick<StoredCallback, 'isHeld'>): boolean {
	return call.isHeld && !isOver(call);
}

/**
 * Whether it can still be said that somebody else booked a call: until it is over, and until its time is over where it was only
 * cancelled, since its number may be booked anew. Of an old link nobody's number is blocked.
 */
export function isDeniable(call: Pick<StoredCallback, 'state' | 'attempts' | 'slot'>, time: number): boolean {
	return call.state === 'cancelled' ? time < call.slot.end : !isOver(call);
}

/** Whether somebody has said that they did not book a call. */
export function wasDenied({ timeline }: Pick<StoredCallback, 'timeline'>): boolean {
	return timeline.some(({ event }) => event === 'denied');
}

/** Whether the time that was agreed on has come: from a little before until a while after. Nobody is called at another time. */
export function isCallTime({ slot }: Pick<StoredCallback, 'slot'>, time: number): boolean {
	return callableFrom({ slot }) <= time && time < slot.end + callLateMinutes * minuteMs;
}

/** From when a call may begin: a little before its time. */
export function callableFrom({ slot }: Pick<StoredCallback, 'slot'>): number {
	return slot.start - callEarlyMinutes * minuteMs;
}

/** Whether an agent may begin a call now; one of their own whose words have run out can be begun anew, as the next attempt. */
export function isCallable(callback: Begun, time: number, agent: string): boolean {
	if (isOver(callback) || callback.state === 'offered' || callback.attempts >= callAttempts) return false;
	if (isOngoing(callback, time) && callback.agent !== agent) return false;
	return isCallTime(callback, time) && !areWordsLive(callback, time);
}

/** Whether somebody has begun a call and may be talking still: the words are over long before most talks are. */
function isOngoing({ state, callingAt }: Begun, time: number): boolean {
	return state === 'calling' && callingAt !== null && time < callingAt + callOutcomeMinutes * minuteMs;
}

/** Whether somebody of ours is calling right now, with words that prove it. */
export function areWordsLive({ state, callingAt }: Pick<StoredCallback, 'state' | 'callingAt'>, time: number): boolean {
	return state === 'calling' && callingAt !== null && time < wordsUntil(callingAt);
}

/** A call that began before then has no living words any more. */
export function wordsCutoff(time: number): number {
	return time - callerWordsSeconds * 1000;
}

/** When the words of a call that began at an instant run out. */
export function wordsUntil(callingAt: number): number {
	return callingAt + callerWordsSeconds * 1000;
}

type Status = Pick<StoredCallback, 'state' | 'attempts'>;
type Timed = Pick<StoredCallback, 'state' | 'attempts' | 'slot' | 'callingAt'>;
type Begun = Timed & Pick<StoredCallback, 'agent'>;
