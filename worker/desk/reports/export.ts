import { stringify } from 'csv-stringify/sync';

import type { Period } from './period.ts';
import type { Table } from './report.ts';

/** The table as a file for spreadsheets. What they would take for a formula gets an apostrophe; the mark at the start says UTF-8. */
export function toCsv({ columns, rows }: Table): string {
	return stringify(rows, {
		header: true,
		columns: columns.map(({ id }) => id),
		bom: true,
		record_delimiter: 'windows',
		escape_formulas: true,
	});
}

/** The table with the period that it is about. */
export function toJson(id: string, { columns, rows }: Table, { dates, timezone }: Period): string {
	const items = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.id, row[index] ?? null])));
	return JSON.stringify({ report: id, from: dates[0], to: dates.at(-1), timezone, rows: items }, null, '\t');
}
