import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { agent, bookCall, slotAt } from './call-helpers.ts';
import { dayMs, json, send, sendJson, setUp, start, type SendOptions } from './helpers.ts';
import { minute, outbox } from './outbox-helpers.ts';

setUp();

const timezone = 'Asia/Shanghai';
const [first, second] = ['2026-11-24T03:00:00Z', '2026-11-24T04:00:00Z'];

/** A database in which something else happens after the first look at it. */
function beaten(other: () => Promise<unknown>): Record<string, unknown> {
	let hasRun = false;
	const DB = {
		prepare: (sql: string) => env.DB.prepare(sql),
		batch: async (statements: D1PreparedStatement[]) => {
			const results = await env.DB.batch(statements);
			if (!hasRun) {
				hasRun = true;
				await other();
			}
			return results;
		},
	};
	return { DB };
}

const owed = async (kind: string) => (await outbox()).filter((message) => message.kind === kind).length;
const moveTo = (call: Awaited<ReturnType<typeof bookCall>>, to: string, options: SendOptions = {}) =>
	sendJson('PATCH', call.path, { slot: to, timezone }, call.link, options);

describe('of two moves at once', () => {
	it('one is refused, and one mail is owed', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const late = await moveTo(call, second, { overrides: beaten(() => moveTo(call, first)) });
		expect([late.status, (await json(late))['code']]).toEqual([409, 'CONFLICT']);
		expect(await call.here(start)).toMatchObject({ slot: first, sequence: 1 });
		expect(await owed('callMoved')).toBe(1);
		const { results } = await env.DB.prepare('SELECT slot FROM callback_seats').all();
		expect(results).toEqual([{ slot: Date.parse(first) }]);
	});

	it('both are done when they want the same', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const late = await moveTo(call, first, { overrides: beaten(() => moveTo(call, first)) });
		expect([late.status, await json(late)]).toEqual([200, expect.objectContaining({ slot: first, sequence: 1 })]);
		expect(await owed('callMoved')).toBe(1);
	});
});

describe('a cancellation', () => {
	it('that comes second owes nothing', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const ada = await agent();
		const at = slotAt - minute;
		const overrides = beaten(() => ada.act(call.reference, 'call', at));
		expect((await send(call.path, { method: 'DELETE', headers: call.link }, { at, overrides })).status).toBe(409);
		expect([(await call.here(at)).state, await owed('callCancelled')]).toEqual(['calling', 0]);
	});

	it('that comes twice owes one mail', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const cancel = (overrides?: Record<string, unknown>) =>
			send(call.path, { method: 'DELETE', headers: call.link }, overrides ? { overrides } : {});
		expect((await cancel(beaten(() => cancel()))).status).toBe(200);
		expect([(await call.here(start)).state, await owed('callCancelled')]).toEqual(['cancelled', 1]);
	});
});

describe('at most two open calls of a number', () => {
	it('count until nobody is called at their times any more', async ({ expect }) => {
		const call = await bookCall();
		await bookCall({ phone: call.phone, slot: first });
		const third = (at: number) => bookCall({ phone: call.phone, slot: second }, at);
		for (const at of [slotAt - minute, slotAt + 10 * minute, slotAt + 59 * minute])
			await expect(third(at)).rejects.toThrow('TOO_MANY_BOOKINGS');
		expect((await third(slotAt + 61 * minute)).reference).toMatch(/^C-/);
	});

	it('count when one of them is moved, too', async ({ expect }) => {
		const [one, two] = [await bookCall(), '2026-11-23T07:00:00Z'];
		await bookCall({ phone: one.phone, slot: two });
		await env.DB.prepare(`UPDATE callbacks SET state = 'missed', attempts = 3 WHERE reference = ?1`).bind(one.reference).run();
		const three = await bookCall({ phone: one.phone, slot: first }, slotAt + minute);
		expect((await moveTo(three, second, { at: slotAt + dayMs / 24 })).status).toBe(200);
	});
});

describe('another zone for the same time', () => {
	it('is no move: nobody is mailed, and no notice has to be kept', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const at = slotAt - 10 * minute;
		const shown = await sendJson('PATCH', call.path, { slot: '2026-11-23T06:00:00Z', timezone: 'Europe/Berlin' }, call.link, {
			at,
		});
		expect([shown.status, await json(shown)]).toEqual([
			200,
			expect.objectContaining({
				timezone: 'Europe/Berlin',
				sequence: 0,
				timeline: [expect.objectContaining({ event: 'booked' })],
			}),
		]);
		expect(await owed('callMoved')).toBe(0);
	});
});

describe('a call whose time has come', () => {
	it('is moved or cancelled by its person until somebody calls', async ({ expect }) => {
		const [moved, dropped, called] = [await bookCall(), await bookCall(), await bookCall()];
		const at = slotAt + 40 * minute;
		expect(await moved.here(at)).toMatchObject({ state: 'booked', isChangeable: true });
		expect((await moveTo(moved, first, { at })).status).toBe(200);
		expect((await send(dropped.path, { method: 'DELETE', headers: dropped.link }, { at })).status).toBe(200);
		await (await agent()).act(called.reference, 'call', at);
		expect((await called.here(at)).isChangeable).toBe(false);
		const refused = await send(called.path, { method: 'DELETE', headers: called.link }, { at });
		expect([refused.status, (await json(refused))['code']]).toEqual([409, 'SLOT_PAST']);
	});
});
