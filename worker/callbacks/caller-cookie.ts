import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import { callCookieSeconds } from '#shared/limits';

import type { AppContext } from '../context.ts';
import { isSameSecret, keyedHash } from '../crypto.ts';

/**
 * Remembers in this browser that it has booked a call: here alone the caller's words are shown. Whoever gets the private link from
 * somebody else has no such cookie. One for each call, so that two bookings at once do not overwrite each other's. Strict: it goes
 * to our own pages and their scripts only.
 */
export async function markBookingBrowser(c: AppContext, reference: string): Promise<void> {
	setCookie(c, cookieOf(reference), await markOf(c, reference), {
		prefix: 'host',
		httpOnly: true,
		secure: true,
		sameSite: 'Strict',
		path: '/',
		maxAge: callCookieSeconds,
	});
}

/** Whether this browser has booked the call. */
export async function isBookingBrowser(c: AppContext, reference: string): Promise<boolean> {
	const mark = getCookie(c, cookieOf(reference), 'host');
	return mark !== undefined && isSameSecret(mark, await markOf(c, reference));
}

/** Nothing of a call that its person deletes stays in this browser either. */
export function forgetBookingBrowser(c: AppContext, reference: string): void {
	if (getCookie(c, cookieOf(reference), 'host') === undefined) return;
	deleteCookie(c, cookieOf(reference), { prefix: 'host', secure: true, path: '/' });
}

function cookieOf(reference: string): string {
	return `call-${reference}`;
}

function markOf(c: AppContext, reference: string): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `browser:${reference}`);
}
