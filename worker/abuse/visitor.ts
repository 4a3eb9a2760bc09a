import { getCookie, setCookie } from 'hono/cookie';

import type { AppContext } from '../context.ts';
import { keyedHash, randomId } from '../crypto.ts';

const cookie = 'visitor';
const pattern = /^[\w-]{22}$/;
const yearSeconds = 365 * 86_400;

/** The visitor as votes know them: a keyed hash of a random cookie, so that the table cannot name a browser. Null without the cookie. */
export async function findVisitor(c: AppContext): Promise<string | null> {
	const id = getCookie(c, cookie, 'host');
	return id && pattern.test(id) ? keyedHash(c.var.settings.LINK_KEY, `visitor:${id}`) : null;
}

/** As `findVisitor`, but whoever has no cookie gets one. */
export async function ensureVisitor(c: AppContext): Promise<string> {
	const known = await findVisitor(c);
	if (known) return known;
	const id = randomId();
	setCookie(c, cookie, id, { prefix: 'host', httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: yearSeconds });
	return keyedHash(c.var.settings.LINK_KEY, `visitor:${id}`);
}
