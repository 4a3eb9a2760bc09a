import { CommandError } from '../command-error.ts';
import type { Query } from '../report-data.ts';
import { auditStatements } from './audit.ts';
import { countRows } from './export.ts';
import type { FileStore } from './files.ts';
import { findPerson, isTheirs, readRows, type Person, type Row } from './find.ts';
import { outliving, parents } from './tables.ts';

/**
 * Erases everything of one person and looks whether anything is left. `confirm` is asked with what there is, and nothing happens
 * when it says no. Answers what has been erased, by table; null when it was not confirmed. Throws when something is left.
 */
export async function erasePerson(query: Query, { files, email, at, confirm }: EraseOptions): Promise<Erased | null> {
	const person = erasable(await findPerson(query, email));
	const rows = await readRows(query, person);
	const found = countRows(rows);
	if (Object.keys(found).length === 0) return { rows: {}, files: 0 };
	if (!(await confirm(found))) return null;
	// Files first: without their rows nobody would know their names any more.
	const removed = await files.remove(rows);
	await query([...deletions(person), ...auditStatements('erased', person.references, at)]);
	await requireNothingLeft(query, { files, rows, person });
	return { rows: found, files: removed };
}

/** Nobody gets rid of a block by an erasure. */
function erasable(person: Person): Person {
	return { ...person, tables: person.tables.filter(({ name }) => !outliving.includes(name)) };
}

/** What hangs on a request goes before it: an erasure that was interrupted can be started again, and still finds everything. */
function deletions(person: Person): string[] {
	const isParent = ({ name }: { name: string }) => parents.some((parent) => parent === name);
	const ordered = [...person.tables.filter((table) => !isParent(table)), ...person.tables.filter(isParent)];
	return ordered.map((table) => `DELETE FROM ${table.name} WHERE ${isTheirs(table, person)}`);
}

async function requireNothingLeft(query: Query, { files, rows, person }: Looked): Promise<void> {
	const left = countRows(await readRows(query, person));
	const stored = await files.left(rows);
	if (stored > 0) left['files'] = stored;
	const found = Object.entries(left).map(([table, count]) => `${count} in ${table}`);
	if (found.length > 0) throw new CommandError(`Not everything has been erased: ${found.join(', ')}. Run the command again.`);
}

interface Looked {
	files: FileStore;
	/** As they were. */
	rows: Record<string, Row[]>;
	person: Person;
}

interface EraseOptions {
	files: FileStore;
	email: string;
	/** Epoch milliseconds. */
	at: number;
	confirm: (found: Record<string, number>) => Promise<boolean>;
}

interface Erased {
	rows: Record<string, number>;
	files: number;
}
