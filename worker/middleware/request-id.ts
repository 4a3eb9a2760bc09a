import type { MiddlewareHandler } from 'hono';

import type { AppEnv } from '../context.ts';

/** What may be echoed into a header and a log line: too short for any key. */
const acceptable = /^[\w-]{8,40}$/;

/** Names every request, so that a person can quote what a log line tells. An id that comes along is kept if it is harmless. */
export function requestId(): MiddlewareHandler<AppEnv> {
	return async function requestId(c, next) {
		const given = c.req.header('X-Request-Id') ?? '';
		const id = acceptable.test(given) ? given : crypto.randomUUID();
		c.set('requestId', id);
		await next();
		c.res.headers.set('X-Request-Id', id);
	};
}
