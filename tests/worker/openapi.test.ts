import { describe, it } from 'vitest';

import { length, rates } from '#shared/limits';

import { createApp } from '../../worker/app.ts';
import { json, send, setUp } from './helpers.ts';

setUp();

interface Document {
	openapi: string;
	paths: Record<
		string,
		Record<string, { responses: Record<string, unknown>; requestBody?: { content: object }; description?: string }>
	>;
	components: {
		schemas: Record<string, { properties: Record<string, { maxLength?: number }>; required?: string[] }>;
		responses: object;
	};
}

async function read(): Promise<Document> {
	return json<Document>(await send('/api/openapi.json'));
}

describe('/api/openapi.json', () => {
	it('describes every route of the API, and no other', async ({ expect }) => {
		const { openapi, paths } = await read();
		expect(openapi).toBe('3.1.1');
		const described = Object.entries(paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method} ${path}`),
		);
		const routed = createApp()
			.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
			.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
		expect(described.sort()).toEqual([...new Set(routed)].sort());
	});

	it('carries the limits that the routes enforce', async ({ expect }) => {
		const { components, paths } = await read();
		expect(components.schemas['Contact']?.properties['name']?.maxLength).toBe(length.name);
		expect(components.schemas['Contact']?.required).toEqual(
			expect.arrayContaining(['locale', 'topic', 'name', 'email', 'message']),
		);
		expect(paths['/api/contact']?.['post']?.description).toContain(String(rates.contact.hour));
	});

	it('resolves every reference, the types of problems included', async ({ expect }) => {
		const document = await read();
		const references = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]*)"/g)].map(([, target]) => target ?? '');
		const { type } = await json<{ type: string }>(await send('/api/nothing'));
		for (const target of [...references, `#${type.split('#')[1]}`]) {
			const found = target
				.slice(2)
				.split('/')
				.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
			expect(found, target).toBeTypeOf('object');
		}
	});

	it('says which calls take plain forms', async ({ expect }) => {
		const { paths } = await read();
		expect(Object.keys(paths['/api/contact']?.['post']?.requestBody?.content ?? {})).toContain(
			'application/x-www-form-urlencoded',
		);
		expect(Object.keys(paths['/api/callbacks/{reference}']?.['patch']?.requestBody?.content ?? {})).toEqual(['application/json']);
	});
});
