/** Items on one page of a desk list. */
export const pageSize = 50;

/** Where a page begins: before this row, newest first. Without a cursor, before everything. */
export function parseCursor(text: string | undefined): { at: number; reference: string } {
	return knownCursor(text) ?? { at: Number.MAX_SAFE_INTEGER, reference: '' };
}

/** Where a page begins, if anywhere in particular. */
export function knownCursor(text: string | undefined): { at: number; reference: string } | null {
	const [, at, reference] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(text ?? '') ?? [];
	return at && reference ? { at: Number(at), reference } : null;
}

/** Cursor of the next page; none after a page that was not full. */
export function formatCursor(rows: readonly (readonly [at: number, reference: string])[]): string | undefined {
	return rows.length === pageSize ? rows.at(-1)?.join('.') : undefined;
}
