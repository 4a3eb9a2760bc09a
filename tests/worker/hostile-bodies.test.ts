import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { bodyBytes, jsonDepth } from '#shared/limits';

import { isDeeper } from '../../worker/input/json-depth.ts';
import { allWrites } from './all-routes.ts';
import { contactBody, countRows, json, postForm, postJson, problem, send, setUp } from './helpers.ts';

setUp();

const jsonType = { 'Content-Type': 'application/json' };
const formType = { 'Content-Type': 'application/x-www-form-urlencoded' };
const jsonWrites = allWrites().filter(
	({ method, path }) => path.startsWith('/api/') && method !== 'PUT' && !(method === 'DELETE' && /callbacks|requests/.test(path)),
);

describe('names that belong to every object', () => {
	const pollution = '{"polluted":"yes","isAdmin":true}';

	it('in JSON change nothing but themselves', async ({ expect }) => {
		for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
			const body = `{"${name}":${pollution},${JSON.stringify(contactBody).slice(1)}`;
			const response = await send('/api/contact', { method: 'POST', headers: jsonType, body });
			expect(response.status, name).toBe(201);
			expect(Object.keys(await json(response))).toEqual(['reference', 'url']);
		}
		const nested = `{"constructor":{"prototype":${pollution}},"articles":{"__proto__":${pollution}}}`;
		expect((await send('/api/contact', { method: 'POST', headers: jsonType, body: nested })).status).toBe(422);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
		expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('isAdmin');
	});

	it('cannot stand in for fields that are missing', async ({ expect }) => {
		const body = `{"__proto__":${JSON.stringify(contactBody)}}`;
		const response = await send('/api/contact', { method: 'POST', headers: jsonType, body });
		expect(await problem(response)).toMatchObject({ status: 422, fields: expect.arrayContaining(['name: REQUIRED']) });
		expect(await countRows('requests')).toBe(0);
	});

	it('in forms are fields like any other, and come back to no page', async ({ expect }) => {
		for (const name of ['__proto__', '__proto__[polluted]', 'constructor', 'constructor.prototype.polluted', 'toString', '']) {
			expect((await postForm('/api/contact', { ...contactBody, name: `Ada ${name}`, [name]: 'yes' })).status, name).toBe(303);
			const refused = await postForm('/api/contact', { ...contactBody, email: '?', [name]: 'polluted' });
			expect([refused.status, (await refused.text()).includes('polluted')], name).toEqual([422, false]);
		}
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});

describe('a body that is no text', () => {
	it('of invalid UTF-8 is refused by every write, as JSON and as a form', async ({ expect }) => {
		const bytes = (text: string) => Uint8Array.from([...new TextEncoder().encode(text), 0xc3, 0x28, 0x22, 0x7d]);
		for (const { method, path } of jsonWrites) {
			const response = await send(path, { method, headers: jsonType, body: bytes('{"name":"') });
			expect(await problem(response), `${method} ${path}`).toMatchObject({ status: 400, code: 'MALFORMED' });
		}
		const form = await send('/api/contact', { method: 'POST', headers: formType, body: bytes('name=') });
		expect(form.status).toBe(400);
		// Percent-encoded bytes that are no UTF-8 become U+FFFD, as in every browser: text, and nothing else.
		const encoded = await send('/api/contact', {
			method: 'POST',
			headers: formType,
			body: `${new URLSearchParams(contactBody)}&device=%ff%fe`,
		});
		expect([encoded.status, await env.DB.prepare('SELECT device FROM requests').first('device')]).toEqual([303, '\ufffd\ufffd']);
	});

	it('with U+0000 or half a character is refused in any field, as JSON and as a form', async ({ expect }) => {
		for (const field of Object.keys(contactBody)) {
			for (const text of ['\0', 'a\0b', '\ud800'])
				expect((await postJson('/api/contact', { ...contactBody, [field]: text })).status, field).toBe(422);
			expect((await postForm('/api/contact', { ...contactBody, [field]: 'a\0b' })).status, field).toBe(422);
		}
		expect(await countRows('requests')).toBe(0);
	});
});

describe('a body without measure', () => {
	it('in depth is refused before it is read', async ({ expect }) => {
		const deep = (levels: number) =>
			`{"extra":${'['.repeat(levels)}${']'.repeat(levels)},${JSON.stringify(contactBody).slice(1)}`;
		const post = async (body: string) => (await send('/api/contact', { method: 'POST', headers: jsonType, body })).status;
		expect(await post(deep(jsonDepth - 1))).toBe(201);
		for (const body of [deep(jsonDepth), deep(30_000), '['.repeat(60_000), '{"a":'.repeat(9000)])
			expect(await post(body)).toBe(400);
	});

	it('is measured by brackets that are brackets', ({ expect }) => {
		expect(isDeeper('[[1],[2],[{}]]', 3)).toBe(false);
		expect(isDeeper('[[1],[2],[{}]]', 2)).toBe(true);
		expect(isDeeper('["[[[[[[\\"[[[[","\\\\"]', 1)).toBe(false);
		expect(isDeeper(`["\\\\",[`, 1)).toBe(true);
		expect(isDeeper('["[[[[[', 1)).toBe(false);
	});

	it('in size is refused by every write, whatever its length claims', async ({ expect }) => {
		for (const { method, path } of jsonWrites) {
			const body = `{"extra":"${'x'.repeat(bodyBytes)}"}`;
			expect(await problem(await send(path, { method, headers: jsonType, body })), `${method} ${path}`).toMatchObject({
				code: 'TOO_LARGE',
			});
			const headers = { ...jsonType, 'Content-Length': '2' };
			expect((await send(path, { method, headers, body })).status).toBe(413);
		}
	});

	it('in fields of a form costs no more than their bytes', async ({ expect }) => {
		const many = Array.from({ length: 5000 }, (_, index) => `f${index}=x`).join('&');
		const response = await send('/api/contact', {
			method: 'POST',
			headers: formType,
			body: `${new URLSearchParams(contactBody)}&${many}`,
		});
		expect(response.status).toBe(303);
	});
});
