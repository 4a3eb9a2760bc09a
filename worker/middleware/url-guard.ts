import type { MiddlewareHandler } from 'hono';

import type { AppContext, AppEnv } from '../context.ts';
import { refuseSecrets } from '../input/guard.ts';
import { preferredLocale } from '../pages/language.ts';
import { ApiError } from '../problem.ts';

/**
 * Refuses addresses and idempotency keys that hold a secret, before anything is looked up or counted: calls of the API with
 * `SECRET_DETECTED`, pages by sending to the emergency steps.
 */
export function urlGuard(): MiddlewareHandler<AppEnv> {
	return async function urlGuard(c, next) {
		try {
			// What is only suspected is left to the routes: no schema of a query takes 64 digits, and the search asks about them.
			refuseSecrets({ ...c.req.queries(), path: pathOf(c), 'Idempotency-Key': c.req.header('Idempotency-Key') }, true);
		} catch (error) {
			if (error instanceof ApiError && isPage(c)) return sendToEmergency(c);
			throw error;
		}
		return next();
	};
}

/** Somebody put a recovery phrase, a key or what may be one into an address: it must go no further, not even as a referrer. */
export function sendToEmergency(c: AppContext): Response {
	c.header('Referrer-Policy', 'no-referrer');
	c.header('Cache-Control', 'no-store');
	const [, locale] = c.req.path.split('/');
	return c.redirect(`/${preferredLocale(c, locale)}/emergency/`, 303);
}

function isPage(c: AppContext): boolean {
	return !c.req.path.startsWith('/api/') && (c.req.method === 'GET' || c.req.method === 'HEAD');
}

function pathOf(c: AppContext): string {
	try {
		return decodeURIComponent(c.req.path);
	} catch {
		return c.req.path;
	}
}
