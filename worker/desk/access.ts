import type { MiddlewareHandler } from 'hono';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';

import type { AppContext, AppEnv } from '../context.ts';
import { noteMs, noteStaff, type Staff } from '../db/staff.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { localStaff } from './local-login.ts';
import { roleOf, rolesFor, type Role } from './roles.ts';

const noted = new WeakMap<object, Map<string, number>>();

/** jose fetches Access' keys when it first needs them and keeps them for as long as the isolate lives. */
const remoteKeys = new Map<string, JWTVerifyGetKey>();

/** Lets staff in: in production whoever Cloudflare Access vouches for, locally whoever has logged in with the token. */
export function staffOnly(accessKeys: JWTVerifyGetKey | undefined, loginPage: Answer): MiddlewareHandler<AppEnv> {
	return async function staffOnly(c, next) {
		const isLocal = c.var.settings.ENVIRONMENT === 'local';
		const staff = await (isLocal ? localStaff(c) : accessStaff(c, accessKeys));
		if (staff) {
			c.set('staff', staff.name);
			c.set('role', staff.role);
			await noteOnce(c, staff);
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

/** What they may do; only behind `staffOnly`. */
export function roleOfStaff(c: AppContext): Role {
	if (!c.var.role) throw new ApiError('FORBIDDEN');
	return c.var.role;
}

/** A path that nobody has declared leads nowhere, and one of another role says so. */
export function byRole(pages: { missing: Answer; forbidden: Answer }): MiddlewareHandler<AppEnv> {
	return async function byRole(c, next) {
		const allowed = rolesFor(c.req.path);
		if (allowed.includes(roleOfStaff(c))) return next();
		return allowed.length === 0 ? pages.missing(c) : pages.forbidden(c);
	};
}

/** The isolate remembers for an hour whom it has noted, so that not every page asks the database. */
async function noteOnce(c: AppContext, staff: Staff): Promise<void> {
	const known = noted.get(c.env) ?? new Map<string, number>();
	noted.set(c.env, known);
	const at = now(c.var.settings);
	const key = `${staff.role} ${staff.name}`;
	if ((known.get(key) ?? -Infinity) > at - noteMs) return;
	await noteStaff(c.env.DB, staff, at);
	known.set(key, at);
}

/** Fails closed: without a configured team and audience nobody is staff. */
async function accessStaff(c: AppContext, accessKeys: JWTVerifyGetKey | undefined): Promise<Staff | null> {
	const { ACCESS_TEAM_DOMAIN: issuer, ACCESS_AUDIENCE: audience } = c.var.settings;
	const token = c.req.header('Cf-Access-Jwt-Assertion');
	if (!issuer || !audience || !token) return null;
	try {
		const { payload } = await jwtVerify(token, accessKeys ?? keysOf(issuer), { issuer, audience, algorithms: ['RS256'] });
		const name = payload['email'];
		// A service's token names no person, and only persons are staff.
		if (typeof name !== 'string' || !name) return null;
		return { name, role: roleOf(c.var.settings, name) };
	} catch {
		return null;
	}
}

function keysOf(teamDomain: string): JWTVerifyGetKey {
	const known = remoteKeys.get(teamDomain) ?? createRemoteJWKSet(new URL('/cdn-cgi/access/certs', teamDomain));
	remoteKeys.set(teamDomain, known);
	return known;
}

type Answer = (c: AppContext) => Response | Promise<Response>;
