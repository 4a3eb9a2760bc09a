import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, it } from 'vitest';

/** A database of its own: the others have been migrated already. */
const db = env.MIGRATED;

const columns = `reference, state, locale, topic, urgent, name, email, message, articles, created_at`;

describe('a database of the first schema', () => {
	beforeAll(async () => {
		const before = (number: string) =>
			env.TEST_MIGRATIONS.slice(
				0,
				env.TEST_MIGRATIONS.findIndex(({ name }) => name.startsWith(number)),
			);
		await applyD1Migrations(db, before('0004'));
		await db.batch([
			...['received', 'held'].map((state, index) =>
				db
					.prepare(
						`INSERT INTO requests (${columns}) VALUES (?1, ?2, 'en', ?3, 1, 'Ada', 'ada@example.com', 'Hello', '["en/faq/x"]', 5)`,
					)
					.bind(`R-0000${index}-00000`, state, index ? 'safety' : 'deposits'),
			),
			db.prepare(`INSERT INTO request_events (reference, at, event) VALUES ('R-00000-00000', 5, 'received')`),
			db.prepare(`INSERT INTO switch_events (at, form, state) VALUES (5, 'votes', 'off')`),
		]);
		await applyD1Migrations(db, before('0005'));
		await db
			.prepare(
				`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
				VALUES ('k', 'mail', 'reply', 'R-00000-00000', 'en', 'due', 1, 1)`,
			)
			.run();
		await applyD1Migrations(db, env.TEST_MIGRATIONS);
	});

	it('keeps every request, event and owed message, and gives each request its team', async ({ expect }) => {
		const { results } = await db
			.prepare('SELECT reference, state, team, version, message, updated_at FROM requests ORDER BY reference')
			.all();
		expect(results).toEqual([
			{ reference: 'R-00000-00000', state: 'received', team: 'support', version: 1, message: 'Hello', updated_at: 5 },
			{ reference: 'R-00001-00000', state: 'held', team: 'risk', version: 1, message: 'Hello', updated_at: 5 },
		]);
		expect(await db.prepare('SELECT COUNT(*) FROM request_events').first('COUNT(*)')).toBe(1);
		expect(await db.prepare('SELECT COUNT(*) FROM outbox').first('COUNT(*)')).toBe(1);
	});

	it('gives what came before there were rules a normal priority and its place in the queue, and promises nothing', async ({
		expect,
	}) => {
		const row = await db.prepare('SELECT rule, priority, due_at, queue_key FROM requests').first();
		expect(row).toEqual({ rule: null, priority: 1, due_at: null, queue_key: 10_000_000_000_005 });
		expect(await db.prepare('SELECT form, actor FROM switch_events').first()).toEqual({ form: 'votes', actor: null });
	});

	it('numbers requests as they came, those of before and whatever comes', async ({ expect }) => {
		const numbers = async () =>
			(await db.prepare('SELECT reference, number FROM requests ORDER BY reference').all<{ number: number }>()).results.map(
				({ number }) => number,
			);
		expect(await numbers()).toEqual([1, 2]);
		const insert = `INSERT INTO requests (${columns}, team, updated_at) VALUES ('R-9', 'received', 'en', 'other', 0, '', '', '', '[]', 1, '', 1)`;
		await db.prepare(insert).run();
		expect(await numbers()).toEqual([1, 2, 3]);
		await db.prepare(`DELETE FROM requests WHERE reference = 'R-9'`).run();
	});

	it('still refuses what a switched-off form sends, and an event of a request that does not exist', async ({ expect }) => {
		await db.prepare(`INSERT INTO switched_off (form, since) VALUES ('contact', 1)`).run();
		const insert = db.prepare(
			`INSERT INTO requests (${columns}, team, updated_at) VALUES ('R-2', 'received', 'en', 'other', 0, '', '', '', '[]', 1, 'support', 1)`,
		);
		await expect(insert.run()).rejects.toThrow('form is switched off');
		await expect(
			db.prepare(`INSERT INTO request_events (reference, at, event) VALUES ('R-2', 1, 'received')`).run(),
		).rejects.toThrow('FOREIGN KEY');
	});

	it('takes everything of a request along when it is deleted, messages that are owed included', async ({ expect }) => {
		await db.prepare(`DELETE FROM requests WHERE reference = 'R-00000-00000'`).run();
		for (const table of ['request_events', 'outbox'])
			expect(await db.prepare(`SELECT COUNT(*) FROM ${table}`).first('COUNT(*)')).toBe(0);
	});

	it('has an audit log that nobody can change or shorten', async ({ expect }) => {
		const add = db.prepare(`INSERT INTO audit_log (at, actor, action, subject) VALUES (?1, 'a', 'replied', 'R')`);
		await db.batch([add.bind(Date.now()), add.bind(0)]);
		await expect(db.prepare(`UPDATE audit_log SET actor = 'b'`).run()).rejects.toThrow('append-only');
		await expect(db.prepare('DELETE FROM audit_log').run()).rejects.toThrow('append-only');
		await db.prepare('DELETE FROM audit_log WHERE at = 0').run();
		expect(await db.prepare('SELECT COUNT(*) FROM audit_log').first('COUNT(*)')).toBe(1);
	});
});
