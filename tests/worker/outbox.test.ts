import { createMessageBatch } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, vi } from 'vitest';

import { unverifiedMails } from '#shared/limits';

import { listOpenRequests } from '../../worker/db/mail-targets.ts';
import { claimMessages, listMessagesOf, listOutbox } from '../../worker/db/outbox.ts';
import worker from '../../worker/index.ts';
import { mostAttempts } from '../../worker/outbox/outbox.ts';
import { addressHeader, contactBody, countRows, dayMs, envAt, hourMs, postJson, setUp, start } from './helpers.ts';
import { api, failingAt, mailbox, minute, newRequest, outbox, provider, sweep } from './outbox-helpers.ts';

setUp();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

function nudges(count: number): MessageBatch {
	const messages = Array.from({ length: count }, (_, id) => ({ id: String(id), timestamp: new Date(), attempts: 1, body: {} }));
	return createMessageBatch('help-centre-outbox', messages);
}

describe('a stored request', () => {
	it('owes an acknowledgement, written with it and naming nobody', async ({ expect }) => {
		const { reference } = await newRequest();
		expect(await outbox()).toMatchObject([
			{ kind: 'acknowledgement', channel: 'mail', reference, locale: 'en', state: 'due', attempts: 0 },
		]);
		expect(JSON.stringify(await outbox())).not.toMatch(/ada|arrived/i);
	});

	it('owes none when it is not stored, and no second one when it is sent again', async ({ expect }) => {
		const broken = { ...env.DB, prepare: (sql: string) => env.DB.prepare(sql.replace('request_events', 'nowhere')) };
		const overrides = { DB: Object.assign(broken, { batch: env.DB.batch.bind(env.DB) }) };
		expect((await postJson('/api/contact', contactBody, {}, { overrides })).status).toBe(500);
		expect([await countRows('requests'), await countRows('outbox')]).toEqual([0, 0]);
		await newRequest({}, { 'Idempotency-Key': 'once' });
		await newRequest({}, { 'Idempotency-Key': 'once' });
		expect([await countRows('requests'), await countRows('outbox')]).toEqual([1, 1]);
	});

	it('is stored and acknowledged although the queue is down', async ({ expect }) => {
		const OUTBOX = { send: async () => Promise.reject(new Error('the queue is down')) };
		expect((await postJson('/api/contact', contactBody, {}, { overrides: { OUTBOX } })).status).toBe(201);
		await sweep();
		expect(await mailbox()).toHaveLength(1);
	});
});

describe('what is due', () => {
	it('is sent once, by however many sweeps and redelivered nudges at a time', async ({ expect }) => {
		for (let index = 0; index < 25; index++) await newRequest({ email: `p${index}@example.com` }, addressHeader(index));
		const mails = provider(200);
		await Promise.all([sweep(start, api, mails.fetch), sweep(start, api, mails.fetch), sweep(start, api, mails.fetch)]);
		expect(mails.calls).toHaveLength(25);
		expect(new Set(mails.calls.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(25);
		for (let round = 0; round < 2; round++) await worker.queue(nudges(3), envAt(start + minute));
		expect([(await mailbox()).length, (await outbox()).every(({ state }) => state === 'sent')]).toEqual([0, true]);
	});

	it('is sent by the sweep of every minute, and by a nudge', async ({ expect }) => {
		await newRequest();
		await worker.scheduled?.({} as ScheduledController, envAt(start + minute));
		await newRequest({ email: 'grace@example.com' });
		await worker.queue(nudges(1), envAt(start + minute));
		expect((await mailbox()).map(({ recipient }) => recipient).sort()).toEqual(['ada@example.com', 'grace@example.com']);
	});

	it('waits while nothing is configured to send it in production', async ({ expect }) => {
		await newRequest();
		const production = { ENVIRONMENT: 'production', DESK_TOKEN: '', CLOCK_OFFSET_MS: '' };
		await sweep(start, production);
		expect(await outbox()).toMatchObject([{ state: 'due', attempts: 0 }]);
	});

	it('is forgotten when the request has been erased', async ({ expect }) => {
		const { reference } = await newRequest();
		await sweep();
		await newRequest({ email: 'grace@example.com' });
		await env.DB.prepare('DELETE FROM requests WHERE reference = ?1').bind(reference).run();
		expect([await countRows('outbox'), await countRows('mailbox')]).toEqual([1, 0]);
		await env.DB.prepare('UPDATE outbox SET reference = ?1').bind('R-00000-00000').run();
		await sweep();
		expect([await countRows('outbox'), await countRows('mailbox')]).toEqual([0, 0]);
	});

	it(`goes to an address that nobody has proved theirs ${unverifiedMails} times a day`, async ({ expect }) => {
		for (let index = 0; index <= unverifiedMails; index++) await newRequest({}, addressHeader(index));
		await sweep();
		expect(await countRows('mailbox')).toBe(unverifiedMails);
		expect((await outbox()).filter(({ state }) => state === 'dead')).toMatchObject([{ failure: 'DAY_LIMIT' }]);
		await newRequest({ email: 'ADA@example.com' }, addressHeader(99));
		await sweep(start + dayMs);
		expect(await countRows('mailbox')).toBe(unverifiedMails + 1);
	});
});

describe('a provider that fails', () => {
	it('is asked again after pauses that double up to an hour, and given up in the end', async ({ expect }) => {
		await newRequest();
		const down = provider(500);
		const pauses: number[] = [];
		let at = start;
		for (let attempt = 1; attempt <= mostAttempts; attempt++) {
			await sweep(at, api, down.fetch);
			const [row] = await outbox();
			if (row?.['state'] === 'due') pauses.push(Math.round((Number(row['due_at']) - at) / minute));
			await sweep(Number(row?.['due_at']) - 2000, api, down.fetch);
			at = Number(row?.['due_at']);
		}
		expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
		expect([down.calls.length, await outbox()]).toMatchObject([
			mostAttempts,
			[{ state: 'dead', failure: 'HTTP_500', unsure: 0 }],
		]);
		await sweep(at + dayMs, api, down.fetch);
		expect(down.calls).toHaveLength(mostAttempts);
	});

	it('and then works again has each mail sent once', async ({ expect }) => {
		await newRequest();
		const shaky = provider(503, 429, 200);
		for (const after of [0, 1, 3, 10]) await sweep(start + after * minute, api, shaky.fetch);
		expect([shaky.calls.length, await outbox()]).toMatchObject([3, [{ state: 'sent', attempts: 3, failure: null }]]);
		expect((await listOutbox(env.DB, 5)).twice).toEqual([]);
	});

	it('by refusing a mail for good is not asked again', async ({ expect }) => {
		await newRequest();
		const refusing = provider(422);
		for (const after of [0, 1, 60]) await sweep(start + after * minute, api, refusing.fetch);
		expect([refusing.calls.length, await outbox()]).toMatchObject([1, [{ state: 'dead', failure: 'HTTP_422' }]]);
	});

	it('does not keep the next mail from being sent', async ({ expect }) => {
		await newRequest();
		await newRequest({ email: 'grace@example.com' });
		const once = provider(500, 200);
		await sweep(start, api, once.fetch);
		expect(new Set((await outbox()).map(({ state }) => state))).toEqual(new Set(['due', 'sent']));
	});
});

describe('an attempt without an answer', () => {
	it.each([
		['no', 1],
		['yes', 0],
	])('is called possibly sent twice only where the provider lacks idempotency (it has: %s)', async (has, twice) => {
		const { expect } = await import('vitest');
		await newRequest();
		const slow = provider('timeout', 200);
		const settings = { ...api, MAIL_API_IDEMPOTENT: has };
		await sweep(start, settings, slow.fetch);
		expect(await outbox()).toMatchObject([{ state: 'due', failure: 'NO_ANSWER', unsure: twice }]);
		await sweep(start + 2 * minute, settings, slow.fetch);
		expect(slow.calls[0]?.headers.get('Idempotency-Key')).toBe(slow.calls[1]?.headers.get('Idempotency-Key'));
		expect((await listOutbox(env.DB, 5)).twice).toHaveLength(twice);
	});

	it.each([
		['no', 1],
		['yes', 0],
	])(
		'because the Worker died between sending and marking is made again when its lease has ended (idempotent: %s)',
		async (has, twice) => {
			const { expect } = await import('vitest');
			await newRequest();
			const mails = provider(200);
			const settings = { ...api, MAIL_API_IDEMPOTENT: has };
			await sweep(start, { ...settings, DB: failingAt(`state = 'sent'`) }, mails.fetch);
			await sweep(start + minute, settings, mails.fetch);
			expect([mails.calls.length, await outbox()]).toMatchObject([1, [{ state: 'sending' }]]);
			await sweep(start + 3 * minute, settings, mails.fetch);
			expect([mails.calls.length, await outbox()]).toMatchObject([2, [{ state: 'sent', unsure: twice }]]);
		},
	);

	it('leaves one mail in the local mailbox', async ({ expect }) => {
		await newRequest();
		await sweep(start, { DB: failingAt(`state = 'sent'`) });
		await sweep(start + 3 * minute);
		expect([await countRows('mailbox'), await outbox()]).toMatchObject([1, [{ state: 'sent', attempts: 2, unsure: 0 }]]);
	});

	it('does not go on for ever when it takes the Worker down each time', async ({ expect }) => {
		await newRequest();
		const mails = provider(200);
		for (let round = 0; round <= mostAttempts; round++)
			await sweep(start + round * hourMs, { ...api, DB: failingAt(`state = 'sent'`) }, mails.fetch);
		expect([mails.calls.length, await outbox()]).toMatchObject([mostAttempts, [{ state: 'dead', failure: 'INTERRUPTED' }]]);
	});
});

describe('ten thousand messages', () => {
	it('are looked through by indexes, in the sweep and at the desk', async ({ expect }) => {
		const asked: string[] = [];
		const DB = {
			prepare: (sql: string) => {
				asked.push(sql);
				return env.DB.prepare(sql);
			},
			batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
		} as D1Database;
		await claimMessages(DB, { now: start, until: start, channels: ['mail'], repeating: [], limit: 10 });
		await listOutbox(DB, 10);
		await listMessagesOf(DB, 'R-00000-00000');
		await listOpenRequests(DB, 'ada@example.com', 10);
		expect(asked).toHaveLength(8);
		for (const sql of asked) {
			const values = Array.from({ length: Math.max(...[...sql.matchAll(/\?(\d)/g)].map(([, nth]) => Number(nth))) }, () => '[]');
			const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
				.bind(...values)
				.all<{ detail: string }>();
			const plan = results.map(({ detail }) => detail);
			expect(plan.filter((step) => /^SCAN (outbox|requests)(?! USING INDEX outbox_unsure)/.test(step))).toEqual([]);
			expect(plan.join()).toContain(sql.includes('unsure = 1') ? 'USING INDEX outbox_unsure' : 'USING INDEX');
		}
	});
});

describe('a database that fails', () => {
	it('has the nudges come again, and does not keep the rest of the minute’s work from being done', async ({ expect }) => {
		await newRequest({}, { 'Idempotency-Key': 'old' });
		const DB = failingAt('UPDATE outbox');
		const batch = nudges(2);
		const retried = vi.spyOn(batch, 'retryAll');
		await worker.queue(batch, envAt(start, { DB }));
		expect(retried).toHaveBeenCalledOnce();
		await expect(worker.scheduled?.({} as ScheduledController, envAt(start + 4 * dayMs, { DB }))).rejects.toThrow('D1_ERROR');
		expect(await countRows('idempotency_keys')).toBe(0);
		await sweep();
		expect(await countRows('mailbox')).toBe(1);
	});
});
