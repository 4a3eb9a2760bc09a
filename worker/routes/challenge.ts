import { Hono } from 'hono';

import { ChallengeQuerySchema } from '#shared/challenge';

import { issueChallenge } from '../abuse/challenge.ts';
import type { AppEnv } from '../context.ts';
import { parseInput } from '../input/input.ts';
import { limitBurst } from '../abuse/rate-limit.ts';

/** What a script has to solve after `CHALLENGE_REQUIRED`. */
export const challenge = new Hono<AppEnv>();

challenge.get('/api/challenge', async (c) => {
	await limitBurst(c, 'challenge');
	const { route } = parseInput(ChallengeQuerySchema, c.req.query());
	c.header('Cache-Control', 'no-store');
	return c.json(await issueChallenge(c, route));
});
