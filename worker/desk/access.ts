import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';

import type { AppContext, AppEnv } from '../context.ts';
import { isSameSecret, keyedHash } from '../crypto.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';

const cookie = 'desk';
const sessionMs = 12 * 3_600_000;

/** jose fetches Access' keys when it first needs them and keeps them for as long as the isolate lives. */
const remoteKeys = new Map<string, JWTVerifyGetKey>();

/** Lets staff in: in production whoever Cloudflare Access vouches for, locally whoever has logged in with the token. */
export function staffOnly(
	accessKeys: JWTVerifyGetKey | undefined,
	loginPage: (c: AppContext) => Response | Promise<Response>,
): MiddlewareHandler<AppEnv> {
	return async function staffOnly(c, next) {
		const isLocal = c.var.settings.ENVIRONMENT === 'local';
		const staff = await (isLocal ? localStaff(c) : accessStaff(c, accessKeys));
		if (staff) {
			c.set('staff', staff);
			return next();
		}
		if (isLocal) return loginPage(c);
		throw new ApiError('FORBIDDEN');
	};
}

/** Who of the staff is asking; only behind `staffOnly`. */
export function staffOf(c: AppContext): string {
	if (!c.var.staff) throw new ApiError('FORBIDDEN');
	return c.var.staff;
}

/** Hides what stands in for Cloudflare Access on a developer's machine. */
export function localOnly(): MiddlewareHandler<AppEnv> {
	return async function localOnly(c, next) {
		if (c.var.settings.ENVIRONMENT !== 'local') throw new ApiError('NOT_FOUND');
		await next();
	};
}

/** Whether the token logs in, and if so a session in a cookie. */
export async function logIn(c: AppContext, token: string): Promise<boolean> {
	const { DESK_TOKEN } = c.var.settings;
	if (!DESK_TOKEN || !isSameSecret(token, DESK_TOKEN)) return false;
	const expires = now(c.var.settings) + sessionMs;
	const value = `${expires}.${await sessionMark(c, DESK_TOKEN, expires)}`;
	setCookie(c, cookie, value, {
		prefix: 'host',
		httpOnly: true,
		secure: true,
		sameSite: 'Strict',
		path: '/',
		maxAge: sessionMs / 1000,
	});
	return true;
}

export function logOut(c: AppContext): void {
	deleteCookie(c, cookie, { prefix: 'host', secure: true, path: '/' });
}

async function localStaff(c: AppContext): Promise<string | null> {
	const { DESK_TOKEN } = c.var.settings;
	const [expires = '', mark = ''] = getCookie(c, cookie, 'host')?.split('.') ?? [];
	if (!DESK_TOKEN || !(Number(expires) > now(c.var.settings))) return null;
	return isSameSecret(mark, await sessionMark(c, DESK_TOKEN, Number(expires))) ? 'local' : null;
}

/** Bound to the token: a new token ends every session. */
function sessionMark(c: AppContext, token: string, expires: number): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `desk:${expires}:${token}`);
}

/** Fails closed: without a configured team and audience nobody is staff. */
async function accessStaff(c: AppContext, accessKeys: JWTVerifyGetKey | undefined): Promise<string | null> {
	const { ACCESS_TEAM_DOMAIN: issuer, ACCESS_AUDIENCE: audience } = c.var.settings;
	const token = c.req.header('Cf-Access-Jwt-Assertion');
	if (!issuer || !audience || !token) return null;
	try {
		const { payload } = await jwtVerify(token, accessKeys ?? keysOf(issuer), { issuer, audience, algorithms: ['RS256'] });
		// A service's token names no person.
		return typeof payload['email'] === 'string' ? payload['email'] : payload.sub || 'service';
	} catch {
		return null;
	}
}

function keysOf(teamDomain: string): JWTVerifyGetKey {
	const known = remoteKeys.get(teamDomain) ?? createRemoteJWKSet(new URL('/cdn-cgi/access/certs', teamDomain));
	remoteKeys.set(teamDomain, known);
	return known;
}
