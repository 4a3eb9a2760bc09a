import * as z from 'zod';

import { CommandError } from '../command-error.ts';
import type { Query } from '../report-data.ts';
import { quote, sqlList } from '../sql.ts';
import { ownerColumns, parents, personTables, type PersonTable } from './tables.ts';

const RowSchema = z.record(z.string(), z.unknown());
const OwnedSchema = z.object({ reference: z.string(), number: z.int().nullish() });

/** Requests and callbacks of a mail address, written however; what else there is hangs on them. */
export async function findPerson(query: Query, email: string): Promise<Person> {
	const address = z.email().safeParse(email.trim());
	if (!address.success) throw new CommandError(`${email} is no mail address: write --email ada@example.com.`);
	const tables = await personTables(query);
	const answers = await query(
		parents.map((table) => `SELECT * FROM ${table} WHERE lower(email) = lower(${quote(address.data)})`),
	);
	const owned = answers.flat().map((row) => OwnedSchema.parse(row));
	return {
		email: address.data,
		tables,
		references: owned.map(({ reference }) => reference),
		numbers: owned.flatMap(({ number }) => number ?? []),
	};
}

/** Every row that belongs to a person, by table. */
export async function readRows(query: Query, person: Person): Promise<Record<string, Row[]>> {
	const answers = await query(person.tables.map((table) => `SELECT * FROM ${table.name} WHERE ${isTheirs(table, person)}`));
	const rows = person.tables.map(({ name }, index) => [name, z.array(RowSchema).parse(answers[index])] as const);
	return Object.fromEntries(rows.filter(([, found]) => found.length > 0));
}

/** The condition by which rows of a table are a person's. The local mailbox is asked for the address as well. */
export function isTheirs({ columns }: PersonTable, { references, numbers, email }: Person): string {
	const values = { reference: references, number: numbers };
	const owned = ownerColumns
		.filter((column) => columns.includes(column))
		.map((column) => `${column} IN ${sqlList(values[column])}`);
	const address = ['email', 'recipient'].filter((column) => columns.includes(column));
	return [...owned, ...address.map((column) => `lower(${column}) = lower(${quote(email)})`)].join(' OR ');
}

export interface Person {
	email: string;
	tables: PersonTable[];
	references: string[];
	/** Numbers of the requests, by which the search index knows them. */
	numbers: number[];
}

export type Row = z.output<typeof RowSchema>;
