import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { settle } from '../../worker/callbacks/call-settling.ts';
import { dropCallback } from '../../worker/callbacks/callbacks.ts';
import type { AppContext } from '../../worker/context.ts';
import { findCallback } from '../../worker/db/callbacks.ts';
import { readSettings } from '../../worker/settings.ts';
import { agent, bookCall, slotAt } from './call-helpers.ts';
import { envAt, hourMs, sendJson, setUp } from './helpers.ts';
import { minute, outbox } from './outbox-helpers.ts';

setUp();

const timezone = 'Asia/Shanghai';
const settleAt = (at: number) => settle(envAt(at));
const seats = () => env.DB.prepare('SELECT COUNT(*) FROM callback_seats').first('COUNT(*)');
const offers = async () => (await outbox()).filter(({ kind }) => kind === 'callOffered').map(({ reference }) => reference);

describe('every minute', () => {
	it('asks the person of a call that nobody made for another time, once, half an hour after its slot', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const held = await bookCall();
		await env.DB.prepare(`UPDATE callbacks SET state = 'held' WHERE reference = ?1`).bind(held.reference).run();
		const end = Date.parse((await call.here(slotAt)).end);
		await settleAt(end + 29 * minute);
		expect((await call.here(end)).state).toBe('booked');
		for (const after of [30, 31]) await settleAt(end + after * minute);
		const view = await call.here(end + hourMs);
		expect(view).toMatchObject({ state: 'offered', attempts: 0, isChangeable: true });
		expect(view.timeline.map(({ event }) => event)).toEqual(['booked', 'offered']);
		expect([await offers(), await seats()]).toEqual([[call.reference], 1]);
		expect((await held.here(end + hourMs)).timeline).toHaveLength(1);
	});

	it('does so for an attempt of which nobody has said for an hour how it went, and gives up after the last', async ({
		expect,
	}) => {
		const [first, last] = [await bookCall({ email: 'ada@example.com' }), await bookCall({ email: 'bob@example.com' })];
		await env.DB.prepare('UPDATE callbacks SET attempts = 2 WHERE reference = ?1').bind(last.reference).run();
		const ada = await agent();
		for (const { reference } of [first, last]) await ada.act(reference, 'call', slotAt);
		await settleAt(slotAt + 59 * minute);
		expect((await first.here(slotAt + 59 * minute)).state).toBe('calling');
		const after = slotAt + hourMs + minute;
		await settleAt(after);
		expect(await first.here(after)).toMatchObject({ state: 'offered', attempts: 1, isChangeable: true });
		expect(await last.here(after)).toMatchObject({ state: 'missed', attempts: 3, isOver: true });
		expect([await offers(), await seats()]).toEqual([[first.reference], 0]);
		expect((await ada.act(first.reference, 'reached', after)).status).toBe(409);
	});
});

describe('a booking that has lost its time', () => {
	it('is no way to a third open one of its number', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'missed', slotAt + minute, { next: '' });
		const at = slotAt + 2 * minute;
		const second = await bookCall({ phone: call.phone, slot: '2026-11-24T02:00:00Z' }, at);
		await bookCall({ phone: call.phone, slot: '2026-11-24T03:00:00Z' }, at);
		const move = (path: string, link: Record<string, string>, slot: string) =>
			sendJson('PATCH', path, { slot, timezone }, link, { at });
		const refused = await move(call.path, call.link, '2026-11-24T06:00:00Z');
		expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('TOO_MANY_BOOKINGS')]);
		expect((await call.here(at)).state).toBe('offered');
		expect((await move(second.path, second.link, '2026-11-24T06:00:00Z')).status).toBe(200);
	});

	it('says so when somebody began to call before a cancellation came in', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const read = await findCallback(env.DB, call.reference);
		await (await agent()).act(call.reference, 'call', slotAt - 2 * minute);
		const at = envAt(slotAt - minute);
		const context = {
			env: at,
			var: { settings: readSettings(at) },
			executionCtx: { waitUntil() {} },
		} as unknown as AppContext;
		await expect(dropCallback(context, read as NonNullable<typeof read>)).rejects.toThrow('CONFLICT');
		expect((await call.here(slotAt - minute)).state).toBe('calling');
	});
});
