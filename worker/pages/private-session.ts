import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import * as limits from '#shared/limits';

import type { AppContext } from '../context.ts';
import { isSameSecret, keyedHash } from '../crypto.ts';
import { markCallEmailVerified } from '../db/callback-changes.ts';
import { findCallback, type StoredCallback } from '../db/callbacks.ts';
import { markEmailVerified } from '../db/mail-targets.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { linkSecret, opens, opensByMail, parseReference } from './private-link.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';

const cookie = 'request';
const notices = [
	'fresh',
	'freshUnfiled',
	'unfiled',
	'moved',
	'cancelled',
	'written',
	'solved',
	'unsolved',
	'reopened',
	'denied',
] as const;

/** What stands behind a reference and its secret, or null: one answer for "unknown" and "forbidden". */
export async function openPrivate(c: AppContext, reference: string, secret: string): Promise<Private | null> {
	const known = parseReference(reference);
	if (known?.startsWith('C-')) {
		return openCall(c, known, secret);
	}
	const lookup = known ?? 'R-00000-00000';
	const { LINK_KEY } = c.var.settings;
	const stored = await findRequest(c.env.DB, lookup);
	const opened = await opens(LINK_KEY, lookup, secret, stored);
	const byMail = await opensByMail(LINK_KEY, lookup, secret, stored);
	if (byMail) await markEmailVerified(c.env.DB, lookup, now(c.var.settings));
	const request = opened ?? byMail;
	return request && { kind: 'request', request };
}

/** A mail's link opens the page as well; the caller's words stay with the browser that booked. */
async function openCall(c: AppContext, reference: string, secret: string): Promise<Private | null> {
	const { LINK_KEY } = c.var.settings;
	const stored = await findCallback(c.env.DB, reference);
	const opened = await opens(LINK_KEY, reference, secret, stored);
	const byMail = await opensByMail(LINK_KEY, reference, secret, stored);
	if (byMail) await markCallEmailVerified(c.env.DB, reference, now(c.var.settings));
	const callback = opened ?? byMail;
	return callback && { kind: 'callback', callback };
}

/** The secret in `Authorization: Bearer …`; empty without the header, which opens nothing. */
export function bearerSecret(c: AppContext): string {
	return /^Bearer ([\w-]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
}

/** The request that a call of the API names, for whoever brings its secret. Wrong and unknown are one answer. */
export async function openRequest(c: AppContext): Promise<StoredRequest> {
	const found = await openPrivate(c, c.req.param('reference') ?? '', bearerSecret(c));
	if (found?.kind !== 'request') throw new ApiError('NOT_FOUND');
	return found.request;
}

/** Opens one private page for this browser, without script. The notice is shown once, on the next view. */
export async function startPrivateSession(c: AppContext, reference: string, notice?: Notice, generation = 1): Promise<void> {
	const secret = await linkSecret(c.var.settings.LINK_KEY, reference, generation);
	writeSession(c, { reference, secret, notice });
}

/** The session of this browser, if its cookie has the shape of one; whether it opens anything is for `openPrivate` to say. */
export function readSession(c: AppContext): PrivateSession | null {
	const [reference, secret, notice] = getCookie(c, cookie, 'host')?.split('.') ?? [];
	if (!reference || !secret) return null;
	return { reference, secret, notice: notices.find((known) => known === notice) };
}

/** Strict: the cookie stays behind when another site links here. It survives the redirect after our own form. */
export function writeSession(c: AppContext, { reference, secret, notice }: PrivateSession): void {
	const value = [reference, secret, ...(notice ? [notice] : [])].join('.');
	const options = {
		prefix: 'host',
		httpOnly: true,
		secure: true,
		sameSite: 'Strict',
		path: '/',
		maxAge: limits.privateCookieSeconds,
	} as const;
	setCookie(c, cookie, value, options);
}

export function endSession(c: AppContext): void {
	deleteCookie(c, cookie, { prefix: 'host', secure: true, path: '/' });
}

/** Token that every form of an open private page carries. */
export function csrfToken(c: AppContext, { reference, secret }: PrivateSession): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `csrf:${reference}.${secret}`);
}

/** The session in which a form was shown. Without one, or with another one by now, its page has been open for too long. */
export async function requireSession(c: AppContext, token: string | undefined): Promise<PrivateSession> {
	const session = readSession(c);
	if (!session || !isSameSecret(token ?? '', await csrfToken(c, session)))
		throw new ApiError('FORBIDDEN', { pageCode: 'SESSION_EXPIRED' });
	return session;
}

export type Private = { kind: 'request'; request: StoredRequest } | { kind: 'callback'; callback: StoredCallback };

export type Notice = (typeof notices)[number];

export interface PrivateSession {
	reference: string;
	secret: string;
	notice?: Notice | undefined;
}
