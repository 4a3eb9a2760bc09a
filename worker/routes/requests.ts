import { Hono } from 'hono';

import { MessageSchema, RatingSchema, VerdictSchema } from '#shared/requests';

import { readJson } from '../input/body.ts';
import type { AppContext, AppEnv } from '../context.ts';
import type { StoredRequest } from '../db/requests.ts';
import { parseInput } from '../input/input.ts';
import { openRequest } from '../pages/private-session.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { addMessage, eraseRequest, rate, setVerdict } from '../requests/request-life.ts';
import { viewRequest } from '../requests/request-view.ts';
import { now } from '../settings.ts';
import { transcriptAnswer } from '../requests/transcript.ts';

const path = '/api/requests/:reference';

/** A request, for whoever holds its private link. */
export const requests = new Hono<AppEnv>();

requests.get(path, async (c) => answer(c, await openRequest(c)));

requests.get(`${path}/transcript`, async (c) => transcriptAnswer(c, await openRequest(c)));

requests.post(`${path}/messages`, async (c) => {
	await limitBurst(c, 'requests');
	const body = await readJson(c);
	const request = await openRequest(c);
	return answer(c, await addMessage(c, request, parseInput(MessageSchema, body)), 201);
});

requests.post(`${path}/state`, async (c) => {
	await limitBurst(c, 'requests');
	const body = await readJson(c);
	const request = await openRequest(c);
	return answer(c, await setVerdict(c, request, parseInput(VerdictSchema, body).state));
});

requests.post(`${path}/rating`, async (c) => {
	await limitBurst(c, 'requests');
	const body = await readJson(c);
	const request = await openRequest(c);
	return answer(c, await rate(c, request, parseInput(RatingSchema, body)), 201);
});

requests.delete(path, async (c) => {
	await limitBurst(c, 'requests');
	const request = await openRequest(c);
	await eraseRequest(c, request);
	return c.json({ reference: request.reference });
});

function answer(c: AppContext, request: StoredRequest, status: 200 | 201 = 200): Response {
	return c.json(viewRequest(request, now(c.var.settings)), status);
}
