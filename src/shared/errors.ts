/** Error codes of the API with their HTTP status. Codes are stable; the site owns the words. */
export const errorStatus = {
	MALFORMED: 400,
	FORBIDDEN: 403,
	CHALLENGE_REQUIRED: 403,
	NOT_FOUND: 404,
	METHOD_NOT_ALLOWED: 405,
	CONFLICT: 409,
	SLOT_FULL: 409,
	SLOT_PAST: 409,
	TOO_MANY_BOOKINGS: 409,
	ALREADY_BOOKED: 409,
	TOO_MANY_FILES: 409,
	TOO_LARGE: 413,
	UNSUPPORTED_MEDIA_TYPE: 415,
	INVALID: 422,
	SECRET_DETECTED: 422,
	SECRET_SUSPECTED: 422,
	RATE_LIMITED: 429,
	INTERNAL: 500,
	UNAVAILABLE: 503,
} as const satisfies Record<string, number>;

/** What can be wrong with one field. `INVALID` is the fallback when no other code says it better. */
export const fieldCodes = [
	'INVALID',
	'REQUIRED',
	'TOO_SHORT',
	'TOO_LONG',
	'INVALID_EMAIL',
	'INVALID_PHONE',
	'PHONE_COUNTRY',
	'PHONE_LENGTH',
	'PHONE_EXTENSION',
	'PHONE_PREMIUM',
	'BLOCKED_PHONE',
	'INVALID_HASH',
	'INVALID_ADDRESS',
	'UNKNOWN_OPTION',
	'UNKNOWN_ARTICLE',
	'SECRET_DETECTED',
	'SECRET_SUSPECTED',
	'FILE_TOO_LARGE',
	'FILE_TYPE',
	'FILE_BROKEN',
	'FILE_COUNT',
] as const;

export type ErrorCode = keyof typeof errorStatus;
export type FieldCode = (typeof fieldCodes)[number];

/** What a page says where the API's code is too coarse for its reader; these never leave the page. */
export type PageCode = 'SESSION_EXPIRED' | 'NOT_OPEN' | 'BOOKED_HERE' | 'SECRET_STOPPED' | 'SWITCHED_OFF' | 'REQUEST_CHANGED';

/** One wrong field; `span` is the half-open UTF-16 range of the offending text, where there is one. */
export interface FieldError {
	name: string;
	code: FieldCode;
	span?: [start: number, end: number];
}

/** One wrong field as a page shows it. */
export interface FormError {
	name: string;
	code: FieldCode | PageCode;
}

/** The body of every error answer (RFC 9457, `application/problem+json`). */
export interface Problem {
	type: string;
	title: string;
	status: number;
	code: ErrorCode;
	fields: FieldError[];
	requestId: string;
	/** `SLOT_FULL` only: the nearest starts that are still free. */
	alternatives?: string[];
	/** `UNAVAILABLE` only: staff have switched this form off; trying again soon does not help. */
	switchedOff?: true;
}
