import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { describe, it, vi } from 'vitest';

import { errorStatus } from '#shared/errors';

import { anyRequest, type ApiDocument, type FuzzRequest } from './any-request.ts';
import { anyArticle, json, send, setUp } from './helpers.ts';

setUp();

const { runs, seed } = env.TEST_FUZZ;

async function answer({ method, path, headers, body }: FuzzRequest): Promise<Response> {
	return send(
		`http://localhost${path}`,
		{ method, headers, ...(body === undefined ? {} : { body }) },
		{ overrides: { RATE_LIMIT: 'off' } },
	);
}

/** What is wrong with an answer, or nothing. */
async function complaint(request: FuzzRequest, response: Response): Promise<string | null> {
	if (!response.headers.has('X-Request-Id')) return 'no request id';
	if (response.status >= 500) return `status ${response.status}`;
	if (response.status < 400) return null;
	const type = response.headers.get('Content-Type') ?? '';
	if (type.startsWith('text/html')) return request.method === 'POST' ? null : 'a page for a call';
	if (type !== 'application/problem+json') return `an error of type "${type}"`;
	if (request.method === 'HEAD') return null;
	const { code, status } = await json<{ code: keyof typeof errorStatus; status: number }>(response);
	return errorStatus[code] === response.status && status === response.status ? null : `${code} with status ${response.status}`;
}

describe(`any request (seed ${seed}, ${runs} runs)`, () => {
	it(
		'gets an answer that the API describes: never a 500, every error a problem or a page',
		{ timeout: 3_600_000 },
		async ({ expect }) => {
			const document = await json<ApiDocument>(await send('/api/openapi.json'));
			const { id } = await anyArticle();
			vi.spyOn(console, 'error').mockImplementation(() => {});
			await fc.assert(
				fc.asyncProperty(anyRequest(document, [id]), async (request) => {
					expect(await complaint(request, await answer(request))).toBeNull();
				}),
				{ numRuns: runs, seed, endOnFailure: runs > 1000 },
			);
		},
	);

	it('is also one that is stored: the generator reaches behind every check', { timeout: 60_000 }, async ({ expect }) => {
		const document = await json<ApiDocument>(await send('/api/openapi.json'));
		const { id } = await anyArticle();
		const statuses = new Set<number>();
		for (const request of fc.sample(anyRequest(document, [id]), { numRuns: 1500, seed }))
			statuses.add((await answer(request)).status);
		for (const status of [200, 201, 303, 400, 404, 405, 415, 422]) expect([...statuses], String(status)).toContain(status);
	});
});
