import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { site } from '#config/site';
import { reopenDays } from '#shared/limits';

import { closeStale } from '../../worker/db/closing.ts';
import { purgeExpired, purgeParents } from '../../worker/db/purge.ts';
import { purge } from '../../worker/purge.ts';
import {
	contactBody,
	cookies,
	countRows,
	dayMs,
	envAt,
	json,
	postForm,
	postJson,
	secretOf,
	send,
	sendJson,
	setUp,
	start,
} from './helpers.ts';
import { failingAt } from './outbox-helpers.ts';

setUp();

const { requests, callbacks, untouched, audit } = site.retentionDays;

async function newRequest() {
	const { reference, url } = await json<{ reference: string; url: string }>(await postJson('/api/contact', contactBody));
	const headers = { Authorization: `Bearer ${secretOf(url)}` };
	const path = `/api/requests/${reference}`;
	const say = (state: string, at: number) => sendJson('POST', `${path}/state`, { state }, headers, { at });
	return { reference, path, headers, say };
}

const state = () => env.DB.prepare('SELECT state, ended_at, version FROM requests').first();
const lastEvent = () => env.DB.prepare('SELECT event FROM request_events ORDER BY id DESC LIMIT 1').first('event');
const tick = (days: number) => purge(envAt(start + days * dayMs));

describe('a solved request', () => {
	it('is closed when it can no longer be reopened, and says so in its timeline', async ({ expect }) => {
		const { say } = await newRequest();
		await say('solved', start);
		const solved = await state();
		await tick(reopenDays - 1);
		expect(await state()).toEqual(solved);
		await tick(reopenDays + 1);
		expect([await state(), await lastEvent()]).toEqual([
			{ ...solved, state: 'closed', version: Number(solved?.['version']) + 1 },
			'closed',
		]);
		expect((await say('reopen', start + (reopenDays + 1) * dayMs)).status).toBe(409);
	});

	it('is told of by no mail when it is closed: nothing has happened that was not told before', async ({ expect }) => {
		const { say } = await newRequest();
		await say('solved', start);
		const owed = await countRows('outbox');
		await tick(reopenDays + 1);
		expect(await countRows('outbox')).toBe(owed);
	});

	it(`is removed ${requests} days after it ended, not after it was sent`, async ({ expect }) => {
		const { say } = await newRequest();
		await say('solved', start + 200 * dayMs);
		await tick(requests + 100);
		expect(await countRows('requests')).toBe(1);
		await tick(requests + 201);
		for (const table of ['requests', 'request_events', 'request_messages', 'outbox']) expect(await countRows(table)).toBe(0);
	});
});

describe('an open request', () => {
	it('is kept however old it is while something happens in it', async ({ expect }) => {
		const { path, headers } = await newRequest();
		for (const days of [untouched - 5, 2 * untouched - 20]) {
			const text = { message: `Still not solved on day ${days}.` };
			expect((await postJson(`${path}/messages`, text, headers, { at: start + days * dayMs })).status).toBe(201);
			await tick(days + 20);
			expect(await state()).toMatchObject({ state: 'received', ended_at: null });
		}
	});

	it('is closed when nothing has happened in it for a year, can then be reopened, and goes a year later', async ({ expect }) => {
		const { say } = await newRequest();
		await tick(untouched + 1);
		expect([await state(), await lastEvent()]).toMatchObject([{ state: 'closed' }, 'closed']);
		expect((await say('reopen', start + (untouched + 2) * dayMs)).status).toBe(200);
		await tick(2 * untouched + 3);
		expect(await state()).toMatchObject({ state: 'closed' });
		await tick(2 * untouched + requests + 5);
		expect(await countRows('requests')).toBe(0);
	});

	it('is not overwritten by a form that was opened before it was closed', async ({ expect }) => {
		const { reference } = await newRequest();
		const login = cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }));
		await tick(untouched + 1);
		const form = { action: 'reply', version: '1', text: 'Which network?' };
		const answer = await postForm(`/desk/requests/${reference}`, form, { Cookie: login });
		expect([answer.status, await countRows('request_messages')]).toEqual([409, 0]);
	});
});

describe('the minute’s work', () => {
	it('is a hundred requests at a time, and ends', async ({ expect }) => {
		const rows = Array.from({ length: 150 }, (_, index) =>
			env.DB.prepare(
				`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, team, updated_at, ended_at)
				VALUES (?1, 'solved', 'en', 'other', 0, '', 'a@example.com', '', 1, 'support', 1, ?2)`,
			).bind(`R-${index}`, start),
		);
		await env.DB.batch(rows);
		const left = () => env.DB.prepare(`SELECT COUNT(*) AS n FROM requests WHERE state = 'solved'`).first('n');
		await tick(reopenDays + 1);
		expect(await left()).toBe(50);
		await tick(reopenDays + 1);
		await tick(reopenDays + 1);
		expect([await left(), await countRows('request_events')]).toEqual([0, 150]);
	});

	it('removes old lines of the audit log, and never one that is younger than a year', async ({ expect }) => {
		const add = env.DB.prepare(`INSERT INTO audit_log (at, actor, action, subject) VALUES (?1, 'a', 'replied', 'R-AUDIT')`);
		await env.DB.batch([add.bind(Date.now()), add.bind(1)]);
		const lines = env.DB.prepare(`SELECT COUNT(*) AS n FROM audit_log WHERE subject = 'R-AUDIT'`);
		await tick(audit + 1);
		expect(await lines.first('n')).toBe(1);
	});

	it('removes fifty requests at a time, by themselves, whatever else cannot be removed', async ({ expect }) => {
		const add = env.DB.prepare(
			`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, team, updated_at, ended_at)
			VALUES (?1, 'closed', 'en', 'other', 0, '', 'a@example.com', '', 1, 'support', 1, ?2)`,
		);
		await env.DB.batch(Array.from({ length: 60 }, (_, index) => add.bind(`R-${index}`, start)));
		const DB = failingAt('DELETE FROM staff');
		await expect(purge(envAt(start + (requests + 1) * dayMs, { DB }))).rejects.toThrow('D1_ERROR');
		expect(await countRows('requests')).toBe(10);
	});

	it('unblocks after a year, forgets who of the staff was not there for one, and days that were closed', async ({ expect }) => {
		await env.DB.batch([
			env.DB.prepare(`INSERT INTO blocked_senders (sender, since, agent, reference) VALUES ('s', ?1, 'a', 'R-1')`).bind(start),
			env.DB.prepare(`INSERT INTO blocked_numbers (hash, booking, at) VALUES ('h', 'C-1', ?1)`).bind(start),
			env.DB.prepare(`INSERT INTO staff (email, role, first_seen, last_seen) VALUES ('a', 'agent', 1, ?1)`).bind(start),
			env.DB.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (?1, ?2, 1)').bind(start, start + dayMs),
		]);
		const left = () =>
			Promise.all(['blocked_senders', 'blocked_numbers', 'staff', 'closed_days'].map((table) => countRows(table)));
		await tick(callbacks);
		expect(await left()).toEqual([1, 1, 1, 1]);
		await tick(callbacks + 2);
		expect(await left()).toEqual([1, 1, 1, 0]);
		await tick(364);
		expect(await left()).toEqual([1, 1, 1, 0]);
		await tick(366);
		expect(await left()).toEqual([0, 0, 0, 0]);
	});

	it('removes although nothing can be closed', async ({ expect }) => {
		await postJson('/api/contact', contactBody, { 'Idempotency-Key': 'old' });
		const DB = failingAt('COALESCE(ended_at');
		await expect(purge(envAt(start + 4 * dayMs, { DB }))).rejects.toThrow('D1_ERROR');
		expect(await countRows('idempotency_keys')).toBe(0);
	});

	it('finds what is over by indexes, however many requests there are', async ({ expect }) => {
		const asked: string[] = [];
		const DB = { prepare: (sql: string) => (asked.push(sql), env.DB.prepare(sql)) } as unknown as D1Database;
		closeStale(DB, { solved: 1, untouched: 1, at: 1 });
		const before = {
			now: 1,
			networks: 1,
			requests: 1,
			callbacks: 1,
			voteComments: 1,
			searchMisses: 1,
			audit: 1,
			blocked: 1,
			staff: 1,
		};
		purgeExpired(DB, before);
		purgeParents(DB, before);
		expect(asked.length).toBeGreaterThan(18);
		for (const sql of asked) {
			const values = Array.from({ length: Math.max(...[...sql.matchAll(/\?(\d)/g)].map(([, nth]) => Number(nth))) }, () => 1);
			const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
				.bind(...values)
				.all<{ detail: string }>();
			// A few rows a day at most.
			const scans = results.map(({ detail }) => detail).filter((step) => /^SCAN (?!\(subquery|dead_letters)/.test(step));
			expect(scans, sql).toEqual([]);
		}
	});
});

describe('what the privacy page says', () => {
	it.each(['en', 'zh-cn'])('is how long things are kept, and when backups are gone (%s)', async (locale) => {
		const { expect } = await import('vitest');
		const page = await (await send(`/${locale}/privacy/`)).text();
		for (const days of [...Object.values(site.retentionDays), reopenDays, 30]) expect(page).toContain(String(days));
	});
});
