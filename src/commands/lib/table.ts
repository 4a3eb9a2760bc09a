/** A Markdown table whose columns also line up in a terminal, where Chinese characters take two places. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const cells = [head, ...rows].map((row) => row.map((cell) => clean(cell).replaceAll('|', String.raw`\|`)));
	const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => widthOf(row[column] ?? ''))));
	const lines = cells.map(
		(row) => `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`,
	);
	return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join('\n');
}

/** Text of others on one line, without characters that steer a terminal. */
export function clean(text: string): string {
	return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

function widthOf(text: string): number {
	const wide = text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu);
	return Array.from(text).length + (wide?.length ?? 0);
}
