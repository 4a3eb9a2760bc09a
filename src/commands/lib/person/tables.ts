import * as z from 'zod';

import { CommandError } from '../command-error.ts';
import type { Query } from '../report-data.ts';

const ColumnsSchema = z.array(z.object({ name: z.string(), columns: z.string() }));

/** Columns by which a row belongs to a request or a callback. */
export const ownerColumns = ['reference', 'number'] as const;

/** Where people write to; every other table that names a reference belongs to a row of these. */
export const parents = ['requests', 'callbacks'] as const;

/** Tables whose rows name a reference and hold nothing else of a person: keyed hashes of whom the staff has blocked. */
export const outliving: readonly string[] = ['blocked_senders'];

/**
 * The tables that say whose their rows are, found in the database itself: a table that is added later is part of every answer and
 * every erasure without being listed anywhere. The audit log is not among them: it holds references and nothing else of a person.
 */
export async function personTables(query: Query): Promise<PersonTable[]> {
	const [rows = []] = await query([
		`SELECT m.name, json_group_array(c.name) AS columns FROM sqlite_master AS m, pragma_table_info(m.name) AS c
			WHERE m.type = 'table' AND m.name NOT LIKE '\\_cf%' ESCAPE '\\' AND m.name <> 'audit_log' GROUP BY m.name`,
	]);
	const tables = ColumnsSchema.parse(rows).map(({ name, columns }) => ({
		name,
		columns: z.array(z.string()).parse(JSON.parse(columns)),
	}));
	if (!tables.some(({ name }) => name === 'requests'))
		throw new CommandError('The database is empty: start the help centre once (npm start), or migrate it.');
	return tables.filter(({ columns }) => ownerColumns.some((column) => columns.includes(column)));
}

export interface PersonTable {
	name: string;
	columns: string[];
}
