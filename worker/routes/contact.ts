import { Hono } from 'hono';

import { ContactSchema } from '#shared/contact';

import { fromForm, isFormPost, readForm, readJson } from '../input/body.ts';
import type { AppEnv } from '../context.ts';
import { formFile, giveFile } from '../files/file-form.ts';
import { refuseSecrets } from '../input/guard.ts';
import { parseInput } from '../input/input.ts';
import { startPrivateSession } from '../pages/private-session.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { createRequest } from '../requests/requests.ts';

/** Writing to support. */
export const contact = new Hono<AppEnv>();

contact.post('/api/contact', async (c) => {
	await limitBurst(c, 'contact');
	if (!isFormPost(c)) return c.json(await createRequest(c, parseInput(ContactSchema, await readJson(c))), 201);
	const input = parseInput(ContactSchema, fromForm(await readForm(c, { takesFile: true })));
	const file = await formFile(c, input.confirmed === true);
	for (const { name, text } of file?.texts ?? []) refuseSecrets({ ...input, [name]: text }, input.confirmed === true);
	const { reference } = await createRequest(c, input);
	const isWhole = !file || (await giveFile(c, reference, file));
	await startPrivateSession(c, reference, isWhole ? 'fresh' : 'freshUnfiled');
	return c.redirect(`/${input.locale}/requests/`, 303);
});
