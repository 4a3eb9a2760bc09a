import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { measureLoads } from '../../worker/callbacks/callback-loads.ts';
import { settle } from '../../worker/callbacks/call-settling.ts';
import { bookedSql, loadsSql } from '../../worker/db/callback-loads.ts';
import { agent, bookCall, slotAt } from './call-helpers.ts';
import { dayMs, envAt, hourMs, json, send, sendJson, setUp, start } from './helpers.ts';
import { minute } from './outbox-helpers.ts';

setUp();

/** Fills a slot of each of the past weeks. */
async function fillPast(weeks: number, slot: number, seats: number): Promise<void> {
	const references = Array.from({ length: weeks }, (_, week) =>
		Array.from({ length: seats }, (_, seat) => ({
			at: slot - (week + 1) * 7 * dayMs,
			seat: seat + 1,
			reference: `C-${slot}-${week}-${seat}`,
		})),
	).flat();
	await env.DB.batch(
		references.flatMap(({ at, seat, reference }) => [
			env.DB.prepare(
				`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
				VALUES (?1, 'booked', 'en', 'other', 'A', ?1, ?2, ?2, 'UTC', 1, 0)`,
			).bind(reference, at),
			env.DB.prepare('INSERT INTO callback_seats VALUES (?1, ?2, ?3)').bind(at, seat, reference),
		]),
	);
}

async function loadsOn(day: string): Promise<Record<string, string>> {
	const { slots } = await json<{ slots: { start: string; load: string }[] }>(
		await send(`/api/callbacks/slots?locale=zh-cn&from=${day}&days=1&timezone=Asia/Shanghai`),
	);
	return Object.fromEntries(slots.map((slot) => [slot.start.slice(11, 16), slot.load]));
}

describe('the load of a slot', () => {
	it(
		'is what is configured until a hundred calls have been counted, then what was counted',
		{ timeout: 30_000 },
		async ({ expect }) => {
			const tuesday = Date.parse('2026-11-24T05:00:00Z');
			for (let half = 0; half < 2; half++) await fillPast(8, tuesday + half * 1_800_000, 3);
			await measureLoads(envAt(start));
			expect(await loadsOn('2026-11-24')).toMatchObject({ '02:00': 'busy', '05:00': 'quiet', '07:00': 'normal' });
			for (let half = 0; half < 5; half++) await fillPast(8, tuesday + (half + 6) * 1_800_000, 2);
			await measureLoads(envAt(start + dayMs));
			expect(await loadsOn('2026-11-24')).toMatchObject({
				'02:00': 'quiet',
				'05:00': 'busy',
				'05:30': 'busy',
				'08:00': 'busy',
			});
		},
	);

	it('does not count the seats of a day on which nobody could book', async ({ expect }) => {
		const offered = () =>
			env.DB.prepare(`SELECT offered FROM callback_loads WHERE locale = 'zh-cn' AND weekday = 2 AND hour = 13`).first<number>(
				'offered',
			);
		await measureLoads(envAt(start));
		const all = (await offered()) ?? 0;
		const tuesday = Date.parse('2026-11-17T05:00:00Z');
		await env.DB.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (?1, ?2, 0)')
			.bind(tuesday - 5 * 3_600_000, tuesday + 5 * 3_600_000)
			.run();
		await measureLoads(envAt(start + dayMs));
		// Two slots of three seats.
		expect(all - ((await offered()) ?? 0)).toBe(6);
	});

	it('counts every call that was booked for a time, also one that reached nobody, but not who gave it up before', async ({
		expect,
	}) => {
		const ada = await agent();
		const [next, other] = ['2026-11-23T08:00:00Z', '2026-11-24T06:00:00Z'];
		const move = (call: Awaited<ReturnType<typeof bookCall>>, at: number) =>
			sendJson('PATCH', call.path, { slot: other, timezone: 'Asia/Shanghai' }, call.link, { at });
		const [missed, forgotten, early] = [await bookCall(), await bookCall(), await bookCall()];
		expect((await move(early, slotAt - minute)).status).toBe(200);
		const cancelled = await bookCall();
		await send(cancelled.path, { method: 'DELETE', headers: cancelled.link }, { at: slotAt - minute });
		await ada.act(missed.reference, 'call', slotAt - minute);
		await ada.act(missed.reference, 'missed', slotAt, { next: '' });
		await settle(envAt(slotAt + hourMs + minute));
		expect((await forgotten.here(slotAt + 2 * hourMs)).state).toBe('offered');
		expect((await move(forgotten, slotAt + 2 * hourMs)).status).toBe(200);
		const offered = await bookCall({ slot: next });
		await ada.act(offered.reference, 'offer', slotAt);
		await bookCall({ slot: next, website: 'held' });
		await measureLoads(envAt(start + dayMs));
		const { results } = await env.DB.prepare(
			`SELECT hour, taken FROM callback_loads WHERE locale = 'zh-cn' AND weekday = 1 AND taken > 0`,
		).all();
		expect(results).toEqual([{ hour: 14, taken: 2 }]);
	});

	it('is counted once a day', async ({ expect }) => {
		await measureLoads(envAt(start));
		const at = () => env.DB.prepare('SELECT MAX(measured_at) FROM callback_loads').first('MAX(measured_at)');
		const first = await at();
		await measureLoads(envAt(start + 3_600_000));
		expect(await at()).toBe(first);
		await measureLoads(envAt(start + dayMs));
		expect(await at()).not.toBe(first);
	});

	it('is read without a scan', async ({ expect }) => {
		const planOf = async (sql: string, ...values: unknown[]) => {
			const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
				.bind(...values)
				.all<{ detail: string }>();
			return results.map(({ detail }) => detail);
		};
		expect(await planOf(loadsSql, 'en')).toEqual(['SEARCH callback_loads USING PRIMARY KEY (locale=?)']);
		expect((await planOf(bookedSql, 1, 2)).join('\n')).not.toContain('SCAN');
	});
});
