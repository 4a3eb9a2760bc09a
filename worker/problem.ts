import { errorStatus, type ErrorCode, type FieldError, type PageCode, type Problem } from '#shared/errors';

/** What each code means, in English, for developers. Readers get the site's own words. */
export const titles = {
	MALFORMED: 'The body cannot be read.',
	FORBIDDEN: 'This is not allowed from here.',
	CHALLENGE_REQUIRED: 'Solve the challenge and send again.',
	NOT_FOUND: 'There is nothing here.',
	METHOD_NOT_ALLOWED: 'This method is not supported here.',
	CONFLICT: 'This contradicts what is already stored.',
	SLOT_FULL: 'No seat of this slot is free any more.',
	SLOT_PAST: 'It is too late for this slot.',
	TOO_MANY_BOOKINGS: 'This phone number has a callback at this time, or as many open ones as it may have.',
	ALREADY_BOOKED: 'This browser has booked a callback of this phone number at this time.',
	TOO_MANY_FILES: 'This message or request has as many files as it may have.',
	TOO_LARGE: 'The body is too large.',
	UNSUPPORTED_MEDIA_TYPE: 'This content type is not supported here.',
	INVALID: 'Some fields are not valid.',
	SECRET_DETECTED: 'The text contains a recovery phrase or private key. Nothing was stored.',
	SECRET_SUSPECTED: 'The text may contain a secret. Send again with "confirmed": true if it does not.',
	RATE_LIMITED: 'Too many requests from this network.',
	INTERNAL: 'Something went wrong on our side.',
	UNAVAILABLE: 'Not available just now. Try again soon.',
} as const satisfies Record<ErrorCode, string>;

/** An error that is an answer: routes throw it, `onError` sends it. */
export class ApiError extends Error {
	override name = 'ApiError';
	readonly code: ErrorCode;
	readonly detail: ErrorDetail;

	constructor(code: ErrorCode, detail: ErrorDetail = {}) {
		super(code);
		this.code = code;
		this.detail = detail;
	}

	get status() {
		return errorStatus[this.code];
	}
}

/** The error as RFC 9457 problem details; its `type` points at the description of the code in the OpenAPI document. */
export function problemResponse({ code, status, detail }: ApiError, requestId: string): Response {
	const problem: Problem = {
		type: `/api/openapi.json#/components/responses/${code}`,
		title: titles[code],
		status,
		code,
		fields: detail.fields ?? [],
		requestId,
		...(detail.alternatives ? { alternatives: detail.alternatives } : {}),
		...(detail.switchedOff ? { switchedOff: true } : {}),
	};
	const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
	if (detail.retryAfter !== undefined) headers.set('Retry-After', String(detail.retryAfter));
	if (detail.allow) headers.set('Allow', detail.allow.join(', '));
	return new Response(JSON.stringify(problem), { status, headers });
}

export interface ErrorDetail {
	fields?: FieldError[];
	/** What a page says instead of the code. */
	pageCode?: PageCode;
	/** Seconds. */
	retryAfter?: number;
	/** `SLOT_FULL`: RFC 3339 starts that are still free. */
	alternatives?: string[];
	/** `UNAVAILABLE` until staff switch the form on again. */
	switchedOff?: boolean;
	/** `METHOD_NOT_ALLOWED`. */
	allow?: string[];
}
