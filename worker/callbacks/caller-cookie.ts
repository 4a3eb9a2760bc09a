import { getCookie, setCookie } from 'hono/cookie';

import { callCookieSeconds } from '#shared/limits';

import type { AppContext } from '../context.ts';
import { isSameSecret, keyedHash } from '../crypto.ts';

const cookie = 'calls';
/** Bookings that one browser is known by, newest first. */
const most = 6;

/**
 * Remembers in this browser that it has booked a call: here alone the caller's words are shown. Whoever gets the private link from
 * somebody else has no such cookie. Strict: it goes to our own pages and their scripts only.
 */
export async function markBookingBrowser(c: AppContext, reference: string): Promise<void> {
	const mark = await markOf(c, reference);
	const others = marksOf(c).filter((known) => known !== mark);
	setCookie(c, cookie, [mark, ...others].slice(0, most).join('.'), {
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
	const mark = await markOf(c, reference);
	return marksOf(c).some((known) => isSameSecret(known, mark));
}

function marksOf(c: AppContext): string[] {
	return (getCookie(c, cookie, 'host') ?? '').split('.').slice(0, most).filter(Boolean);
}

function markOf(c: AppContext, reference: string): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `browser:${reference}`);
}
