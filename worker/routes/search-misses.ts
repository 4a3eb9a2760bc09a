import { Hono } from 'hono';

import { SearchMissSchema } from '#shared/search-misses';

import { readJson } from '../input/body.ts';
import type { AppEnv } from '../context.ts';
import { parseInput } from '../input/input.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { acceptSearchMiss } from '../search/search-misses.ts';

/** Searches that failed. */
export const searchMisses = new Hono<AppEnv>();

searchMisses.post('/api/search-misses', async (c) => {
	await limitBurst(c, 'searchMisses');
	await acceptSearchMiss(c, parseInput(SearchMissSchema, await readJson(c)));
	return c.body(null, 202);
});
