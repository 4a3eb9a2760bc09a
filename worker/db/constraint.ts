/** Why the database refused a batch. Nothing of a refused batch is stored. */
export type Refusal =
	| 'REPLAY'
	| 'SLOT_FULL'
	| 'NOT_OPEN'
	| 'PHONE_LIMIT'
	| 'SAME_CALL'
	| 'HOUR_RATE'
	| 'DAY_RATE'
	| 'USED_CHALLENGE'
	| 'SWITCHED_OFF'
	| 'STALE'
	| 'RATED'
	| 'CALL_CHANGED'
	| 'CALL_RATED'
	| 'BLOCKED'
	| 'DAY_CLOSED'
	| 'FILE_SENT'
	| 'FILES_OF_MESSAGE'
	| 'FILES_OF_REQUEST'
	| 'FILE_UNWANTED'
	| 'GONE';

/** SQLite names the violated constraint or column in its message; D1 passes the message on and nothing else. */
const messages: Record<Refusal, string> = {
	REPLAY: 'UNIQUE constraint failed: idempotency_keys.route',
	SLOT_FULL: 'NOT NULL constraint failed: callback_seats.seat',
	NOT_OPEN: 'NOT NULL constraint failed: callback_seats.reference',
	PHONE_LIMIT: 'NOT NULL constraint failed: callbacks.phone_nth',
	SAME_CALL: 'number is booked then',
	HOUR_RATE: 'CHECK constraint failed: hour_rate',
	DAY_RATE: 'CHECK constraint failed: day_rate',
	USED_CHALLENGE: 'UNIQUE constraint failed: used_challenges.id',
	SWITCHED_OFF: 'form is switched off',
	STALE: 'NOT NULL constraint failed: requests.version',
	RATED: 'UNIQUE constraint failed: request_ratings.reference',
	CALL_CHANGED: 'NOT NULL constraint failed: callbacks.version',
	CALL_RATED: 'UNIQUE constraint failed: callback_ratings.reference',
	BLOCKED: 'number is blocked',
	DAY_CLOSED: 'day is closed',
	FILE_SENT: 'UNIQUE constraint failed: request_files.reference',
	FILES_OF_MESSAGE: 'CHECK constraint failed: files_of_message',
	FILES_OF_REQUEST: 'CHECK constraint failed: files_of_request',
	FILE_UNWANTED: 'NOT NULL constraint failed: request_files.nth',
	GONE: 'FOREIGN KEY constraint failed',
};

const transient = /overloaded|connection lost|reset|timed? ?out|locked|busy/i;

/** The known refusal behind a thrown database error, or null. */
export function refusalOf(error: unknown): Refusal | null {
	if (!(error instanceof Error)) return null;
	const found = Object.entries(messages).find(([, message]) => error.message.includes(message));
	return found ? (found[0] as Refusal) : null;
}

/** Whether the database could not answer just now, so that trying again makes sense. */
export function isTransient(error: unknown): boolean {
	return error instanceof Error && error.message.includes('D1_ERROR') && transient.test(error.message);
}
