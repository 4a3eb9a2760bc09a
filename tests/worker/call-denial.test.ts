import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import type { CallbackView } from '#shared/callbacks';

import { settle } from '../../worker/callbacks/call-settling.ts';
import { agent, bookCall, slotAt } from './call-helpers.ts';
import { cookies, envAt, hourMs, postForm, secretOf, send, sendJson, setUp, start } from './helpers.ts';
import { minute } from './outbox-helpers.ts';

setUp();

const phone = '+8613912340000';
const later = '2026-11-23T08:00:00Z';

type Booked = Awaited<ReturnType<typeof bookCall>>;

/** "I did not book this", by whoever got the link. */
const deny = (call: Booked, headers: Record<string, string> = call.link, at = start) =>
	sendJson('POST', `${call.path}/not-me`, {}, headers, { at });

const blocked = () => env.DB.prepare('SELECT COUNT(*) FROM blocked_numbers').first('COUNT(*)');
const stateOf = ({ reference }: Booked) =>
	env.DB.prepare(`SELECT CASE held WHEN 1 THEN 'held ' ELSE '' END || state AS state FROM callbacks WHERE reference = ?1`)
		.bind(reference)
		.first('state');

describe('“I did not book this”', () => {
	it('cancels the call of a number whose owner did not book, and takes no other until a lead allows it', async ({ expect }) => {
		const call = await bookCall({ phone });
		for (let times = 0; times < 2; times++) {
			const response = await deny(call);
			expect(((await response.json()) as { state: string }).state).toBe('cancelled');
		}
		const { timeline, isDeniable } = await call.elsewhere(start);
		expect([timeline.map(({ event }) => event), isDeniable]).toEqual([['booked', 'denied'], false]);
		expect(await env.DB.prepare('SELECT COUNT(*) FROM callback_seats').first('COUNT(*)')).toBe(0);
		await expect(bookCall({ phone: '139 1234 0000' })).rejects.toThrow('BLOCKED_PHONE');
		const stored = JSON.stringify((await env.DB.prepare('SELECT * FROM blocked_numbers').all()).results);
		expect(stored).not.toContain('1234');
		const hash = String(await env.DB.prepare('SELECT hash FROM blocked_numbers').first('hash'));
		const fields = { hash, booking: call.reference };
		expect((await (await agent()).post('/desk/blocked-numbers', fields)).status).toBe(403);
		const lead = await agent('Lea', 'lead');
		expect(await lead.page('/desk/callbacks/blocked')).toContain(call.reference);
		for (const wrong of [{ hash: '+86 139 1234 0000' }, { booking: 'Lin called and asked' }])
			expect((await lead.post('/desk/blocked-numbers', { ...fields, ...wrong })).status).toBe(422);
		expect(await env.DB.prepare(`SELECT COUNT(*) FROM audit_log WHERE action = 'unblocked-number'`).first('COUNT(*)')).toBe(0);
		expect((await lead.post('/desk/blocked-numbers', fields)).status).toBe(303);
		expect((await bookCall({ phone })).reference).toMatch(/^C-/);
	});

	it('is no weapon: the real call of the number stays, for the desk to judge', async ({ expect }) => {
		const real = await bookCall({ phone, email: 'lin@example.com' });
		const theirs = await bookCall({ phone, slot: later, email: 'lin@example.com' });
		expect((await deny(theirs)).status).toBe(200);
		expect([await stateOf(theirs), await stateOf(real)]).toEqual(['cancelled', 'held booked']);
		expect((await real.here(start)).state).toBe('booked');
		const { results } = await env.DB.prepare(`SELECT reference FROM outbox WHERE kind = 'callCancelled'`).all();
		expect(results).toEqual([{ reference: theirs.reference }]);
		const ada = await agent();
		expect(await ada.page('/desk/callbacks/held')).toContain(real.reference);
		const page = await ada.page(`/desk/callbacks/${real.reference}`);
		expect(page).toContain(`they had not made it`);
		expect(page).toContain(`/desk/callbacks/${theirs.reference}`);
		expect(page).not.toContain('Looked like spam');
		expect((await ada.act(real.reference, 'call', slotAt)).status).toBe(303);
		expect((await real.here(slotAt)).proof.words).toHaveLength(2);
	});

	it('makes no call of the number be forgotten: one that nobody judges or makes gets another time', async ({ expect }) => {
		const real = await bookCall({ phone });
		await deny(await bookCall({ phone, slot: later }));
		await settle(envAt(slotAt + 2 * hourMs));
		expect((await real.here(slotAt + 2 * hourMs)).state).toBe('offered');
	});

	it('lets go of what was held when a lead unblocks the number', async ({ expect }) => {
		const real = await bookCall({ phone });
		const theirs = await bookCall({ phone, slot: later });
		await deny(theirs);
		const hash = String(await env.DB.prepare('SELECT hash FROM blocked_numbers').first('hash'));
		await (await agent('Lea', 'lead')).post('/desk/blocked-numbers', { hash, booking: theirs.reference });
		expect([await stateOf(real), await stateOf(theirs)]).toEqual(['booked', 'cancelled']);
	});

	it('cancels every call of a number when its owner says so on the phone', async ({ expect }) => {
		const call = await bookCall({ phone });
		const other = await bookCall({ phone, slot: later, email: 'lin@example.com' });
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'wrong', slotAt + minute, { block: 'yes' });
		expect([await stateOf(call), await stateOf(other), await blocked()]).toEqual(['cancelled', 'cancelled', 1]);
		expect((await other.here(slotAt + minute)).timeline.at(-1)?.event).toBe('cancelled');
	});

	it('is not for the browser that booked', async ({ expect }) => {
		const call = await bookCall({ phone });
		expect([(await call.here(start)).isDeniable, (await call.elsewhere(start)).isDeniable]).toEqual([false, true]);
		expect((await deny(call, call.browser)).status).toBe(409);
		expect([await stateOf(call), await blocked()]).toEqual(['booked', 0]);
		const opened = await postForm('/en/requests/', { action: 'open', reference: call.reference, secret: secretOf(call.url) });
		const headers = { Cookie: [cookies(opened), call.browser.Cookie].join('; ') };
		const page = await (await send('/en/requests/', { headers })).text();
		expect(page).toMatch(/<details[^>]*data-show="deny:yes"[^>]*hidden/);
		const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
		const refused = await postForm('/en/requests/', { action: 'not-me', csrf }, headers);
		expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('booked in this very browser')]);
	});

	it('can be said of a cancelled call while its time is ahead, for its number may be booked anew', async ({ expect }) => {
		const call = await bookCall({ phone });
		await send(call.path, { method: 'DELETE', headers: call.link });
		expect((await call.elsewhere(start)).isDeniable).toBe(true);
		const answer = (await (await deny(call)).json()) as CallbackView;
		expect([answer.state, answer.isDeniable, await blocked()]).toEqual(['cancelled', false, 1]);
		expect(answer.timeline.map(({ event }) => event)).toEqual(['booked', 'cancelled', 'denied']);
	});

	it('blocks nothing once the call is over, or was cancelled and its time has passed', async ({ expect }) => {
		const call = await bookCall({ phone });
		for (const state of ['done', 'cancelled']) {
			await env.DB.prepare('UPDATE callbacks SET state = ?1').bind(state).run();
			expect((await deny(call, call.link, slotAt + 2 * hourMs)).status).toBe(409);
			expect((await call.elsewhere(slotAt + 2 * hourMs)).isDeniable).toBe(false);
		}
		expect(await blocked()).toBe(0);
	});
});
