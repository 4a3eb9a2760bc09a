/** What a booked call is in. `offered`: its time is gone, its person has to choose another. */
export const callStates = ['booked', 'calling', 'missed', 'offered', 'done', 'cancelled'] as const;

/** What happens to a booked call; `released` is known to the staff only. */
export const callEvents = [
	'booked',
	'moved',
	'cancelled',
	'calling',
	'missed',
	'done',
	'offered',
	'released',
	'denied',
	'wrong',
] as const;
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
] as const satisfies readonly (typeof callEvents)[number][];

export type CallState = (typeof callStates)[number];
export type CallEvent = (typeof callEvents)[number];
