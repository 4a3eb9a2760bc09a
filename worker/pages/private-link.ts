import type { Locale } from '#config/locales';
import { isSeeded } from '#shared/seeded';

import { isSameSecret, keyedHash } from '../crypto.ts';

/** Crockford's base32: no letters that look like digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const pattern = /^[RC]-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;

/** Base64url of 128 bits. */
const secretPattern = /^[\w-]{22}$/;

/** A new reference: `R-7K3MQ-9XDTE` for a request, `C-…` for a callback. */
export function newReference(kind: 'R' | 'C'): string {
	const letters = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => alphabet[byte % alphabet.length]);
	const reference = `${kind}-${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
	// Rows that `npm run seed -- --remove` would take for its own must not exist.
	return isSeeded(reference) ? newReference(kind) : reference;
}

/** A reference as people type it, in its one spelling; null when it cannot be one. */
export function parseReference(text: string): string | null {
	const reference = text.trim().toUpperCase();
	return pattern.test(reference) ? reference : null;
}

/** Whether a text can be the secret of a private page. */
export function isLinkSecret(text: string): boolean {
	return secretPattern.test(text);
}

/** The secret of a private page. Never stored: a replay or a mail computes the same one again. */
export function linkSecret(linkKey: string, reference: string, generation: number): Promise<string> {
	return keyedHash(linkKey, `${reference}.${generation}`);
}

/**
 * The secret of the links that only mails hold. It opens the same page as the other one, and whoever brings it has read a mail
 * that went to the request's address.
 */
export function mailSecret(linkKey: string, reference: string, generation: number): Promise<string> {
	return keyedHash(linkKey, `${reference}.${generation}.mail`);
}

/** Whether a secret opens what was found. Does the same work when nothing was, so that time tells nothing either. */
export async function opens<Found extends { generation: number }>(
	linkKey: string,
	reference: string,
	secret: string,
	found: Found | null,
): Promise<Found | null> {
	const expected = await linkSecret(linkKey, reference, found?.generation ?? 1);
	return isSameSecret(secret, expected) ? found : null;
}

/** As `opens`, for a secret that came by mail. */
export async function opensByMail<Found extends { generation: number }>(
	linkKey: string,
	reference: string,
	secret: string,
	found: Found | null,
): Promise<Found | null> {
	const expected = await mailSecret(linkKey, reference, found?.generation ?? 1);
	return isSameSecret(secret, expected) ? found : null;
}

/** Path of a private page. The secret stands after `#`, so that it never reaches a server log. */
export async function privateUrl(linkKey: string, locale: Locale, reference: string): Promise<string> {
	return `/${locale}/requests/#${reference}.${await linkSecret(linkKey, reference, 1)}`;
}

/** As `privateUrl`, for a mail. */
export async function mailedUrl(linkKey: string, locale: Locale, { reference, generation }: Linked): Promise<string> {
	return `/${locale}/requests/#${reference}.${await mailSecret(linkKey, reference, generation)}`;
}

interface Linked {
	reference: string;
	generation: number;
}
