import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { watch } from '../../worker/alerts.ts';
import { settle } from '../../worker/callbacks/call-settling.ts';
import { agent, bookCall, slotAt } from './call-helpers.ts';
import { cookies, envAt, hourMs, postForm, secretOf, send, sendJson, setUp, tag } from './helpers.ts';
import { minute, outbox } from './outbox-helpers.ts';

setUp();

const timezone = 'Asia/Shanghai';
const settleAt = (at: number) => settle(envAt(at));
const seats = () => env.DB.prepare('SELECT COUNT(*) FROM callback_seats').first('COUNT(*)');
const offers = async () => (await outbox()).filter(({ kind }) => kind === 'callOffered').map(({ reference }) => reference);

describe('every minute', () => {
	it('asks the person of a call that nobody made for another time, once, half an hour after its slot', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const end = Date.parse((await call.here(slotAt)).end);
		await settleAt(end + 29 * minute);
		expect((await call.here(end)).state).toBe('booked');
		for (const after of [30, 31]) await settleAt(end + after * minute);
		const view = await call.here(end + hourMs);
		expect(view).toMatchObject({ state: 'offered', attempts: 0, isChangeable: true });
		expect(view.timeline.map(({ event }) => event)).toEqual(['booked', 'offered']);
		expect([await offers(), await seats()]).toEqual([[call.reference], 0]);
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

describe('a held booking', () => {
	const hold = async (changes: Record<string, unknown> = {}) => bookCall({ website: 'x', email: 'ada@example.com', ...changes });
	const isHeld = (reference: string) =>
		env.DB.prepare('SELECT held FROM callbacks WHERE reference = ?1').bind(reference).first('held');

	it('loses its time like any other, and neither that nor a new time ends the hold or shows it', async ({ expect }) => {
		const [held, other] = [await hold(), await bookCall({ email: 'bob@example.com' })];
		const end = Date.parse((await held.here(slotAt)).end);
		const at = end + 31 * minute;
		await settleAt(at);
		const seen = async ({ here }: typeof held, time: number) => {
			const { state, isChangeable, timeline } = await here(time);
			return { state, isChangeable, events: timeline.map(({ event }) => event) };
		};
		expect(await seen(held, at)).toEqual(await seen(other, at));
		expect(await seen(held, at)).toEqual({ state: 'offered', isChangeable: true, events: ['booked', 'offered'] });
		expect([new Set(await offers()), await isHeld(held.reference)]).toEqual([new Set([held.reference, other.reference]), 1]);
		const moved = await sendJson('PATCH', held.path, { slot: '2026-11-24T06:00:00Z', timezone }, held.link, { at });
		expect([moved.status, (await seen(held, at)).state, await isHeld(held.reference)]).toEqual([200, 'booked', 1]);
	});

	it('can be cancelled when its time is over', async ({ expect }) => {
		const held = await hold();
		const at = slotAt + 2 * hourMs;
		await settleAt(at);
		expect((await sendJson('DELETE', held.path, {}, held.link, { at })).status).toBe(200);
		expect((await held.here(at)).state).toBe('cancelled');
	});

	it('is released with its time, and asked for another where nobody can call at it any more', async ({ expect }) => {
		const [lead, other] = [await agent('Lea', 'lead'), '2026-11-24T06:00:00Z'];
		const [soon, past, closed, gone] = [await hold(), await hold(), await hold({ slot: other }), await hold({ slot: other })];
		expect((await lead.act(soon.reference, 'release', slotAt)).status).toBe(303);
		expect(await soon.here(slotAt)).toMatchObject({ state: 'booked' });
		expect((await lead.act(past.reference, 'release', slotAt + hourMs + minute)).status).toBe(303);
		expect(await past.here(slotAt + hourMs + minute)).toMatchObject({ state: 'offered', isChangeable: true });
		// Held before days took the time of held calls, too.
		await env.DB.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (?1, ?1 + 1, 0)').bind(Date.parse(other)).run();
		await lead.act(closed.reference, 'release', slotAt);
		expect(await closed.here(slotAt)).toMatchObject({ state: 'offered' });
		await env.DB.prepare('DELETE FROM closed_days').run();
		await lead.post('/desk/call-days', { action: 'close', day: '2026-11-24' });
		expect([(await gone.here(slotAt)).state, await isHeld(gone.reference)]).toEqual(['offered', 1]);
		await lead.act(gone.reference, 'release', slotAt);
		expect([(await gone.here(slotAt)).state, await isHeld(gone.reference)]).toEqual(['offered', 0]);
		expect(new Set(await offers())).toEqual(new Set([past, closed, gone].map(({ reference }) => reference)));
		expect((await lead.act(gone.reference, 'release', slotAt)).status).toBe(409);
	});

	it('is told to the desk from an hour before its time until it is called, released or asked for another', async ({ expect }) => {
		const held = await hold();
		await bookCall();
		const counted = async (at: number) => {
			await watch(envAt(at));
			return (await env.DB.prepare(`SELECT count FROM alerts WHERE kind = 'calls'`).first('count')) ?? 0;
		};
		expect([await counted(slotAt - hourMs - minute), await counted(slotAt - 59 * minute)]).toEqual([0, 1]);
		const end = Date.parse((await held.here(slotAt)).end);
		expect(await counted(end + minute)).toBe(2);
		await settleAt(end + 30 * minute);
		expect(await counted(end + 31 * minute)).toBe(0);
	});

	it('stands in a list of its own until somebody has called or released it', async ({ expect }) => {
		const [first, second] = [await hold(), await hold({ slot: '2026-11-23T08:00:00Z' })];
		const ada = await agent();
		const listed = async () => {
			const page = await ada.page('/desk/callbacks/held');
			return [first, second].map(({ reference }) => page.includes(reference));
		};
		expect([await listed(), await ada.page('/desk/callbacks')]).toEqual([[true, true], expect.stringContaining('tag held')]);
		await ada.act(first.reference, 'call', slotAt);
		expect(await listed()).toEqual([false, true]);
		await ada.act(second.reference, 'release', slotAt);
		expect(await listed()).toEqual([false, false]);
	});
});

describe('a booking that has lost its time', () => {
	it('is opened with the times to choose from, and with the time that was lost', async ({ expect }) => {
		const call = await bookCall({ locale: 'en' });
		const page = async (at: number) => {
			const Cookie = cookies(
				await postForm('/en/requests/', { action: 'open', reference: call.reference, secret: secretOf(call.url) }, {}, { at }),
			);
			return (await send('/en/requests/', { headers: { Cookie } }, { at })).text();
		};
		const before = await page(slotAt - hourMs);
		expect(tag(before, 'data-open="moving:yes"')).not.toContain(' open=');
		expect(tag(before, 'data-show="state:offered"')).toContain('hidden');
		await settleAt(slotAt + hourMs + minute);
		const after = await page(slotAt + hourMs + minute);
		expect(tag(after, 'data-open="moving:yes"')).toContain(' open=');
		expect(after).toMatch(/data-show="state:offered"[^>]*>\s*Earlier time.*?datetime="2026-11-23T06:00:00Z"/s);
	});

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
});
