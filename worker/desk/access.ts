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
		if (await (isLocal ? hasSession(c) : hasAccess(c, accessKeys))) return next();
		if (isLocal) return loginPage(c);
		throw new ApiError('FORBIDDEN');
	};
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

async function hasSession(c: AppContext): Promise<boolean> {
	const { DESK_TOKEN } = c.var.settings;
	const [expires = '', mark = ''] = getCookie(c, cookie, 'host')?.split('.') ?? [];
	if (!DESK_TOKEN || !(Number(expires) > now(c.var.settings))) return false;
	return isSameSecret(mark, await sessionMark(c, DESK_TOKEN, Number(expires)));
}

/** Bound to the token: a new token ends every session. */
function sessionMark(c: AppContext, token: string, expires: number): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `desk:${expires}:${token}`);
}

/** Fails closed: without a configured team and audience nobody is staff. */
async function hasAccess(c: AppContext, accessKeys: JWTVerifyGetKey | undefined): Promise<boolean> {
	const { ACCESS_TEAM_DOMAIN: issuer, ACCESS_AUDIENCE: audience } = c.var.settings;
	const token = c.req.header('Cf-Access-Jwt-Assertion');
	if (!issuer || !audience || !token) return false;
	try {
		await jwtVerify(token, accessKeys ?? keysOf(issuer), { issuer, audience, algorithms: ['RS256'] });
		return true;
	} catch {
		return false;
	}
}

function keysOf(teamDomain: string): JWTVerifyGetKey {
	const known = remoteKeys.get(teamDomain) ?? createRemoteJWKSet(new URL('/cdn-cgi/access/certs', teamDomain));
	remoteKeys.set(teamDomain, known);
	return known;
}
