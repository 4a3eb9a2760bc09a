/** Crockford's base32, as in every reference. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const mark = '-DEM0N-ST';

/** The reference of a row that `npm run seed` makes, the same for the same index (up to 32 767). */
export function seededReference(kind: 'R' | 'C', index: number): string {
	const letters = [index >> 10, index >> 5, index].map((part) => alphabet[part & 31]);
	return `${kind}${mark}${letters.join('')}`;
}

/** Whether a reference was made by `npm run seed`. No other one is ever given out. */
export function isSeeded(reference: string): boolean {
	return reference.startsWith(mark, 1);
}

/** The same as an SQL pattern for GLOB. */
export const seededPattern = `?${mark}???`;

/** What keys and names of other rows made by `npm run seed` begin with. No keyed hash holds a dot. */
export const seededPrefix = 'demonstration.';
