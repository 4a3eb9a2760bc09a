import { Hono } from 'hono';

import { ContactSchema } from '#shared/contact';

import { isFormPost, readBody } from '../body.ts';
import type { AppEnv } from '../context.ts';
import { parseInput } from '../input.ts';
import { startPrivateSession } from '../private-session.ts';
import { limitBurst } from '../rate-limit.ts';
import { createRequest } from '../requests.ts';

/** Writing to support. */
export const contact = new Hono<AppEnv>();

contact.post('/api/contact', async (c) => {
	await limitBurst(c, 'contact');
	const input = parseInput(ContactSchema, await readBody(c));
	const created = await createRequest(c, input);
	if (!isFormPost(c)) return c.json(created, 201);
	await startPrivateSession(c, created.reference, 'fresh');
	return c.redirect(`/${input.locale}/requests/`, 303);
});
