import { Hono } from 'hono';

import { LinksSchema } from '#shared/links';

import { readJson } from '../input/body.ts';
import type { AppEnv } from '../context.ts';
import { parseInput } from '../input/input.ts';
import { askForLinks } from '../requests/links.ts';
import { limitBurst } from '../abuse/rate-limit.ts';

/** Asking for lost links. */
export const links = new Hono<AppEnv>();

links.post('/api/links', async (c) => {
	await limitBurst(c, 'links');
	await askForLinks(c, parseInput(LinksSchema, await readJson(c)));
	return c.json({ accepted: true });
});
