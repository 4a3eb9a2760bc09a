import type { MiddlewareHandler } from 'hono';

import { securityHeaders } from '#shared/security-headers';

import type { AppEnv } from '../context.ts';

/** Security headers on every answer. What a route or a built page has set itself stays: it may be stricter, or know its scripts. */
export function security(options: { demonstration: boolean }): MiddlewareHandler<AppEnv> {
	const headers = Object.entries(securityHeaders(options));
	return async function security(c, next) {
		await next();
		for (const [name, value] of headers) {
			if (!c.res.headers.has(name)) c.res.headers.set(name, value);
		}
		if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
	};
}
