/** Items on one page of a desk list. */
export const pageSize = 50;

/** Where a page begins: before this row, newest first. Without a cursor, before everything. */
export function parseCursor(text: string | undefined): Cursor {
	return knownCursor(text) ?? { at: Number.MAX_SAFE_INTEGER, reference: '' };
}

/** As `parseCursor`, for a list that begins with what comes first: after this row, or with everything. */
export function parseAscendingCursor(text: string | undefined): Cursor {
	return knownCursor(text) ?? { at: 0, reference: '' };
}

/** Where a page begins, if anywhere in particular. */
export function knownCursor(text: string | undefined): Cursor | null {
	const [, at, reference] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(text ?? '') ?? [];
	return at && reference ? { at: Number(at), reference } : null;
}

/** Cursor of the next page; none after a page that was not full. */
export function formatCursor(rows: readonly (readonly [at: number, reference: string])[]): string | undefined {
	return rows.length === pageSize ? rows.at(-1)?.join('.') : undefined;
}

interface Cursor {
	at: number;
	reference: string;
}
