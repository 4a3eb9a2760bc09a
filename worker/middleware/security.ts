import type { MiddlewareHandler } from 'hono';

import { securityHeaders } from '#shared/security-headers';

import type { AppEnv } from '../context.ts';
import type { Settings } from '../settings.ts';

/** Security headers on every answer. What a route or a built page has set itself stays: it may be stricter, or know its scripts. */
export function security(options: { demonstration: boolean; turnstile: boolean }): MiddlewareHandler<AppEnv> {
	const headers = Object.entries(securityHeaders(options));
	return async function security(c, next) {
		await next();
		// Astro's dev server brings its styles and its reloading inline; a failed configuration leaves no settings.
		const isPreview = Boolean((c.var.settings as Settings | undefined)?.SITE_ORIGIN);
		for (const [name, value] of headers) {
			if (isPreview && name === 'Content-Security-Policy') continue;
			if (!c.res.headers.has(name)) c.res.headers.set(name, value);
		}
		if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
	};
}
