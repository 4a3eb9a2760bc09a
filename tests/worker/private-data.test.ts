import { createMessageBatch, createExecutionContext, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, it, vi } from 'vitest';

import { allRoutes } from './all-routes.ts';
import { anyArticle, callbackBody, contactBody, cookies, json, postForm, postJson, secretOf, send, setUp } from './helpers.ts';
import { mailbox, sweep } from './outbox-helpers.ts';
import worker from '../../worker/index.ts';

setUp();

/** Every value is found nowhere else, so that one look tells where it went. */
const marked = {
	name: 'Markedname',
	email: 'markedmail@example.com',
	message: 'Markedmessage about a transfer that has not arrived.',
	device: 'Markeddevice',
	appVersion: 'Markedversion',
	phone: '+8613912345678',
	note: 'Markednote',
	comment: 'Markedcomment',
};
const network = { 'CF-Connecting-IP': '203.0.113.77' };
const agent = { 'User-Agent': 'Markedagent', Referer: 'http://localhost/markedreferer', Cookie: 'markedcookie=1' };
const key = '0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318';
const phrase = 'abandon '.repeat(11).concat('about');
const everything = /marked|203\.0\.113|13912345678|139 1234|4c0883a6|abandon/i;

/** What stands where a person's words belong: column by table. */
const homes: Record<string, string[]> = {
	requests: ['name', 'email', 'message', 'device', 'app_version'],
	callbacks: ['name', 'phone', 'email', 'note'],
	votes: ['comment'],
	request_messages: ['body'],
	request_terms: ['term'],
	request_ratings: ['comment'],
	callback_notes: ['body'],
	callback_ratings: ['comment'],
	request_events: ['reason'],
	request_files: ['name'],
	mailbox: ['recipient'],
};

const output: string[] = [];

function listen(): void {
	output.length = 0;
	for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
		vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void output.push(args.map(String).join(' ')));
}

afterEach(() => vi.restoreAllMocks());

/** Every value of every table that is not in its own column. */
async function strayValues(): Promise<string[]> {
	const { results: tables } = await env.DB.prepare(
		`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
	).all<{
		name: string;
	}>();
	const stray: string[] = [];
	for (const { name } of tables) {
		const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
		for (const row of results)
			for (const [column, value] of Object.entries(row))
				if (!homes[name]?.includes(column)) stray.push(`${name}.${column}=${String(value)}`);
	}
	return stray;
}

async function everyWrite(body: Record<string, unknown>): Promise<void> {
	const article = await anyArticle();
	const filled = {
		...contactBody,
		...callbackBody,
		article: article.id,
		value: 'no',
		query: 'markedquery of mine',
		results: 0,
		...body,
	};
	const headers = { ...network, ...agent, 'Idempotency-Key': `marked-${Math.random()}`, 'X-Request-Id': 'trace-0001' };
	for (const { method, path } of allRoutes()) {
		const url = `${path}?marked=${encodeURIComponent(String(body['message'] ?? ''))}&token=marked`;
		if (method === 'GET') {
			await send(url, { headers: { ...network, ...agent, Authorization: 'Bearer markedsecret' } });
			continue;
		}
		await send(url, { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(filled) });
		const form = new URLSearchParams(Object.entries(filled).map(([name, value]) => [name, String(value)]));
		await send(url, { method, headers: { ...headers, Accept: 'text/html' }, body: form });
		await send(url, { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: `{"message":"marked${key}` });
	}
}

describe('what people send', () => {
	it(
		'stands in its own columns and nowhere else: no log, no other table, no address',
		{ timeout: 30_000 },
		async ({ expect }) => {
			listen();
			const messages: unknown[] = [];
			const stored = await json<{ url: string }>(
				await postJson('/api/contact', { ...contactBody, ...marked }, { ...network, ...agent }),
			);
			await postJson('/api/callbacks', { ...callbackBody, ...marked }, { ...network, ...agent });
			await everyWrite(marked);
			await everyWrite({ ...marked, email: 'markedmail', phone: 'markedphone', topic: 'marked', slot: 'marked' });
			await sweep();
			expect((await mailbox()).map(({ recipient }) => recipient)).toContain(marked.email);
			const SEARCH_MISSES = { send: async (message: unknown) => void messages.push(message) };
			const miss = { locale: 'en', query: 'markedmail@example.com 203.0.113.77 staking', results: 0 };
			await postJson('/api/search-misses', miss, { ...network, ...agent }, { overrides: { SEARCH_MISSES } });
			expect(
				await env.DB.prepare('SELECT COUNT(*) FROM requests WHERE name = ?1').bind(marked.name).first('COUNT(*)'),
			).toBeGreaterThan(0);
			expect(output.length, 'errors were logged').toBeGreaterThan(5);
			expect(output.join('\n')).not.toMatch(everything);
			expect((await strayValues()).join('\n')).not.toMatch(everything);
			expect(JSON.stringify(messages)).not.toMatch(/markedmail|203\.0/);
			expect((await strayValues()).join('\n'), 'secrets of private links').not.toContain(secretOf(stored.url));
			for (const line of output)
				expect(JSON.parse(line)).toMatchObject({ requestId: expect.any(String), code: expect.any(String) });
		},
	);

	it('and holds a key or a phrase is kept nowhere at all', { timeout: 30_000 }, async ({ expect }) => {
		listen();
		for (const secret of [key, phrase]) {
			await everyWrite({
				message: `Please help: ${secret}`,
				note: secret,
				comment: secret,
				query: secret,
				name: secret.slice(0, 70),
			});
			const headers = { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })) };
			await send(`/desk/?cursor=${encodeURIComponent(secret)}`, { headers });
		}
		const tables = await env.DB.prepare(
			`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
		).all<{ name: string }>();
		for (const { name } of tables.results) {
			const rows = JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results);
			expect(rows, name).not.toMatch(/4c0883a6|abandon/);
		}
		expect(output.join('\n')).not.toMatch(/4c0883a6|abandon|marked/i);
	});

	it('is not logged by the queue’s consumer either, when it cannot read or write it', async ({ expect }) => {
		listen();
		const queue = 'help-centre-search-misses';
		const batch = createMessageBatch(queue, [
			{ id: '1', timestamp: new Date(), attempts: 1, body: { ...marked, query: phrase } },
		]);
		const context = createExecutionContext();
		await worker.queue(batch, env as Env);
		await getQueueResult(batch, context);
		const dead = createMessageBatch(`${queue}-dead`, [
			{ id: '2', timestamp: new Date(), attempts: 1, body: { query: phrase, ...marked } },
		]);
		await worker.queue(dead, env as Env);
		expect(output.join('\n')).not.toMatch(everything);
		expect((await strayValues()).join('\n')).not.toMatch(everything);
	});
});
