import type { MiddlewareHandler } from 'hono';

import type { AppContext, AppEnv } from '../context.ts';
import { ApiError } from '../problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A demonstration takes nothing from strangers: they might believe that somebody reads it. */
export function demonstrationGuard(options: { demonstration: boolean }): MiddlewareHandler<AppEnv> {
	return async function demonstrationGuard(c, next) {
		if (options.demonstration && isWrite(c) && !localHosts.has(new URL(c.req.url).hostname)) throw new ApiError('FORBIDDEN');
		await next();
	};
}

/** Refuses writes that another site's page sends with our reader's cookies. A client without either header is no browser. */
export function crossSiteGuard(): MiddlewareHandler<AppEnv> {
	return async function crossSiteGuard(c, next) {
		if (isWrite(c) && isCrossSite(c)) throw new ApiError('FORBIDDEN');
		await next();
	};
}

/** Whether a request says that it was started by another site. */
export function isCrossSite(c: AppContext): boolean {
	const site = c.req.header('Sec-Fetch-Site');
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
	const origin = c.req.header('Origin');
	if (origin === undefined) return false;
	const { SITE_ORIGIN } = c.var.settings;
	return hostOf(origin) !== new URL(c.req.url).host && !(SITE_ORIGIN && hostOf(origin) === hostOf(SITE_ORIGIN));
}

function isWrite(c: AppContext): boolean {
	return !safeMethods.has(c.req.method);
}

function hostOf(origin: string): string | null {
	return URL.canParse(origin) ? new URL(origin).host : null;
}
