import { Hono } from 'hono';

import { CallbackMoveSchema, CallbackSchema, SlotsQuerySchema } from '#shared/callbacks';
import { RatingSchema } from '#shared/requests';

import { isFormPost, readBody, readJson } from '../input/body.ts';
import { bookCallback, cancelCall, moveCall } from '../callbacks/callbacks.ts';
import { lineTimezone, listSlots } from '../callbacks/line-slots.ts';
import { denyCall, eraseCall, rateCall } from '../callbacks/call-life.ts';
import { viewCall } from '../callbacks/call-view.ts';
import { markBookingBrowser } from '../callbacks/caller-cookie.ts';
import type { AppContext, AppEnv } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { parseInput } from '../input/input.ts';
import { bearerSecret, openPrivate, startPrivateSession } from '../pages/private-session.ts';
import { ApiError } from '../problem.ts';
import { limitBurst } from '../abuse/rate-limit.ts';

/** Calls that we make: booking one, and what the holder of its private link may do with it. */
export const callbacks = new Hono<AppEnv>();

callbacks.get('/api/callbacks/slots', async (c) => {
	const { timezone, ...query } = parseInput(SlotsQuerySchema, c.req.query());
	const zone = timezone ?? lineTimezone(query.locale);
	return c.json({ timezone: zone, slots: await listSlots(c, { ...query, timezone: zone }) });
});

callbacks.post('/api/callbacks', async (c) => {
	await limitBurst(c, 'callbacks');
	const input = parseInput(CallbackSchema, await readBody(c));
	const created = await bookCallback(c, input);
	await markBookingBrowser(c, created.reference);
	if (!isFormPost(c)) return c.json(created, 201);
	await startPrivateSession(c, created.reference, 'fresh');
	return c.redirect(`/${input.locale}/requests/`, 303);
});

callbacks.get('/api/callbacks/:reference', async (c) => c.json(await viewCall(c, await requireCallback(c))));

callbacks.patch('/api/callbacks/:reference', async (c) => {
	await limitBurst(c, 'callbacks');
	const body = await readJson(c);
	const callback = await requireCallback(c);
	await moveCall(c, callback, parseInput(CallbackMoveSchema, body));
	return c.json(await viewCall(c, await requireCallback(c)));
});

callbacks.delete('/api/callbacks/:reference', async (c) => {
	await limitBurst(c, 'callbacks');
	await cancelCall(c, await requireCallback(c));
	return c.json(await viewCall(c, await requireCallback(c)));
});

callbacks.post('/api/callbacks/:reference/rating', async (c) => {
	await limitBurst(c, 'callbacks');
	const body = await readJson(c);
	const callback = await requireCallback(c);
	await rateCall(c, callback, parseInput(RatingSchema, body));
	return c.json(await viewCall(c, await requireCallback(c)), 201);
});

callbacks.post('/api/callbacks/:reference/not-me', async (c) => {
	await limitBurst(c, 'callbacks');
	await readJson(c);
	await denyCall(c, await requireCallback(c));
	return c.json(await viewCall(c, await requireCallback(c)));
});

// To delete its path is to cancel a call: what is cancelled is still shown to whoever holds the link.
callbacks.post('/api/callbacks/:reference/erasure', async (c) => {
	await limitBurst(c, 'callbacks');
	await readJson(c);
	const callback = await requireCallback(c);
	await eraseCall(c, callback);
	return c.json({ reference: callback.reference });
});

async function requireCallback(c: AppContext): Promise<StoredCallback> {
	const found = await openPrivate(c, c.req.param('reference') ?? '', bearerSecret(c));
	if (found?.kind !== 'callback') throw new ApiError('NOT_FOUND');
	return found.callback;
}
