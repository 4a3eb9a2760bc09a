import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import type { Query } from '../../../src/commands/lib/report-data.ts';

const folder = 'worker/migrations';

/** A database in memory with every migration, and the way in which commands ask it. */
export function openDatabase(): { database: DatabaseSync; query: Query } {
	const database = new DatabaseSync(':memory:');
	database.exec('PRAGMA foreign_keys = ON');
	for (const name of readdirSync(folder).toSorted()) database.exec(readFileSync(`${folder}/${name}`, 'utf8'));
	return { database, query: async (statements) => statements.map((sql) => database.prepare(sql).all()) };
}
