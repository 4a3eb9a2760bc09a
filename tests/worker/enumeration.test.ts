import { describe, it } from 'vitest';

import { contactBody, json, postForm, postJson, secretOf, send, setUp } from './helpers.ts';

setUp();

const unknown = 'R-00000-00000';
const foreign = 'A'.repeat(22);

/** Every way to a request, with a body that would be taken. */
const ways = [
	['GET', ''],
	['DELETE', ''],
	['GET', '/transcript'],
	['GET', '/files/6d1c7a0e-1111-4222-8333-123456789abc'],
	['PUT', '/files/6d1c7a0e-1111-4222-8333-123456789abc'],
	['POST', '/messages', { message: 'One more thing about it.' }],
	['POST', '/state', { state: 'solved' }],
	['POST', '/rating', { speed: 5 }],
] as const;

async function newRequest() {
	return json<{ reference: string; url: string }>(await postJson('/api/contact', contactBody));
}

/** Everything that an answer shows, but for what is another one each time. */
async function shown(response: Response) {
	const headers = [...response.headers].filter(([name]) => name !== 'x-request-id').map(([name, value]) => `${name}: ${value}`);
	const body = (await response.text()).replaceAll(/"(?:requestId|instance)":"[^"]*"/g, '""');
	return { status: response.status, headers: headers.toSorted(), length: body.length, body };
}

describe('whoever guesses at private links', () => {
	it.each(ways)(
		'learns nothing from %s %s: unknown, wrong and malformed are the same answer',
		async (method, part, body?: object) => {
			const { expect } = await import('vitest');
			const { reference, url } = await newRequest();
			const ask = async (name: string, authorization?: string) =>
				shown(
					await send(`/api/requests/${name}${part}`, {
						method,
						headers: {
							...(authorization !== undefined && { Authorization: authorization }),
							...(body && { 'Content-Type': 'application/json' }),
						},
						...(body && { body: JSON.stringify(body) }),
					}),
				);
			const wrong = await ask(reference, `Bearer ${foreign}`);
			expect(wrong.status).toBe(404);
			const tries = [
				[unknown, `Bearer ${foreign}`],
				[unknown, `Bearer ${secretOf(url)}`],
				[reference, `Bearer ${secretOf(url).slice(1)}x`],
				[reference, 'Bearer short'],
				[reference, `Bearer ${'x'.repeat(500)}`],
				[reference, `Basic ${secretOf(url)}`],
				[reference, undefined],
				['R-nonsense', `Bearer ${foreign}`],
				['C-00000-00000', `Bearer ${foreign}`],
			] as const;
			for (const [name, authorization] of tries)
				expect(await ask(name, authorization), `${name} ${authorization}`).toEqual(wrong);
		},
	);

	it('learns nothing from the page without script either', async ({ expect }) => {
		const { reference } = await newRequest();
		const open = async (name: string, secret: string) => {
			const page = await shown(await postForm('/en/requests/', { action: 'open', reference: name, secret }));
			return { ...page, body: page.body.replaceAll(name, ''), length: page.length - name.length };
		};
		const wrong = await open(reference, foreign);
		expect(wrong.headers.join()).not.toContain('set-cookie');
		expect(await open(unknown, foreign)).toEqual(wrong);
	});
});
