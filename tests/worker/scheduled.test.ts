import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { site } from '#config/site';

import worker from '../../worker/index.ts';
import { bookCall, slotAt } from './call-helpers.ts';
import { anyArticle, callbackBody, contactBody, countRows, dayMs, envAt, hourMs, postJson, setUp, start } from './helpers.ts';
import { failingAt, mailbox } from './outbox-helpers.ts';

setUp();

async function runAt(at: number, overrides: Record<string, unknown> = {}): Promise<void> {
	const context = createExecutionContext();
	await worker.scheduled(createScheduledController(), envAt(at, overrides));
	await waitOnExecutionContext(context);
}

async function rows() {
	return {
		keys: await countRows('idempotency_keys'),
		rates: await countRows('rate_counts'),
		requests: await countRows('requests'),
		callbacks: await countRows('callbacks'),
	};
}

describe('every minute', () => {
	it('removes keys and counts after two days and nothing that is still needed', async ({ expect }) => {
		await postJson('/api/contact', contactBody, { 'Idempotency-Key': 'kept' });
		await postJson('/api/callbacks', callbackBody);
		await env.DB.prepare('INSERT INTO used_challenges (id, expires_at) VALUES (?1, ?2)')
			.bind('used', start + dayMs)
			.run();
		await runAt(start + dayMs - 3_600_000);
		expect(await countRows('used_challenges')).toBe(1);
		await runAt(start + dayMs);
		expect(await countRows('used_challenges')).toBe(0);
		expect(await rows()).toEqual({ keys: 1, rates: 7, requests: 1, callbacks: 1 });
		await runAt(start + 4 * dayMs);
		expect(await rows()).toEqual({ keys: 0, rates: 0, requests: 1, callbacks: 1 });
	});

	it('removes callbacks, with their timelines, when their time is over', async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		await postJson('/api/callbacks', callbackBody);
		await runAt(start + (site.retentionDays.callbacks + 2) * dayMs);
		expect(await rows()).toMatchObject({ requests: 1, callbacks: 0 });
		expect([await countRows('callback_events'), await countRows('callback_seats')]).toEqual([0, 0]);
	});

	it('reminds of calls also while those without an outcome cannot be settled, and fails for that', async ({ expect }) => {
		await bookCall({ email: 'lin@example.com', locale: 'en', country: 'CN' });
		const failed = runAt(slotAt - hourMs, { DB: failingAt('calling_at <= ?1') });
		await expect(failed).rejects.toThrow('connection lost');
		expect((await mailbox()).map(({ subject }) => subject)).toContainEqual(expect.stringContaining('We will call you soon'));
	});

	it('keeps votes but not their comments', async ({ expect }) => {
		const { id } = await anyArticle();
		await postJson('/api/votes', { article: id, value: 'no', comment: 'Too long.' });
		await runAt(start + (site.retentionDays.votes + 1) * dayMs);
		expect(await env.DB.prepare('SELECT value, comment FROM votes').first()).toEqual({ value: 'no', comment: null });
	});
});
