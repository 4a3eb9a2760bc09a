/** What a booked call is in. `offered`: its time is gone, its person has to choose another. */
export const callStates = ['booked', 'calling', 'missed', 'offered', 'done', 'cancelled'] as const;

/** What happens to a booked call, as its person sees it. */
export const seenCallEvents = [
	'booked',
	'moved',
	'cancelled',
	'calling',
	'missed',
	'done',
	'offered',
	'denied',
	'wrong',
] as const;

export type CallState = (typeof callStates)[number];
/** That it was `released` from being held is known to the staff only. */
export type CallEvent = (typeof seenCallEvents)[number] | 'released';
