import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, it } from 'vitest';

/** A database of its own: the others have been migrated already. */
const db = env.MIGRATED_CALLS;

describe('a database in which calls could only be booked', () => {
	beforeAll(async () => {
		const last = env.TEST_MIGRATIONS.findIndex(({ name }) => name.startsWith('0011'));
		await applyD1Migrations(db, env.TEST_MIGRATIONS.slice(0, last));
		await db.prepare(`DELETE FROM callbacks`).run();
		const insert = db.prepare(
			`INSERT INTO callbacks (reference, state, locale, topic, name, phone, email, note, slot_start, slot_end, timezone, sequence,
				phone_nth, created_at)
			VALUES (?1, ?2, 'en', 'other', 'Ada', '+12025550100', 'ada@example.com', 'Hello', ?3, ?3 + 1800000, 'UTC', 2, 1, 5)`,
		);
		await db.batch([
			...['booked', 'held', 'cancelled'].map((state, index) =>
				insert.bind(`C-0000${index}-00000`, state, 1_000_000 * (index + 1)),
			),
			db.prepare(
				`INSERT INTO callback_events (reference, at, event) VALUES ('C-00000-00000', 5, 'booked'), ('C-00000-00000', 6, 'moved')`,
			),
			db.prepare(`INSERT INTO callback_seats (slot, seat, reference) VALUES (1000000, 1, 'C-00000-00000')`),
		]);
		await applyD1Migrations(db, env.TEST_MIGRATIONS);
	});

	it('keeps every call, event and seat', async ({ expect }) => {
		const { results } = await db
			.prepare('SELECT reference, state, held, note, sequence, version, set_at, attempts FROM callbacks ORDER BY reference')
			.all();
		expect(results).toEqual(
			['booked', 'held', 'cancelled'].map((state, index) => ({
				reference: `C-0000${index}-00000`,
				state: state === 'held' ? 'booked' : state,
				held: state === 'held' ? 1 : 0,
				note: 'Hello',
				sequence: 2,
				version: 1,
				set_at: 5,
				attempts: 0,
			})),
		);
		expect((await db.prepare('SELECT event FROM callback_events ORDER BY id').all()).results).toEqual([
			{ event: 'booked' },
			{ event: 'moved' },
		]);
		expect(await db.prepare('SELECT slot, seat, reference FROM callback_seats').first()).toEqual({
			slot: 1_000_000,
			seat: 1,
			reference: 'C-00000-00000',
		});
	});

	it('takes a held call from an older version of the Worker, too', async ({ expect }) => {
		await db
			.prepare(
				`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
				VALUES ('C-7', 'held', 'en', 'other', '', '', 3, 4, 'UTC', 1, 1)`,
			)
			.run();
		const row = await db.prepare(`SELECT state, held FROM callbacks WHERE reference = 'C-7'`).first();
		expect(row).toEqual({ state: 'booked', held: 1 });
	});

	it('still gives a seat once, and takes everything along when a call is deleted, messages included', async ({ expect }) => {
		await expect(
			db.prepare(`INSERT INTO callback_seats (slot, seat, reference) VALUES (1000000, 1, 'C-00001-00000')`).run(),
		).rejects.toThrow('UNIQUE');
		await db
			.prepare(
				`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
				VALUES ('k', 'mail', 'callBooked', 'C-00000-00000', 'en', 'due', 1, 1)`,
			)
			.run();
		await db.prepare(`DELETE FROM callbacks WHERE reference = 'C-00000-00000'`).run();
		for (const table of ['callback_events', 'callback_seats', 'outbox'])
			expect([table, await db.prepare(`SELECT COUNT(*) FROM ${table}`).first('COUNT(*)')]).toEqual([table, 0]);
	});

	it('refuses what a switched-off form sends, a blocked number and a closed day', async ({ expect }) => {
		const insert = db.prepare(
			`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at, set_at,
				phone_hash) VALUES ('C-9', 'booked', 'en', 'other', '', '', 1, 2, 'UTC', 1, 1, 1, 'blocked')`,
		);
		await db.prepare(`INSERT INTO blocked_numbers (hash, booking, at) VALUES ('blocked', 'C-1', 1)`).run();
		await expect(insert.run()).rejects.toThrow('number is blocked');
		await db.prepare('DELETE FROM blocked_numbers').run();
		await db.prepare(`UPDATE callbacks SET slot_start = 7, held = 1 WHERE reference = 'C-00001-00000'`).run();
		await expect(
			db
				.prepare(
					`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
					VALUES ('C-8', 'booked', 'en', 'other', '', '+12025550100', 7, 8, 'UTC', 1, 1)`,
				)
				.run(),
		).rejects.toThrow('number is booked then');
		await db.prepare(`INSERT INTO switched_off (form, since) VALUES ('callbacks', 1)`).run();
		await expect(insert.run()).rejects.toThrow('form is switched off');
		await db.prepare(`INSERT INTO closed_days (from_at, until_at, at) VALUES (5000000, 6000000, 1)`).run();
		const seat = (slot: number) =>
			db.prepare(`INSERT INTO callback_seats (slot, seat, reference) VALUES (?1, 1, 'C-00001-00000')`).bind(slot).run();
		await expect(seat(5_000_000)).rejects.toThrow('day is closed');
		await seat(6_000_000);
	});
});
