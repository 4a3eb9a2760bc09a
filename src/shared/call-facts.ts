import type { CallbackView } from '#shared/callbacks';

/** What a call's page shows and hides, the same with and without script. */
export function callFacts(view: CallbackView): Record<string, string> {
	return {
		state: namedState(view),
		caller: callerOf(view),
		here: view.isOver ? 'past' : view.proof.isHere ? 'yes' : 'no',
		call: afterMissed(view),
		open: view.isChangeable ? 'yes' : 'no',
		deny: view.isDeniable ? 'yes' : 'no',
		entry: calendarEntry(view),
		callRating: view.rating,
	};
}

/** What a page says about who calls: nobody, us with words, us with words that another browser has, or nobody any more (`over`). */
export function callerOf({ state, proof }: Pick<CallbackView, 'state' | 'proof'>): 'words' | 'over' | 'elsewhere' | 'nobody' {
	if (proof.words) return 'words';
	if (state !== 'calling') return 'nobody';
	return proof.isLive ? 'elsewhere' : 'over';
}

/**
 * The state as a page names it. Only the page that has the words says that we are calling: elsewhere, and once they have run
 * out, a call is `called`, which vouches for nobody.
 */
export function namedState({ state, proof }: Pick<CallbackView, 'state' | 'proof'>): CallbackView['state'] | 'called' {
	return state === 'calling' && !proof.words ? 'called' : state;
}

/** Whether a calendar that has the call should take it out: nobody calls at its time any more. */
export function isEntryStale({ state }: Pick<CallbackView, 'state'>): boolean {
	return state === 'cancelled' || state === 'offered';
}

/** What calendars are offered: to take the call out, to take it in, or nothing once somebody has begun to call. */
export function calendarEntry(call: Pick<CallbackView, 'state'>): 'stale' | 'good' | 'past' {
	if (isEntryStale(call)) return 'stale';
	return call.state === 'calling' ? 'past' : 'good';
}

/** What comes after a call that reached nobody: another one, a choice of its time, or nothing. */
export function afterMissed({ state, isOver, attempts }: Pick<CallbackView, 'state' | 'isOver' | 'attempts'>): AfterMissed {
	if (state === 'offered') return attempts > 0 ? 'choose' : 'sorry';
	if (state !== 'missed') return 'none';
	return isOver ? 'given-up' : 'again';
}

/** `sorry`: nobody was called, and the time is gone. */
type AfterMissed = 'again' | 'choose' | 'sorry' | 'given-up' | 'none';
