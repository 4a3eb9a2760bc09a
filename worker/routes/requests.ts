import { Hono } from 'hono';

import type { AppEnv } from '../context.ts';
import { bearerSecret, openPrivate } from '../private-session.ts';
import { ApiError } from '../problem.ts';
import { viewRequest } from '../requests.ts';

/** A request, for whoever holds its private link. */
export const requests = new Hono<AppEnv>();

requests.get('/api/requests/:reference', async (c) => {
	const found = await openPrivate(c, c.req.param('reference'), bearerSecret(c));
	if (found?.kind !== 'request') throw new ApiError('NOT_FOUND');
	return c.json(viewRequest(found.request));
});
