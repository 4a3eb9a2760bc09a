import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { erasePerson } from '../../src/commands/lib/person/erase.ts';
import { exportPerson } from '../../src/commands/lib/person/export.ts';
import type { FileStore } from '../../src/commands/lib/person/files.ts';
import { personTables } from '../../src/commands/lib/person/tables.ts';
import { openDatabase } from './lib/database.ts';

const at = Date.parse('2026-11-23T04:00:00Z');
const email = "o'ada@example.com";
const yes = async () => true;
const noFiles: FileStore = { download: async () => 0, remove: async () => 0, left: async () => 0 };

/** Ada has written twice and booked a call; Grace once. */
function people() {
	const { database, query } = openDatabase();
	const add = (reference: string, name: string, address: string) => {
		database.exec(`
			INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, team, updated_at)
				VALUES ('${reference}', 'answered', 'en', 'other', 0, '${name}', '${address.replaceAll("'", "''")}', '${name} asks', 5, 'support', 5);
			INSERT INTO request_events (reference, at, event) VALUES ('${reference}', 5, 'received');
			INSERT INTO request_messages (reference, author, agent, body, created_at) VALUES
				('${reference}', 'person', NULL, '${name} says', 6), ('${reference}', 'note', 'lin@example.com', 'About ${name}', 7);
			INSERT INTO request_ratings (reference, speed, comment, created_at) VALUES ('${reference}', 5, '${name} thanks', 8);
			INSERT INTO idempotency_keys (route, key, body_hash, reference, expires_at) VALUES ('contact', '${reference}', 'x', '${reference}', 9);
			INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
				VALUES ('a.${reference}', 'mail', 'reply', '${reference}', 'en', 'sent', 1, 1);
			INSERT INTO mailbox (dedupe_key, reference, recipient, subject, text, html, received_at)
				VALUES ('a.${reference}', '${reference}', '${address.replaceAll("'", "''")}', 's', 't', 'h', 1);
			INSERT INTO audit_log (at, actor, action, subject) VALUES (6, 'lin@example.com', 'noted', '${reference}')`);
	};
	add('R-00000-00001', 'Ada', email);
	add('R-00000-00002', 'Ada', email.toUpperCase());
	add('R-00000-00003', 'Grace', 'grace@example.com');
	database.exec(`
		INSERT INTO callbacks (reference, state, locale, topic, name, phone, email, slot_start, slot_end, timezone, phone_nth, created_at)
			VALUES ('C-00000-00001', 'booked', 'en', 'other', 'Ada', '+12025550143', '${email.replaceAll("'", "''")}', 1, 2, 'UTC', 1, 1);
		INSERT INTO callback_events (reference, at, event) VALUES ('C-00000-00001', 1, 'booked');
		INSERT INTO callback_seats (slot, seat, reference) VALUES (1, 1, 'C-00000-00001')`);
	const everything = () => {
		const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[];
		return Object.fromEntries(tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
	};
	return { database, query, everything };
}

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'person-'));
	onTestFinished(() => rmSync(path, { recursive: true }));
	return join(path, 'export');
}

describe('the export of a person', () => {
	test('is everything that is stored about that address, and nothing of anybody else', async () => {
		const { query, everything } = people();
		const to = folder();
		const counts = await exportPerson(query, { files: noFiles, email: ` ${email}`, folder: to, at });
		expect(counts).toMatchObject({ requests: 2, request_messages: 4, request_ratings: 2, callbacks: 1, outbox: 2, mailbox: 2 });
		const text = readFileSync(join(to, 'person.json'), 'utf8');
		for (const part of ['Ada asks', 'Ada says', 'About Ada', 'Ada thanks', '+12025550143', '1970-01-01T00:00:00.005Z'])
			expect(text).toContain(part);
		expect(text).not.toMatch(/grace|lin@example/i);
		const lines = everything()['audit_log']?.filter((row) => row['action'] === 'exported');
		expect(lines?.map((row) => row['subject'])).toEqual(['R-00000-00001', 'R-00000-00002', 'C-00000-00001']);
	});

	test('can be read by nobody else on the machine', async () => {
		const to = folder();
		await exportPerson(people().query, { files: noFiles, email, folder: to, at });
		expect([statSync(to).mode & 0o777, statSync(join(to, 'person.json')).mode & 0o777]).toEqual([0o700, 0o600]);
	});

	test('refuses what is no mail address', async () => {
		await expect(exportPerson(people().query, { files: noFiles, email: 'ada', folder: folder(), at })).rejects.toThrow(
			'no mail address',
		);
	});
});

describe('the erasure of a person', () => {
	test('leaves nothing of them in any table but what was done, by reference, and everything of others', async () => {
		const { query, everything } = people();
		const erased = await erasePerson(query, { files: noFiles, email, at, confirm: yes });
		expect(erased?.rows).toMatchObject({
			requests: 2,
			idempotency_keys: 2,
			outbox: 2,
			mailbox: 2,
			callbacks: 1,
			callback_seats: 1,
		});
		const { audit_log: log, ...tables } = everything();
		expect(JSON.stringify(tables)).not.toMatch(/ada|R-00000-0000[12]|C-00000|2025550143/i);
		expect(JSON.stringify(log)).not.toMatch(/ada/i);
		expect(log?.filter((row) => row['action'] === 'erased')).toHaveLength(3);
		expect([tables['requests']?.length, tables['request_messages']?.length, tables['mailbox']?.length]).toEqual([1, 2, 1]);
	});

	test('leaves the block of a sender as it is', async () => {
		const { query, database } = people();
		database.exec(
			`INSERT INTO blocked_senders (sender, since, agent, reference) VALUES ('hash', 1, 'lin@example.com', 'R-00000-00001')`,
		);
		await erasePerson(query, { files: noFiles, email, at, confirm: yes });
		expect(database.prepare('SELECT sender FROM blocked_senders').all()).toEqual([{ sender: 'hash' }]);
	});

	test('does nothing unless it is confirmed, with what there is', async () => {
		const { query, everything } = people();
		const before = everything();
		let asked: Record<string, number> = {};
		const confirm = async (found: Record<string, number>) => {
			asked = found;
			return false;
		};
		expect(await erasePerson(query, { files: noFiles, email, at, confirm })).toBeNull();
		expect([asked['requests'], everything()]).toEqual([2, before]);
	});

	test('of nobody asks nothing and changes nothing', async () => {
		const { query, everything } = people();
		const before = everything();
		const confirm = () => Promise.reject(new Error('asked'));
		expect(await erasePerson(query, { files: noFiles, email: 'nobody@example.com', at, confirm })).toEqual({
			rows: {},
			files: 0,
		});
		expect(everything()).toEqual(before);
	});

	test('says what is left when something is', async () => {
		const { query, database } = people();
		database.exec(`CREATE TRIGGER keep BEFORE DELETE ON mailbox BEGIN SELECT RAISE(IGNORE); END`);
		await expect(erasePerson(query, { files: noFiles, email, at, confirm: yes })).rejects.toThrow('2 in mailbox');
	});

	test('takes files along, before the rows that know their names, and looks for them afterwards', async () => {
		const { query, everything } = people();
		const done: string[] = [];
		const files: FileStore = {
			download: async () => 0,
			async remove(rows) {
				done.push(`removed with ${everything()['requests']?.length} requests there`);
				return rows['requests']?.length ?? 0;
			},
			left: async () => 1,
		};
		await expect(erasePerson(query, { files, email, at, confirm: yes })).rejects.toThrow('1 in files');
		expect(done).toEqual(['removed with 3 requests there']);
	});

	test('finds a table that is added later by itself', async () => {
		const { query, database } = people();
		database.exec(
			`CREATE TABLE drafts (reference TEXT, body TEXT); INSERT INTO drafts VALUES ('R-00000-00001', 'x'), ('R-00000-00003', 'y')`,
		);
		expect((await personTables(query)).map(({ name }) => name)).toContain('drafts');
		await erasePerson(query, { files: noFiles, email, at, confirm: yes });
		expect(database.prepare('SELECT body FROM drafts').all()).toEqual([{ body: 'y' }]);
	});
});
