import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, vi } from 'vitest';

import { callbackBody, contactBody, cookies, json, postForm, postJson, secretOf, send, sendJson, setUp } from './helpers.ts';
import type { SendOptions } from './helpers.ts';

setUp();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

/** A database that counts what it is asked, and can be told to fail from the nth question on. */
function watched(failFrom = Infinity) {
	const asked: string[] = [];
	const ask = <Answer>(what: string, answer: () => Promise<Answer>): Promise<Answer> => {
		asked.push(what);
		return asked.length >= failFrom ? Promise.reject(new Error('D1_ERROR: connection lost')) : answer();
	};
	const single = new Set(['run', 'first', 'all', 'raw']);
	const wrap = (statement: D1PreparedStatement): D1PreparedStatement =>
		new Proxy(statement, {
			get(target, name: keyof D1PreparedStatement) {
				if (String(name) === 'original') return target;
				if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values));
				const method: unknown = Reflect.get(target, name);
				if (typeof method !== 'function') return method;
				const call = (...args: unknown[]): unknown => Reflect.apply(method, target, args);
				return single.has(name) ? (...args: unknown[]) => ask(name, async () => call(...args)) : call;
			},
		});
	const original = (statement: D1PreparedStatement): D1PreparedStatement => Reflect.get(statement, 'original');
	const DB = {
		prepare: (sql: string) => wrap(env.DB.prepare(sql)),
		batch: (all: D1PreparedStatement[]) => ask('batch', () => env.DB.batch(all.map(original))),
	};
	return { asked, overrides: { DB } };
}

/** Every table but the one that says who has opened the desk. */
async function everything(): Promise<Map<string, string>> {
	const { results } = await env.DB.prepare(
		`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('_cf_METADATA', 'staff')`,
	).all<{ name: string }>();
	const read = async ({ name }: { name: string }) =>
		[
			name,
			JSON.stringify(
				await env.DB.prepare(`SELECT * FROM "${name}"`)
					.all()
					.then((rows) => rows.results),
			),
		] as const;
	return new Map(await Promise.all(results.map(read)));
}

function differences(before: Map<string, string>, after: Map<string, string>): string[] {
	return [...before.keys()].filter((table) => before.get(table) !== after.get(table));
}

/** Each write that people and staff can make, on a request that is there. */
async function writes(): Promise<Record<string, (options: SendOptions) => Promise<Response>>> {
	const { reference, url } = await json<{ reference: string; url: string }>(await postJson('/api/contact', contactBody));
	const headers = { Authorization: `Bearer ${secretOf(url)}` };
	const path = `/api/requests/${reference}`;
	const Cookie = cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }));
	const desk = (fields: Record<string, string>) => (options: SendOptions) =>
		postForm(`/desk/requests/${reference}`, { version: '1', ...fields }, { Cookie }, options);
	return {
		contact: (options) => postJson('/api/contact', { ...contactBody, email: 'grace@example.com' }, {}, options),
		callback: (options) => postJson('/api/callbacks', callbackBody, {}, options),
		links: (options) => postJson('/api/links', { email: contactBody.email, locale: 'en' }, {}, options),
		message: (options) =>
			postJson(`${path}/messages`, { message: 'One more thing about it.' }, { ...headers, 'Idempotency-Key': 'once' }, options),
		solved: (options) => postJson(`${path}/state`, { state: 'solved' }, headers, options),
		reply: desk({ action: 'reply', text: 'Which network?' }),
		note: desk({ action: 'note', text: 'Checked.' }),
		erasure: (options) => sendJson('DELETE', path, undefined, headers, options),
	};
}

const names = ['contact', 'callback', 'links', 'message', 'solved', 'reply', 'note', 'erasure'] as const;

describe('a database that stops answering', () => {
	it.each(names)('at any step of a write leaves it undone or done whole, and it can be made again: %s', async (name) => {
		const { expect } = await import('vitest');
		const write = (await writes())[name];
		if (!write) throw new Error(name);
		let failures = 0;
		for (let step = 1; ; step++) {
			const before = await everything();
			const { asked, overrides } = watched(step);
			const { status } = await write({ overrides });
			if (status < 400) break;
			// Answered before the failing step was reached: that would be an error of another kind.
			expect(asked.length).toBe(step);
			expect(status).toBeGreaterThanOrEqual(500);
			const changed = differences(before, await everything());
			failures++;
			if (changed.length === 0) continue;
			// Stored whole, and only its answer was lost: made again, it is the same write.
			const stored = await everything();
			expect((await write({})).status).toBeLessThan(400);
			expect(differences(stored, await everything())).toEqual([]);
			return;
		}
		expect(failures).toBeGreaterThan(0);
	});
});

describe('posting a request', () => {
	it('takes one batch and no more than three round trips to the database', async ({ expect }) => {
		const { asked, overrides } = watched();
		const answer = await postJson('/api/contact', { ...contactBody, articles: [] }, { 'Idempotency-Key': 'once' }, { overrides });
		expect(answer.status).toBe(201);
		expect(asked.filter((what) => what === 'batch')).toHaveLength(1);
		expect(asked.length).toBeLessThanOrEqual(3);
	});

	it('also without script, up to the page that confirms it', async ({ expect }) => {
		const { asked, overrides } = watched();
		const answer = await postForm('/api/contact', contactBody, {}, { overrides });
		expect([answer.status, asked.filter((what) => what === 'batch').length]).toEqual([303, 1]);
		expect(asked.length).toBeLessThanOrEqual(3);
		expect((await send(answer.headers.get('Location') ?? '', { headers: { Cookie: cookies(answer) } })).status).toBe(200);
	});
});
