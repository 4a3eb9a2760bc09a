import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import type { AppContext, AppEnv } from '../context.ts';
import { isSameSecret, keyedHash } from '../crypto.ts';
import type { Staff } from '../db/staff.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { roles, type Role } from './roles.ts';

const cookie = 'desk';
const sessionMs = 12 * 3_600_000;
export const nameLength = 60;
/** Who a developer is who did not say. */
const defaultName = 'local';

/** Hides what stands in for Cloudflare Access on a developer's machine. */
export function localOnly(): MiddlewareHandler<AppEnv> {
	return async function localOnly(c, next) {
		if (c.var.settings.ENVIRONMENT !== 'local') throw new ApiError('NOT_FOUND');
		await next();
	};
}

/** Whether the token logs in, and if so a session in a cookie: of a lead, unless another role was chosen. */
export async function logIn(c: AppContext, { token, name, role }: Login): Promise<Staff | null> {
	const { DESK_TOKEN } = c.var.settings;
	if (!DESK_TOKEN || !isSameSecret(token, DESK_TOKEN)) return null;
	const staff = { name: name.trim().slice(0, nameLength).toWellFormed() || defaultName, role: knownRole(role) ?? 'lead' };
	const expires = now(c.var.settings) + sessionMs;
	const session = `${expires}.${staff.role}.${encodeURIComponent(staff.name).replaceAll('.', '%2E')}`;
	setCookie(c, cookie, `${session}.${await sessionMark(c, DESK_TOKEN, session)}`, {
		prefix: 'host',
		httpOnly: true,
		secure: true,
		sameSite: 'Strict',
		path: '/',
		maxAge: sessionMs / 1000,
	});
	return staff;
}

export function logOut(c: AppContext): void {
	deleteCookie(c, cookie, { prefix: 'host', secure: true, path: '/' });
}

/** Who has logged in here; nobody without a running session of this server's token. */
export async function localStaff(c: AppContext): Promise<Staff | null> {
	const { DESK_TOKEN } = c.var.settings;
	const [expires = '', chosen = '', name = '', mark = ''] = getCookie(c, cookie, 'host')?.split('.') ?? [];
	const role = knownRole(chosen);
	if (!DESK_TOKEN || !role || !(Number(expires) > now(c.var.settings))) return null;
	const expected = await sessionMark(c, DESK_TOKEN, `${expires}.${chosen}.${name}`);
	return isSameSecret(mark, expected) ? { name: decodeURIComponent(name), role } : null;
}

/** Bound to the token: a new token ends every session. */
function sessionMark(c: AppContext, token: string, session: string): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `desk:${session}:${token}`);
}

function knownRole(text: string): Role | undefined {
	return roles.find((role) => role === text);
}

export interface Login {
	token: string;
	name: string;
	role: string;
}
