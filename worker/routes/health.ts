import { Hono } from 'hono';

import packageJson from '../../package.json' with { type: 'json' };
import type { AppEnv } from '../context.ts';
import { ApiError } from '../problem.ts';

const retrySeconds = 5;

/** For monitors, and for `npm start`, which waits for it. */
export const health = new Hono<AppEnv>();

health.get('/api/health', async (c) => {
	try {
		await c.env.DB.prepare('SELECT 1').first();
	} catch {
		throw new ApiError('UNAVAILABLE', { retryAfter: retrySeconds });
	}
	return c.json({ status: 'ok', version: packageJson.version });
});
