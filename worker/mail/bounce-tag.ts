import { isSameSecret, keyedHash } from '../crypto.ts';

/** Header by which a mail that comes back is known. Reports quote the headers of what they report on, and providers keep those with `X-`. */
export const tagHeader = 'X-Mail-Key';

/** The header's value: the key of a mail, and a signature, so that nobody can have us believe that a mail of theirs was ours. */
export async function bounceTag(linkKey: string, key: string): Promise<string> {
	return `${key}.${await keyedHash(linkKey, `bounce:${key}`)}`;
}

/** The key of a mail that a tag was made for; null when it was not made here. */
export async function readBounceTag(linkKey: string, tag: string): Promise<string | null> {
	const dot = tag.lastIndexOf('.');
	const key = tag.slice(0, Math.max(dot, 0));
	return isSameSecret(tag, await bounceTag(linkKey, key)) ? key : null;
}
