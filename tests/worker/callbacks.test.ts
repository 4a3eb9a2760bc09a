import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { personRates } from '#shared/limits';

import { walletKey } from '../fixtures/phrases.ts';
import {
	addressHeader,
	callbackBody,
	cookies,
	countRows,
	dayMs,
	hourMs,
	json,
	phoneNumber,
	postJson,
	problem,
	secretOf,
	send,
	sendJson,
	setUp,
	start,
} from './helpers.ts';
import type { SendOptions } from './helpers.ts';

setUp();

const otherSlot = '2026-11-24T03:00:00Z';

interface Created {
	reference: string;
	url: string;
	slot: string;
}

async function book(changes: Record<string, unknown> = {}, index = 0, options: SendOptions = {}): Promise<Response> {
	return postJson('/api/callbacks', { ...callbackBody, phone: phoneNumber(index), ...changes }, addressHeader(index), options);
}

async function booked(changes: Record<string, unknown> = {}, index = 0) {
	const created = await json<Created>(await book(changes, index));
	return {
		...created,
		headers: { Authorization: `Bearer ${secretOf(created.url)}` },
		path: `/api/callbacks/${created.reference}`,
	};
}

async function seatsOf(slot: string): Promise<number[]> {
	const { results } = await env.DB.prepare('SELECT seat FROM callback_seats WHERE slot = ? ORDER BY seat')
		.bind(Date.parse(slot))
		.all<{ seat: number }>();
	return results.map(({ seat }) => seat);
}

describe('GET /api/callbacks/slots', () => {
	it('lists the slots of the asked days with what remains of them', async ({ expect }) => {
		await book();
		const response = await send('/api/callbacks/slots?locale=zh-cn&from=2026-11-24&days=1&timezone=Asia/Shanghai');
		const { timezone, slots } = await json<{ timezone: string; slots: Record<string, unknown>[] }>(response);
		expect(timezone).toBe('Asia/Shanghai');
		expect(slots).toHaveLength(24);
		expect(slots[0]).toEqual({ start: '2026-11-24T01:00:00Z', end: '2026-11-24T01:30:00Z', remaining: 3, load: 'normal' });
		expect(slots[2]).toEqual({ start: '2026-11-24T02:00:00Z', end: '2026-11-24T02:30:00Z', remaining: 2, load: 'busy' });
	});

	it('leaves out a day that the desk has closed: nobody has booked it full', async ({ expect }) => {
		const close = env.DB.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (?1, ?2, 0)');
		await close.bind(Date.parse('2026-11-23T16:00:00Z'), Date.parse('2026-11-24T16:00:00Z')).run();
		const { slots } = await json<{ slots: unknown[] }>(await send('/api/callbacks/slots?locale=en&from=2026-11-24&days=1'));
		expect(slots).toEqual([]);
		const page = await (await send('/en/callback/')).text();
		expect(page).toMatch(/Tue, Nov\s24<\/span><span class="slot-none">Closed/);
	});

	it('lists every slot up to the end of the horizon, part of a day as it may be, and so does the page without script', async ({
		expect,
	}) => {
		const last = '2026-12-07T02:00:00Z';
		const { slots } = await json<{ slots: { start: string }[] }>(
			await send('/api/callbacks/slots?locale=zh-cn&days=16&timezone=Asia/Shanghai'),
		);
		expect(slots.at(-1)?.start).toBe(last);
		const page = await (await send('/zh-cn/callback/')).text();
		expect([page.includes(last), page.includes('2026-12-07T02:30:00Z')]).toEqual([true, false]);
		expect((await book({ slot: last })).status).toBe(201);
	});

	it('answers in the zone of the language when none is named', async ({ expect }) => {
		const { timezone } = await json(await send('/api/callbacks/slots?locale=en'));
		expect(timezone).toBe('Asia/Shanghai');
	});

	it('names every wrong parameter', async ({ expect }) => {
		const response = await send('/api/callbacks/slots?locale=xx&from=soon&days=17&timezone=Mars/Olympus');
		expect(await problem(response)).toEqual({
			status: 422,
			code: 'INVALID',
			fields: ['locale: UNKNOWN_OPTION', 'from: INVALID', 'days: INVALID', 'timezone: UNKNOWN_OPTION'],
		});
	});
});

describe('POST /api/callbacks', () => {
	it('books a seat and stores the number as E.164', async ({ expect }) => {
		const response = await postJson('/api/callbacks', callbackBody);
		expect(response.status).toBe(201);
		const created = await json<Created>(response);
		expect(created.slot).toBe(callbackBody.slot);
		expect(created.url).toMatch(new RegExp(`^/zh-cn/requests/#${created.reference}\\.`));
		expect(await env.DB.prepare('SELECT phone, state FROM callbacks').first()).toEqual({
			phone: '+8613800138000',
			state: 'booked',
		});
	});

	it('takes a slot in any offset and answers it in UTC', async ({ expect }) => {
		expect(await json(await book({ slot: '2026-11-24T10:00:00+08:00' }))).toMatchObject({ slot: callbackBody.slot });
	});

	it('gives 200 concurrent bookings of one slot exactly its three seats', { timeout: 30_000 }, async ({ expect }) => {
		const responses = await Promise.all(Array.from({ length: 200 }, (_, index) => book({}, index)));
		const statuses = responses.map(({ status }) => status);
		expect(statuses.filter((status) => status === 201)).toHaveLength(3);
		expect(statuses.filter((status) => status === 409)).toHaveLength(197);
		expect(await countRows('callbacks')).toBe(3);
		expect(await countRows('callback_events')).toBe(3);
		expect(await seatsOf(callbackBody.slot)).toEqual([1, 2, 3]);
		expect(await env.DB.prepare(`SELECT SUM(count) AS sum FROM rate_counts WHERE route = 'callbacks'`).first('sum')).toBe(6);
	});

	it('offers the three nearest free starts of a full slot', async ({ expect }) => {
		for (let index = 0; index < 3; index++) await book({}, index);
		for (let index = 3; index < 6; index++) await book({ slot: '2026-11-24T01:30:00Z' }, index);
		const response = await book({}, 9);
		expect(response.status).toBe(409);
		expect(await json(response)).toMatchObject({
			code: 'SLOT_FULL',
			alternatives: ['2026-11-24T01:00:00Z', '2026-11-24T02:30:00Z', '2026-11-24T03:00:00Z'],
		});
	});

	it('books one call for 100 concurrent posts with one key', { timeout: 30_000 }, async ({ expect }) => {
		const responses = await Promise.all(
			Array.from({ length: 100 }, () => postJson('/api/callbacks', callbackBody, { 'Idempotency-Key': 'once' })),
		);
		const references = await Promise.all(responses.map(async (response) => (await json(response))['reference']));
		expect(new Set(references).size).toBe(1);
		expect(await countRows('callback_seats')).toBe(1);
	});

	it('answers a replay as the first time even when the slot has passed', async ({ expect }) => {
		const key = { 'Idempotency-Key': 'late' };
		const first = await json(await postJson('/api/callbacks', callbackBody, key));
		const replay = await postJson('/api/callbacks', callbackBody, key, { at: start + dayMs + hourMs });
		expect(replay.status).toBe(201);
		expect(await json(replay)).toEqual(first);
	});

	it('refuses a third open call of one number, at any time at once, until one is over', async ({ expect }) => {
		const slots = ['2026-11-24T01:00:00Z', '2026-11-24T02:00:00Z', '2026-11-24T03:00:00Z', '2026-11-24T04:00:00Z'];
		const responses = await Promise.all(
			slots.map((slot, index) => postJson('/api/callbacks', { ...callbackBody, slot }, addressHeader(index))),
		);
		expect(responses.filter(({ status }) => status === 201)).toHaveLength(2);
		const refused = responses.find(({ status }) => status === 409);
		expect(refused && (await problem(refused))).toMatchObject({ code: 'TOO_MANY_BOOKINGS' });
		const later = await postJson(
			'/api/callbacks',
			{ ...callbackBody, slot: '2026-11-25T02:00:00Z' },
			{},
			{ at: start + dayMs + 3 * hourMs },
		);
		expect(later.status).toBe(201);
	});

	it('refuses slots that are too soon, and times that were never a slot', async ({ expect }) => {
		expect(await problem(await book({ slot: '2026-11-23T02:30:00Z' }))).toMatchObject({ status: 409, code: 'SLOT_PAST' });
		for (const slot of ['2026-11-24T02:10:00Z', '2026-11-24T18:00:00Z', '2026-12-24T02:00:00Z']) {
			expect(await problem(await book({ slot }))).toEqual({ status: 422, code: 'INVALID', fields: ['slot: INVALID'] });
		}
		expect(await countRows('callbacks')).toBe(0);
	});

	it('names every wrong field at once', async ({ expect }) => {
		const response = await postJson('/api/callbacks', {
			locale: 'en',
			email: 'x',
			slot: 'noon',
			timezone: 'Mars/Olympus',
			note: 'x'.repeat(501),
			country: 'china',
		});
		expect(await problem(response)).toEqual({
			status: 422,
			code: 'INVALID',
			fields: [
				'name: REQUIRED',
				'phone: REQUIRED',
				'country: UNKNOWN_OPTION',
				'email: INVALID_EMAIL',
				'topic: REQUIRED',
				'slot: INVALID',
				'timezone: UNKNOWN_OPTION',
				'note: TOO_LONG',
			],
		});
	});

	it('knows numbers by their country and refuses those nobody can be called on', async ({ expect }) => {
		expect(
			(await postJson('/api/callbacks', { ...callbackBody, locale: 'en', phone: '0171 2345678', country: 'DE' })).status,
		).toBe(201);
		expect(await env.DB.prepare('SELECT phone FROM callbacks').first('phone')).toBe('+491712345678');
		for (const [locale, phone, code] of [
			['en', '138 0013 8000', 'PHONE_COUNTRY'],
			['zh-cn', '12', 'PHONE_LENGTH'],
			['zh-cn', '+86 138 0013 8000 123456', 'PHONE_LENGTH'],
			['en', '+44 909 879 0000', 'PHONE_PREMIUM'],
			['en', '+44 70 1234 5678', 'PHONE_PREMIUM'],
			['en', '+86 100 0000 0000', 'INVALID_PHONE'],
			['en', 'call me', 'INVALID_PHONE'],
		]) {
			expect(await problem(await postJson('/api/callbacks', { ...callbackBody, locale, phone }))).toMatchObject({
				fields: [`phone: ${code}`],
			});
		}
	});

	it('books one call for one number and time, from however many windows', async ({ expect }) => {
		const windows = await Promise.all(
			Array.from({ length: 5 }, (_, index) =>
				postJson('/api/callbacks', callbackBody, { ...addressHeader(index), 'Idempotency-Key': `window-${index}` }),
			),
		);
		expect(windows.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(windows.filter(({ status }) => status === 409)).toHaveLength(4);
		const refused = windows.find(({ status }) => status === 409);
		expect(refused && (await problem(refused))).toMatchObject({ code: 'TOO_MANY_BOOKINGS' });
		expect(await seatsOf(callbackBody.slot)).toEqual([1]);
	});

	it('tells the browser that booked which call it has, and a stranger who knows the number nothing of when', async ({
		expect,
	}) => {
		const Cookie = cookies(await book());
		await book({ slot: otherSlot });
		const phone = phoneNumber(0);
		const answer = async (slot: string, headers = {}) =>
			(await problem(await postJson('/api/callbacks', { ...callbackBody, phone, slot }, { ...addressHeader(2), ...headers })))
				.code;
		const free = '2026-11-24T04:00:00Z';
		expect([await answer(callbackBody.slot), await answer(otherSlot), await answer(free)]).toEqual(
			Array.from({ length: 3 }, () => 'TOO_MANY_BOOKINGS'),
		);
		expect([await answer(callbackBody.slot, { Cookie }), await answer(free, { Cookie })]).toEqual([
			'ALREADY_BOOKED',
			'TOO_MANY_BOOKINGS',
		]);
	});

	it('lets the calls of a number be moved ten times a day: whoever tries every time learns no other one', async ({ expect }) => {
		const { path, headers } = await booked();
		const move = async (index: number) => {
			const slot = new Date(start + dayMs + ((index + 1) * hourMs) / 2).toISOString();
			return (await sendJson('PATCH', path, { slot, timezone: 'Asia/Shanghai' }, headers)).status;
		};
		const statuses: number[] = [];
		for (let index = 0; index <= personRates.callbackMoves; index++) statuses.push(await move(index));
		expect(statuses).toEqual([...Array.from({ length: personRates.callbackMoves }, () => 200), 429]);
	});

	it('lets the same time be booked again once it was cancelled', async ({ expect }) => {
		const { path, headers } = await booked();
		await send(path, { method: 'DELETE', headers });
		expect((await book()).status).toBe(201);
	});

	it('goes by its own clock, whatever zone or offset a browser tells', async ({ expect }) => {
		const skewed = await book({ slot: '2026-11-22T23:00:00-11:00', timezone: 'Pacific/Apia' });
		expect(await json(skewed)).toMatchObject({ slot: '2026-11-23T10:00:00Z' });
		expect(await problem(await book({ slot: '2026-11-23T11:00:00+09:00' }, 1))).toMatchObject({ code: 'SLOT_PAST' });
	});

	it('owes nothing for a race that is lost, of booking or of moving', async ({ expect }) => {
		const mailed = (kind: string) => countRows(`outbox WHERE kind = '${kind}'`);
		const races = await Promise.all([0, 1, 2, 3, 4].map((index) => book({ email: `a${index}@example.com` }, index)));
		expect(races.filter(({ status }) => status === 201)).toHaveLength(3);
		expect([await countRows('callback_seats'), await mailed('callBooked')]).toEqual([3, 3]);
		const elsewhere = ['2026-11-25T02:00:00Z', '2026-11-25T03:00:00Z', '2026-11-25T04:00:00Z', '2026-11-25T05:00:00Z'];
		const calls = await Promise.all(elsewhere.map((slot, index) => booked({ slot, email: `b${index}@example.com` }, 10 + index)));
		const moves = await Promise.all(
			calls.map(({ path, headers }) => sendJson('PATCH', path, { slot: otherSlot, timezone: 'Asia/Shanghai' }, headers)),
		);
		expect(moves.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 409]);
		expect([await seatsOf(otherSlot), await mailed('callMoved')]).toEqual([[1, 2, 3], 3]);
		expect(await countRows("callback_events WHERE event = 'moved'")).toBe(3);
	});

	it('keeps a held booking’s seat and does not tell', async ({ expect }) => {
		const { path, headers } = await booked({ website: 'x' });
		expect(await json(await send(path, { headers }))).toMatchObject({ state: 'booked' });
		expect(await env.DB.prepare('SELECT held FROM callbacks').first('held')).toBe(1);
		expect(await seatsOf(callbackBody.slot)).toEqual([1]);
	});

	it('refuses a secret in the note and keeps no seat', async ({ expect }) => {
		expect(await problem(await book({ note: walletKey }))).toMatchObject({
			code: 'SECRET_DETECTED',
			fields: ['note: SECRET_DETECTED'],
		});
		expect(await countRows('callback_seats')).toBe(0);
	});
});

describe('/api/callbacks/<reference>', () => {
	it('shows the call to whoever has the secret, however the reference is spelt', async ({ expect }) => {
		const { path, headers, reference } = await booked();
		const response = await send(path.toLowerCase(), { headers });
		expect(response.headers.get('Cache-Control')).toBe('no-store');
		expect(await json(response)).toEqual({
			reference,
			state: 'booked',
			slot: callbackBody.slot,
			end: '2026-11-24T02:30:00Z',
			timezone: 'Asia/Shanghai',
			topic: 'safety',
			phone: '+86 •••• 0000',
			attempts: 0,
			mostAttempts: 3,
			isOver: false,
			isChangeable: true,
			isDeniable: true,
			proof: { isHere: false, isLive: false },
			now: expect.stringMatching(/^2026-11-23T02:00:/),
			rating: 'none',
			sequence: 0,
			createdAt: expect.stringMatching(/^2026-11-23T02:00:/),
			timeline: [{ at: expect.any(String), event: 'booked' }],
		});
	});

	it('moves the call in one piece: the old seat is free, the new one taken', async ({ expect }) => {
		const { path, headers } = await booked();
		const response = await sendJson('PATCH', path, { slot: otherSlot, timezone: 'Europe/Berlin' }, headers);
		expect(response.status).toBe(200);
		expect(await json(response)).toMatchObject({ slot: otherSlot, timezone: 'Europe/Berlin', sequence: 1, state: 'booked' });
		expect(await seatsOf(callbackBody.slot)).toEqual([]);
		expect(await seatsOf(otherSlot)).toEqual([1]);
	});

	it('cannot be moved to where its number has another call', async ({ expect }) => {
		const { path, headers } = await booked();
		await book({ slot: otherSlot });
		expect(await problem(await sendJson('PATCH', path, { slot: otherSlot, timezone: 'Asia/Shanghai' }, headers))).toMatchObject({
			code: 'TOO_MANY_BOOKINGS',
		});
		expect(await seatsOf(callbackBody.slot)).toEqual([1]);
	});

	it('keeps the old seat when the new slot is full', async ({ expect }) => {
		for (let index = 1; index < 4; index++) await book({ slot: otherSlot }, index);
		const { path, headers } = await booked();
		expect(await problem(await sendJson('PATCH', path, { slot: otherSlot, timezone: 'Asia/Shanghai' }, headers))).toMatchObject({
			code: 'SLOT_FULL',
		});
		expect(await seatsOf(callbackBody.slot)).toEqual([1]);
		expect(await json(await send(path, { headers }))).toMatchObject({ slot: callbackBody.slot, sequence: 0 });
	});

	it('changes nothing when moved to where it is, and refuses wrong targets', async ({ expect }) => {
		const { path, headers } = await booked();
		const same = { slot: callbackBody.slot, timezone: 'Asia/Shanghai' };
		expect(await json(await sendJson('PATCH', path, same, headers))).toMatchObject({ sequence: 0 });
		expect(await problem(await sendJson('PATCH', path, { ...same, slot: '2026-11-23T02:30:00Z' }, headers))).toMatchObject({
			code: 'SLOT_PAST',
		});
		expect(await problem(await sendJson('PATCH', path, { ...same, slot: '2026-11-24T02:10:00Z' }, headers))).toMatchObject({
			code: 'INVALID',
		});
		expect(await problem(await sendJson('PATCH', path, {}, headers))).toMatchObject({
			fields: ['slot: REQUIRED', 'timezone: REQUIRED'],
		});
	});

	it('cancels, frees the seat for somebody else, and may be told twice', async ({ expect }) => {
		for (let index = 1; index < 3; index++) await book({}, index);
		const { path, headers } = await booked();
		for (let times = 0; times < 2; times++) {
			const response = await send(path, { method: 'DELETE', headers });
			expect(response.status).toBe(200);
			const { state, timeline } = await json<{ state: string; timeline: unknown[] }>(response);
			expect(state).toBe('cancelled');
			expect(timeline).toHaveLength(2);
		}
		expect((await book({}, 7)).status).toBe(201);
		expect(await problem(await sendJson('PATCH', path, { slot: otherSlot, timezone: 'Asia/Shanghai' }, headers))).toMatchObject({
			code: 'CONFLICT',
		});
	});

	it('loses no seat when a move and a cancellation meet', async ({ expect }) => {
		const { path, headers } = await booked();
		await Promise.all([
			sendJson('PATCH', path, { slot: otherSlot, timezone: 'Asia/Shanghai' }, headers),
			send(path, { method: 'DELETE', headers }),
		]);
		const { state } = await json<{ state: string }>(await send(path, { headers }));
		expect([state, await countRows('callback_seats')]).toEqual(['cancelled', 0]);
	});

	it('can be neither moved nor cancelled while somebody calls', async ({ expect }) => {
		const { path, headers } = await booked();
		const at = start + dayMs;
		await env.DB.prepare(`UPDATE callbacks SET state = 'calling', attempts = 1, calling_at = ?1`).bind(at).run();
		expect(
			await problem(await sendJson('PATCH', path, { slot: '2026-11-25T02:00:00Z', timezone: 'UTC' }, headers, { at })),
		).toMatchObject({ code: 'SLOT_PAST' });
		expect(await problem(await send(path, { method: 'DELETE', headers }, { at }))).toMatchObject({ code: 'SLOT_PAST' });
	});

	it('gives one answer for a wrong secret, an unknown reference and no secret at all', async ({ expect }) => {
		const { path, headers } = await booked();
		const { url, reference } = await json<Created>(
			await postJson('/api/contact', {
				locale: 'en',
				topic: 'other',
				name: 'A',
				email: 'a@example.com',
				message: 'A message long enough.',
			}),
		);
		const attempts = [
			send(path),
			send(path, { headers: { Authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAA' } }),
			send('/api/callbacks/C-00000-00000', { headers }),
			send('/api/callbacks/nonsense', { headers }),
			send(`/api/callbacks/${reference}`, { headers: { Authorization: `Bearer ${secretOf(url)}` } }),
			send(path.replace('/callbacks/', '/requests/'), { headers }),
			send(path, { method: 'DELETE' }),
			sendJson('PATCH', path, { slot: otherSlot, timezone: 'UTC' }),
		];
		const bodies = await Promise.all(attempts.map(async (attempt) => ({ ...(await json(await attempt)), requestId: '' })));
		expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
		expect(bodies[0]).toMatchObject({ status: 404, code: 'NOT_FOUND', fields: [] });
	});
});
