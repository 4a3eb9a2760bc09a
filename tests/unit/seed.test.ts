import { describe, expect, test } from 'vitest';

import { allWordLists } from '#shared/all-word-lists';
import { explorers, explorerUrl } from '#shared/formats';
import { findSecrets } from '#shared/secret-guard';
import { isSeeded, seededReference } from '#shared/seeded';

import { fillStatements, removeStatements } from '../../src/commands/lib/seed/demonstration-data.ts';
import { english } from '../../src/commands/lib/seed/stories-en.ts';
import { chinese } from '../../src/commands/lib/seed/stories-zh.ts';
import { openDatabase } from './lib/database.ts';

const now = Date.parse('2026-11-23T04:00:00Z');
const articles = ['en/faq/a', 'zh-cn/faq/a'];
const fill = fillStatements({ now, articles });

function seeded() {
	const { database } = openDatabase();
	// What is already there, also what looks a little like a demonstration.
	database.exec(`
		INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, team, updated_at)
			VALUES ('R-DEM0N-TAAAA', 'received', 'en', 'other', 0, 'Ada', 'demonstration@example.com', 'Hello', 5, 'support', 5);
		INSERT INTO votes VALUES ('en/faq/a', 'demonstration', 'yes', NULL, NULL, 'x', 0, 1, 1);
		INSERT INTO staff VALUES ('lin@example.com', 'agent', 1, 1);
		INSERT INTO search_miss_texts VALUES ('demonstration', 'en', 'x', 1)`);
	const everything = () => {
		const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[];
		return Object.fromEntries(tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
	};
	const before = everything();
	for (const sql of fill) database.exec(sql);
	const column = (sql: string) =>
		database
			.prepare(sql)
			.all()
			.map((row) => Object.values(row)[0]);
	return { database, before, everything, column };
}

describe('the demonstration data', () => {
	test('fills 60 days in both languages, with every state, team and kind of thing', () => {
		const { column } = seeded();
		expect(column(`SELECT COUNT(*) FROM requests WHERE reference GLOB 'R-DEM0N-ST*'`)).toEqual([200]);
		expect(column('SELECT DISTINCT locale FROM requests ORDER BY 1')).toEqual(['en', 'zh-cn']);
		const states = ['answered', 'assigned', 'closed', 'held', 'received', 'solved', 'waiting'];
		expect(column('SELECT DISTINCT state FROM requests ORDER BY 1')).toEqual(states);
		expect(column('SELECT COUNT(DISTINCT team) FROM requests')).toEqual([3]);
		expect(column('SELECT COUNT(DISTINCT topic) FROM requests')).toEqual([7]);
		expect(Number(column('SELECT MIN(created_at) FROM requests WHERE created_at > 5')[0])).toBeGreaterThan(now - 61 * 86_400_000);
		expect(column('SELECT COUNT(*) FROM requests WHERE updated_at > ' + now)).toEqual([0]);
		for (const table of ['request_messages', 'request_ratings', 'callbacks', 'votes', 'search_misses', 'outbox', 'request_terms'])
			expect(Number(column(`SELECT COUNT(*) FROM ${table}`)[0])).toBeGreaterThan(5);
		expect(column(`SELECT DISTINCT author FROM request_messages ORDER BY 1`)).toEqual(['note', 'person', 'staff']);
	});

	test('is the same whenever it is made', () => {
		expect(fillStatements({ now, articles })).toEqual(fill);
	});

	test('is removed whole, and nothing else with it', () => {
		const { database, before, everything } = seeded();
		for (const sql of removeStatements()) database.exec(sql);
		expect(everything()).toEqual(before);
	});

	test('tells of nothing that cannot have happened', () => {
		const { column } = seeded();
		expect(column('SELECT reference FROM requests WHERE first_reply_at < created_at OR ended_at < first_reply_at')).toEqual([]);
		expect(column(`SELECT reference FROM requests WHERE (state IN ('solved', 'closed')) <> (ended_at IS NOT NULL)`)).toEqual([]);
		expect(column(`SELECT reference FROM request_ratings JOIN requests USING (reference) WHERE is_open = 1`)).toEqual([]);
	});

	test('gives every chain hashes of its own form', () => {
		const { database } = seeded();
		const rows = database.prepare('SELECT chain, tx_hash FROM requests WHERE tx_hash IS NOT NULL').all();
		const forms: Record<string, RegExp> = { tron: /^[\da-f]{64}$/, solana: /^[1-9A-HJ-NP-Za-km-z]{88}$/ };
		const unfit = rows.filter(({ chain, tx_hash: hash }) => {
			const form = forms[String(chain)] ?? /^0x[\da-f]{64}$/;
			return !form.test(String(hash)) || explorerUrl(String(hash), String(chain)) !== explorers[String(chain)] + String(hash);
		});
		expect(unfit).toEqual([]);
		expect(new Set(rows.map(({ chain }) => chain)).size).toBe(5);
	});

	test('names nobody: reserved addresses and numbers only', () => {
		const { column } = seeded();
		const emails = column('SELECT email FROM requests UNION SELECT email FROM staff');
		expect(emails.filter((email) => !String(email).endsWith('@example.com'))).toEqual([]);
		expect(column('SELECT phone FROM callbacks').filter((phone) => !/^\+120255501\d\d$/.test(String(phone)))).toEqual([]);
	});

	test('says nothing that the secret guard would stop', () => {
		const texts = [english, chinese].flatMap((stories) =>
			Object.values(stories)
				.flat()
				.flatMap((story) => Object.values(story)),
		);
		expect(texts.filter((text) => findSecrets(text, allWordLists).length > 0)).toEqual([]);
	});
});

describe('a marked reference', () => {
	test('is a reference like any other to whoever reads it', () => {
		for (const index of [0, 31, 32, 199, 32_767]) {
			const reference = seededReference('R', index);
			expect(reference).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
			expect(isSeeded(reference)).toBe(true);
		}
		expect(isSeeded('R-7K3MQ-9XDTE')).toBe(false);
	});
});
