import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, vi } from 'vitest';

import { watch } from '../../worker/alerts.ts';
import { countFaults } from '../../worker/db/alerts.ts';
import worker from '../../worker/index.ts';
import { cookies, countRows, dayMs, envAt, postForm, send, setUp, start } from './helpers.ts';
import { api, failingAt, minute, newRequest, outbox, provider, sweep } from './outbox-helpers.ts';

setUp();

const logged: Record<string, unknown>[] = [];
const chat = { NOTIFY_SLACK_URL: 'https://hooks.example/slack' };

beforeEach(() => {
	logged.length = 0;
	const keep = (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>);
	vi.spyOn(console, 'error').mockImplementation(keep);
	vi.spyOn(console, 'warn').mockImplementation(keep);
});

const look = (at: number, overrides = {}) => watch(envAt(at, { ...chat, ...overrides }));
const alerts = async () => (await env.DB.prepare('SELECT kind, count FROM alerts ORDER BY kind').all()).results;
const told = async () =>
	(await outbox()).filter(({ about }) => about !== null).map(({ kind, about }) => `${String(kind)} ${String(about)}`);
const shown = () =>
	logged.filter(({ alert }) => alert !== undefined).map(({ alert, state }) => `${String(alert)} ${String(state)}`);

/** Requests that have been answered are owed no first reply. */
async function answered(): Promise<void> {
	await env.DB.prepare('UPDATE requests SET first_reply_at = ?1').bind(start).run();
}

async function desk(path = '/desk/'): Promise<string> {
	const login = cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }));
	return (await send(path, { headers: { Cookie: login, 'Accept-Language': 'en' } })).text();
}

describe('a message that is older than five minutes', () => {
	it('is told once, stays on every page of the desk, and its end is told once, too', async ({ expect }) => {
		await newRequest();
		await answered();
		await look(start + 4 * minute);
		expect(await alerts()).toEqual([]);
		for (const after of [6, 7, 8]) await look(start + after * minute);
		expect([await alerts(), await told(), shown()]).toEqual([[{ kind: 'late', count: 1 }], ['alert late'], ['late begun']]);
		for (const path of ['/desk/', '/desk/callbacks', '/desk/outbox/', '/desk/nothing'])
			expect(await desk(path)).toContain('Messages out are late (1)');
		await env.DB.prepare(`UPDATE outbox SET state = 'sent' WHERE channel = 'mail'`).run();
		await look(start + 9 * minute);
		expect(await desk()).not.toContain('Messages out are late');
		for (const after of [10, 20, 25, 26]) await look(start + after * minute);
		expect([await alerts(), await told()]).toEqual([[], ['alert late', 'recovery late']]);
		expect(shown()).toEqual(['late begun', 'late over']);
	});

	it('is not told anew when it flutters', async ({ expect }) => {
		await newRequest();
		await answered();
		const set = (state: string) => env.DB.prepare(`UPDATE outbox SET state = ?1 WHERE channel = 'mail'`).bind(state).run();
		for (const after of [6, 12, 18, 24, 30, 36]) {
			await set('due');
			await look(start + after * minute);
			await set('sent');
			await look(start + (after + 3) * minute);
		}
		expect(await told()).toEqual(['alert late']);
	});

	it('is none when it was given up and has just been made due again', async ({ expect }) => {
		await newRequest();
		await answered();
		await env.DB.prepare('UPDATE outbox SET due_at = ?1, attempts = 0')
			.bind(start + 60 * minute)
			.run();
		await look(start + 61 * minute);
		expect(await alerts()).toEqual([]);
	});
});

describe('what else is wrong', () => {
	it('is a mail that was given up, until it is set aside; one that we hold back ourselves is none', async ({ expect }) => {
		await newRequest();
		await answered();
		await sweep(start, api, provider(422).fetch);
		await look(start + minute);
		expect(await alerts()).toEqual([{ kind: 'dead', count: 1 }]);
		await look(start + dayMs + 2 * minute);
		await look(start + dayMs + 30 * minute);
		expect([await alerts(), await told()]).toEqual([[{ kind: 'dead', count: 1 }], ['alert dead']]);
		const set = (column: string) => env.DB.prepare(`UPDATE outbox SET ${column} WHERE channel = 'mail'`).run();
		await set('dismissed_at = 1');
		for (const after of [32, 50]) await look(start + dayMs + after * minute);
		expect([await alerts(), await told()]).toEqual([[], ['alert dead', 'recovery dead']]);
		await set(`failure = 'DAY_LIMIT', dismissed_at = NULL`);
		await look(start + 2 * dayMs);
		expect(await alerts()).toEqual([]);
	});

	it('is a message that a queue’s consumer could not work with', async ({ expect }) => {
		await env.DB.prepare(`INSERT INTO dead_letters (queue, day, count) VALUES ('help-centre-outbox', ?1, 3)`)
			.bind(start - (start % dayMs))
			.run();
		await look(start + minute);
		expect(await alerts()).toEqual([{ kind: 'lost', count: 3 }]);
		for (const after of [0, 20]) await look(start + 3 * dayMs + after * minute);
		expect([await alerts(), await told()]).toEqual([[], ['alert lost']]);
	});

	it('is a first reply that is overdue, and no longer once it is given', async ({ expect }) => {
		const { reference } = await newRequest();
		const due = await env.DB.prepare('SELECT due_at FROM requests WHERE reference = ?1').bind(reference).first<number>('due_at');
		await env.DB.prepare('DELETE FROM outbox').run();
		await look(Number(due) - minute);
		expect(await alerts()).toEqual([]);
		await look(Number(due) + minute);
		expect(await alerts()).toEqual([{ kind: 'overdue', count: 1 }]);
		expect(await desk()).toMatch(/First replies are overdue \(1\)[\s\S]*view=overdue/);
		await answered();
		await look(Number(due) + 2 * minute);
		expect(await desk()).not.toContain('overdue (');
	});
});

describe('alerts', () => {
	it('reach the staff’s chat with what is wrong and where to look, and name nobody', async ({ expect }) => {
		await newRequest();
		await answered();
		await look(start + 6 * minute);
		const asked = provider(200);
		await sweep(start + 6 * minute, chat, asked.fetch);
		const text = JSON.stringify(asked.calls.map(({ body }) => body));
		expect(text).toMatch(/⚠ 消息超过五分钟没有发出 \/ messages out are more than five minutes late · https:\/\/[^ ]+\/desk\//);
		expect(text).not.toMatch(/ada|R-/i);
	});

	it('about a chat that is down do not lead to alerts about themselves', async ({ expect }) => {
		await newRequest();
		await answered();
		await look(start + 6 * minute);
		await env.DB.prepare(`DELETE FROM outbox WHERE channel = 'mail'`).run();
		for (let after = 7; after < 400; after += 20) {
			await sweep(start + after * minute, chat, provider(500).fetch);
			await look(start + after * minute);
		}
		expect([await alerts(), await told()]).toEqual([[], ['alert late', 'recovery late']]);
	});

	it('are told once although two sweeps look at the same time', async ({ expect }) => {
		await newRequest();
		await answered();
		await Promise.all([look(start + 6 * minute), look(start + 6 * minute + 1)]);
		expect([await alerts(), await told()]).toEqual([[{ kind: 'late', count: 1 }], ['alert late']]);
	});

	it('that cannot be looked for do not keep the rest of the minute’s work from being done', async ({ expect }) => {
		await newRequest();
		const DB = failingAt('dead_letters WHERE day >=');
		await expect(worker.scheduled?.({} as ScheduledController, envAt(start + minute, { DB }))).rejects.toThrow('D1_ERROR');
		expect(await countRows('mailbox')).toBe(1);
	});

	it('are found by indexes', async ({ expect }) => {
		const asked: string[] = [];
		const DB = {
			prepare: (sql: string) => (asked.push(sql), env.DB.prepare(sql)),
			batch: (all: D1PreparedStatement[]) => env.DB.batch(all),
		};
		await countFaults(DB as D1Database, { now: start, lateBefore: start, judgedBefore: start, day: start });
		for (const sql of asked) {
			const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
				.bind(...['?1', '?2'].filter((parameter) => sql.includes(parameter)).map(() => 1))
				.all<{ detail: string }>();
			// A few rows a day at most.
			expect(results.map(({ detail }) => detail).filter((step) => /^SCAN (?!dead_letters)/.test(step))).toEqual([]);
		}
	});
});
