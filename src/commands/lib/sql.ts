/** Rows of one statement: D1 takes statements of 100 kB. */
const rowsPerStatement = 40;

/** Statements that insert rows, all with the columns of the first. */
export function insert(table: string, rows: readonly Record<string, string | number | null | undefined>[]): string[] {
	const columns = Object.keys(rows[0] ?? {});
	const values = rows.map((row) => `(${columns.map((column) => sqlValue(row[column])).join(', ')})`);
	return Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) => {
		const some = values.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement);
		return `INSERT INTO ${table} (${columns.join(', ')}) VALUES\n${some.join(',\n')}`;
	});
}

/** A text as SQL. */
export function quote(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** Texts or numbers as an SQL list. */
export function sqlList(values: readonly (string | number)[]): string {
	return `(${values.map((value) => (typeof value === 'number' ? String(value) : quote(value))).join(', ')})`;
}

function sqlValue(value: string | number | null | undefined): string {
	return typeof value === 'string' ? quote(value) : String(value ?? null);
}
