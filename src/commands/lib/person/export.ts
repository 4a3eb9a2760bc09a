import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Query } from '../report-data.ts';
import { auditStatements } from './audit.ts';
import { findPerson, readRows, type Row } from './find.ts';
import type { FileStore } from './files.ts';

/** Staff are persons too, and how things are kept is nobody's data: neither is part of an answer. */
const left = /^(?:agent|assignee|generation|version|is_open|queue_key|number|storage_key|upload_id)$/;
const time = /(?:^at|_at|_start|_end)$/;

/**
 * Writes everything of one person into a folder: `person.json`, and files by their names. Internal notes are in it, because they
 * are about that person. Answers how many rows of which table.
 */
export async function exportPerson(query: Query, { files, email, folder, at }: ExportOptions): Promise<Record<string, number>> {
	const person = await findPerson(query, email);
	const rows = await readRows(query, person);
	// The search index says in other words what stands in the requests.
	delete rows['request_terms'];
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const stored = await files.download(rows, folder);
	const tables = Object.fromEntries(Object.entries(rows).map(([table, found]) => [table, found.map(readable)]));
	const answer = { email: person.email, exportedAt: new Date(at).toISOString(), ...tables };
	await writeFile(join(folder, 'person.json'), `${JSON.stringify(answer, null, '\t')}\n`, { mode: 0o600 });
	if (person.references.length > 0) await query(auditStatements('exported', person.references, at));
	return { ...countRows(rows), ...(stored > 0 && { files: stored }) };
}

/** How many rows there are, by table. */
export function countRows(rows: Record<string, readonly unknown[]>): Record<string, number> {
	return Object.fromEntries(Object.entries(rows).map(([table, found]) => [table, found.length]));
}

function readable(row: Row): Row {
	const kept = Object.entries(row).filter(([column, value]) => !left.test(column) && value !== null);
	return Object.fromEntries(
		kept.map(([column, value]) => [
			column,
			time.test(column) && typeof value === 'number' ? new Date(value).toISOString() : value,
		]),
	);
}

interface ExportOptions {
	files: FileStore;
	email: string;
	/** Made when it does not exist. */
	folder: string;
	/** Epoch milliseconds. */
	at: number;
}
