/** Prints rows under a title, the first column to the left and all others to the right. */
export function printTable(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
	const widths = columns.map((column, index) =>
		Math.max(...[column, ...rows.map((row) => row[index] ?? '')].map(({ length }) => length)),
	);
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
			.join('  ')
			.trimEnd();
	console.log(`\n${title}\n`);
	for (const row of [columns, ...rows]) console.log(line(row));
}

/** Three digits after the point; nothing where nothing was measured. */
export function ratio(value: number): string {
	return Number.isNaN(value) ? '' : value.toFixed(3).replace(/^0/, '');
}

export function percent(value: number): string {
	return Number.isNaN(value) ? '' : `${(value * 100).toFixed(1)} %`;
}

export function milliseconds(value: number): string {
	return `${value.toFixed(1)} ms`;
}

export function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`;
}
