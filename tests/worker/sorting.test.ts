import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { blockedSql } from '../../worker/db/blocked-senders.ts';
import { mergedSql } from '../../worker/db/merged.ts';
import { colleague, column, newRequest, references } from './desk-helpers.ts';
import { addressHeader, contactBody, countRows, json, postJson, send, setUp } from './helpers.ts';
import { mailbox, sweep } from './outbox-helpers.ts';

setUp();

type Made = Awaited<ReturnType<typeof newRequest>>;

const bearer = ({ secret }: Made) => ({ Authorization: `Bearer ${secret}` });
const seenBy = async (made: Made) =>
	json<{ state: string; mergedInto?: string; reopenUntil?: string; message: string }>(
		await send(`/api/requests/${made.reference}`, { headers: bearer(made) }),
	);
const prove = (reference: string) =>
	env.DB.prepare('UPDATE requests SET email_verified_at = 1 WHERE reference = ?1').bind(reference).run();
const actions = async (reference: string) =>
	(await env.DB.prepare('SELECT action FROM audit_log WHERE subject = ?1 ORDER BY id').bind(reference).all()).results.map(
		({ action }) => action,
	);

describe('a priority that is set by hand', () => {
	it('decides the place in the queue, and leaves what was promised', async ({ expect }) => {
		const { act, page } = await colleague();
		const [first, second] = [await newRequest(), await newRequest()];
		const before = references(await page('/desk/'));
		const [front, last] = before as [string, string];
		const due = await column(last, 'due_at');
		expect([first.reference, second.reference].toSorted()).toEqual(before.toSorted());
		expect((await act(last, 'priority', { version: '1', priority: 'high' })).status).toBe(303);
		expect((await act(front, 'priority', { version: '1', priority: 'low' })).status).toBe(303);
		expect(references(await page('/desk/'))).toEqual([last, front]);
		expect([await column(last, 'priority'), await column(front, 'priority'), await column(last, 'due_at')]).toEqual([2, 0, due]);
		expect(await page(`/desk/requests/${last}`)).toMatch(/<option value="high" selected[^>]*>High priority/);
		expect(await actions(last)).toEqual(['priority']);
	});

	it('is refused for an old form or an unknown rank, and the same one again changes nothing', async ({ expect }) => {
		const { act } = await colleague();
		const { reference } = await newRequest();
		const rank = await column(reference, 'priority');
		await act(reference, 'note', { version: '1', text: 'Seen.' });
		expect((await act(reference, 'priority', { version: '1', priority: 'low' })).status).toBe(409);
		for (const priority of ['urgent', '2', ''])
			expect((await act(reference, 'priority', { version: '2', priority })).status).toBe(422);
		expect(await column(reference, 'priority')).toBe(rank);
		await act(reference, 'priority', { version: '2', priority: 'low' });
		await act(reference, 'priority', { version: '3', priority: 'low' });
		expect([await column(reference, 'version'), await actions(reference)]).toEqual([3, ['noted', 'priority']]);
	});
});

describe('spam', () => {
	it('is closed without a mail, counted in no measure, and can be taken back', async ({ expect }) => {
		const { act, page } = await colleague();
		const made = await newRequest();
		await act(made.reference, 'reply', { version: '1', text: 'Here is the answer.' });
		await act(made.reference, 'spam', { version: '2' });
		await sweep();
		expect(await mailbox()).toEqual([]);
		expect([await column(made.reference, 'state'), await column(made.reference, 'spam')]).toEqual(['closed', 1]);
		expect(references(await page('/desk/'))).toEqual([]);
		expect(await page('/desk/?view=closed')).toMatch(/class="tag held">Spam</);
		const seen = await seenBy(made);
		expect([seen.state, seen.reopenUntil]).toEqual(['closed', undefined]);
		const reopen = await postJson(`/api/requests/${made.reference}/state`, { state: 'reopen' }, bearer(made));
		expect(reopen.status).toBe(409);
		await act(made.reference, 'no-spam', { version: '3' });
		expect([await column(made.reference, 'state'), await column(made.reference, 'spam')]).toEqual(['received', 0]);
		expect(await actions(made.reference)).toEqual(['replied', 'spam', 'no-spam']);
	});

	it('takes along what was given up or is just being sent, and is not rated', async ({ expect }) => {
		const { act } = await colleague();
		const made = await newRequest();
		await env.DB.prepare(`UPDATE outbox SET state = 'dead' WHERE reference = ?1`).bind(made.reference).run();
		await act(made.reference, 'reply', { version: '1', text: 'Here is the answer.' });
		await env.DB.prepare(`UPDATE outbox SET state = 'sending' WHERE kind = 'reply'`).run();
		await act(made.reference, 'spam', { version: '2' });
		expect(await countRows('outbox')).toBe(0);
		const rated = await postJson(`/api/requests/${made.reference}/rating`, { speed: 1 }, bearer(made));
		expect([rated.status, await countRows('request_ratings')]).toEqual([409, 0]);
	});

	it('that is held and then closed or solved by hand is not told of as released', async ({ expect }) => {
		const { act } = await colleague();
		for (const state of ['closed', 'solved', 'received']) {
			const { reference } = await newRequest({ website: 'x' });
			await act(reference, 'state', { version: '1', state });
			const said = state === 'received' ? 'released' : state;
			const events = env.DB.prepare('SELECT event FROM request_events WHERE reference = ?1 ORDER BY id DESC LIMIT 1');
			expect(await events.bind(reference).first('event')).toBe(said);
			expect(await actions(reference)).toEqual([state === 'received' ? 'released' : 'state']);
		}
	});

	it('is closed in bulk, too, and one that staff reopen is none', async ({ expect }) => {
		const { act, post } = await colleague();
		const { reference } = await newRequest({ website: 'x' });
		await post('/desk/', [
			['action', 'spam'],
			['chosen', `${reference}.1`],
		]);
		expect(await column(reference, 'spam')).toBe(1);
		await act(reference, 'state', { version: '2', state: 'assigned' });
		expect([await column(reference, 'spam'), await column(reference, 'state')]).toEqual([0, 'assigned']);
	});
});

describe('a request that is merged', () => {
	it('is closed without a mail and says where it goes on; nothing of one can be read with the other’s link', async ({
		expect,
	}) => {
		const { act, page } = await colleague();
		const first = await newRequest({ message: 'The first one, with my details.' });
		const second = await newRequest({ message: 'The second one, about the same.', email: 'ADA@example.com' });
		await sweep();
		const mails = (await mailbox()).length;
		expect((await act(second.reference, 'merge', { version: '1', into: first.reference })).status).toBe(303);
		await sweep();
		expect((await mailbox()).length).toBe(mails);
		expect(await seenBy(second)).toMatchObject({ state: 'closed' });
		expect(await seenBy(second)).not.toHaveProperty('mergedInto');
		expect(await page(`/desk/requests/${first.reference}`)).toMatch(/class="tag held">Address not proved</);
		await prove(second.reference);
		expect(await seenBy(second)).toMatchObject({ mergedInto: first.reference });
		expect(JSON.stringify(await seenBy(second))).not.toContain('The first one');
		expect(JSON.stringify(await seenBy(first))).not.toContain('The second one');
		expect((await seenBy(second)).reopenUntil).toBeUndefined();
		const together = await page(`/desk/requests/${first.reference}`);
		expect([together.includes('The second one'), together.includes(`${second.reference} goes on here.`)]).toEqual([true, true]);
		expect(await page(`/desk/requests/${second.reference}`)).toContain(`Goes on as <a href="/desk/requests/${first.reference}`);
		expect([await actions(second.reference), await actions(first.reference)]).toEqual([['merged'], []]);
		await act(second.reference, 'state', { version: '2', state: 'assigned' });
		expect(await seenBy(second)).not.toHaveProperty('mergedInto');
	});

	it('is shown under the other one, however many there are', async ({ expect }) => {
		const { page } = await colleague();
		const into = await newRequest();
		for (let nth = 0; nth < 7; nth++) {
			const { reference } = await newRequest();
			await env.DB.prepare('UPDATE requests SET merged_into = ?2 WHERE reference = ?1').bind(reference, into.reference).run();
		}
		expect((await page(`/desk/requests/${into.reference}`)).match(/<details class="merged"/g)).toHaveLength(7);
	});

	it('must be of the same address, not itself and not merged, and nobody may have changed either', async ({ expect }) => {
		const { act } = await colleague();
		const [one, two, three] = [await newRequest(), await newRequest(), await newRequest()];
		const stranger = await newRequest({ email: 'grace@example.com' });
		for (const into of [stranger.reference, one.reference, 'R-00000-00000', 'nonsense'])
			expect([into, (await act(one.reference, 'merge', { version: '1', into })).status]).toEqual([into, 422]);
		expect((await act(one.reference, 'merge', { version: '7', into: two.reference })).status).toBe(409);
		expect(await countRows('request_messages')).toBe(0);
		await act(one.reference, 'merge', { version: '1', into: two.reference });
		expect((await act(three.reference, 'merge', { version: '1', into: one.reference })).status).toBe(422);
		await env.DB.prepare('DELETE FROM requests WHERE reference = ?1').bind(two.reference).run();
		expect(await column(one.reference, 'merged_into')).toBeNull();
	});
});

describe('a request that nobody looks at any more', () => {
	it.for(['closed', 'spam'])('takes no other one in: %s', async (end, { expect }) => {
		const { act, page } = await colleague();
		const [into, other] = [await newRequest(), await newRequest()];
		await (end === 'spam'
			? act(into.reference, 'spam', { version: '1' })
			: act(into.reference, 'state', { version: '1', state: 'closed' }));
		expect((await act(other.reference, 'merge', { version: '1', into: into.reference })).status).toBe(422);
		expect(await page(`/desk/requests/${other.reference}`)).not.toContain('value="merge"');
	});
});

describe('a blocked sender', () => {
	it('does not release a held request by calling it solved and opening it again', async ({ expect }) => {
		const made = await newRequest({ website: 'x' });
		for (const state of ['solved', 'reopen', 'unsolved'])
			expect((await postJson(`/api/requests/${made.reference}/state`, { state }, bearer(made))).status).toBe(200);
		expect([await column(made.reference, 'state'), (await seenBy(made)).state]).toEqual(['held', 'received']);
	});

	it('is answered like anybody else, but held, until unblocked; the address itself stands nowhere', async ({ expect }) => {
		const { act, page, post } = await colleague();
		const { reference } = await newRequest();
		await act(reference, 'block', { version: '1' });
		const row = await env.DB.prepare('SELECT * FROM blocked_senders').first<Record<string, string>>();
		expect(row).toMatchObject({ agent: 'amal', reference });
		expect(JSON.stringify(row)).not.toContain('example.com');
		const again = await postJson('/api/contact', { ...contactBody, email: 'ADA@example.com' }, addressHeader(900));
		expect(again.status).toBe(201);
		const held = (await json<{ reference: string }>(again)).reference;
		expect(await column(held, 'state')).toBe('held');
		expect(await column((await newRequest({ email: 'grace@example.com' })).reference, 'state')).toBe('received');
		const list = await page('/desk/blocked/');
		expect([references(list), list.includes('blocked by amal')]).toEqual([[reference], true]);
		await post('/desk/blocked/', { sender: row?.['sender'] ?? '', reference });
		expect(await column((await newRequest()).reference, 'state')).toBe('received');
		expect(await actions(reference)).toEqual(['blocked', 'unblocked']);
		expect((await post('/desk/blocked/', { sender: 'x', reference })).status).toBe(422);
	});

	it('can be let in from the request as well', async ({ expect }) => {
		const { act } = await colleague();
		const { reference } = await newRequest();
		await act(reference, 'block', { version: '1' });
		await act(reference, 'unblock', { version: '2' });
		expect(await countRows('blocked_senders')).toBe(0);
	});
});

describe('what is sorted out', () => {
	it.for([
		[blockedSql, [1, 'x', 50]],
		[mergedSql, ['x', 5]],
		['UPDATE requests SET merged_into = NULL WHERE merged_into = ?1', ['x']],
	] as const)('is found along an index: %s', async ([sql, bound], { expect }) => {
		const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
			.bind(...bound)
			.all<{ detail: string }>();
		expect(results.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN|TEMP B-TREE/);
	});
});
