import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { addressHeader, callbackBody, countRows, json, phoneNumber, postJson, setUp, start } from './helpers.ts';

setUp();

const { bookings, slots, rows } = env.TEST_RUSH;
const seatsEach = 3;
const halfHourMs = 1_800_000;
const firstSlot = Date.parse('2026-11-24T01:00:00Z');
const sample = 25;

function slotAt(index: number): string {
	return new Date(firstSlot + (index % slots) * halfHourMs).toISOString();
}

async function book(index: number, slot = slotAt(index)): Promise<{ status: number; code: string; alternatives: string[] }> {
	const response = await postJson('/api/callbacks', { ...callbackBody, slot, phone: phoneNumber(index) }, addressHeader(index));
	const { code = '', alternatives = [] } = await json<{ code?: string; alternatives?: string[] }>(response);
	return { status: response.status, code, alternatives };
}

/** Calls that are over: what a desk has after years. */
async function fillPast(count: number): Promise<void> {
	await env.DB.prepare(
		`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
		SELECT 'P-' || i, 'booked', 'en', 'other', 'A', '+861380' || (1000000 + i % 50000), ?2 - i * 60000, ?2 - i * 60000 + 1, 'UTC', 1, 0 FROM n`,
	)
		.bind(count, start)
		.run();
	await env.DB.prepare(
		`INSERT INTO callback_seats (slot, seat, reference) SELECT slot_start, 1, reference FROM callbacks WHERE reference LIKE 'P-%'`,
	).run();
}

/** Milliseconds of the middle one of some bookings, one after the other. */
async function middleTime(from: number): Promise<number> {
	const times: number[] = [];
	for (let index = from; index < from + sample; index++) {
		const began = performance.now();
		await book(index);
		times.push(performance.now() - began);
	}
	return times.sort((a, b) => a - b)[Math.floor(sample / 2)] ?? 0;
}

describe(`${bookings} people who book at once`, () => {
	it(
		`get exactly the seats of ${slots} slots, and everybody else is told where one is free`,
		{ timeout: 300_000 },
		async ({ expect }) => {
			const began = performance.now();
			const answers = await Promise.all(Array.from({ length: bookings }, (_, index) => book(index)));
			const took = performance.now() - began;
			const booked = answers.filter(({ status }) => status === 201);
			const refused = answers.filter(({ status }) => status === 409);
			expect(booked).toHaveLength(slots * seatsEach);
			expect(refused).toHaveLength(bookings - booked.length);
			for (const { code, alternatives } of refused) expect([code, new Set(alternatives).size]).toEqual(['SLOT_FULL', 3]);
			expect([await countRows('callbacks'), await countRows('callback_seats'), await countRows('callback_events')]).toEqual(
				Array.from({ length: 3 }, () => slots * seatsEach),
			);
			const { results } = await env.DB.prepare('SELECT slot FROM callback_seats GROUP BY slot HAVING COUNT(*) <> ?1')
				.bind(seatsEach)
				.all();
			expect(results).toEqual([]);
			// Whoever comes last is offered what is free in fact.
			const { alternatives } = await book(bookings);
			const offered = await Promise.all(alternatives.map((slot, index) => book(bookings + 1 + index, slot)));
			expect(offered.map(({ status }) => status)).toEqual([201, 201, 201]);
			console.log(
				`${bookings} bookings in ${Math.round(took)} ms: ${booked.length} booked, ${refused.length} refused, no other answer`,
			);
		},
	);
});

describe('the time of one booking', () => {
	it(`stays flat when ${rows} calls lie behind it`, { timeout: 300_000 }, async ({ expect }) => {
		await middleTime(0);
		await env.DB.batch(['callbacks', 'rate_counts'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
		const empty = await middleTime(0);
		await env.DB.batch(['callbacks', 'rate_counts'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
		await fillPast(rows);
		const full = await middleTime(0);
		console.log(`one booking: ${empty.toFixed(1)} ms in an empty table, ${full.toFixed(1)} ms among ${rows}`);
		expect(full).toBeLessThan(empty * 2 + 5);
	});
});
