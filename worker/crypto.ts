const encoder = new TextEncoder();

/**
 * HMAC-SHA-256, the first 128 bits as base64url: nobody can guess or collide it. Messages of different purposes start
 * with different words, so that one key serves them all.
 */
export async function keyedHash(key: string, message: string): Promise<string> {
	return base64url(await keyedBytes(key, message));
}

/** As `keyedHash`, the 16 bytes themselves. */
export async function keyedBytes(key: string, message: string): Promise<Uint8Array> {
	const cryptoKey = await crypto.subtle.importKey('raw', encoder.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', cryptoKey, encoder.encode(message)));
	return bytes.subarray(0, 16);
}

/** 128 random bits as base64url. */
export function randomId(): string {
	return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

/** Compares secrets in a time that does not depend on where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
	const [left, right] = [encoder.encode(given), encoder.encode(expected)];
	// Lengths are no secret; comparing anyway keeps the work the same.
	const comparable = left.byteLength === right.byteLength ? left : right;
	return crypto.subtle.timingSafeEqual(comparable, right) && comparable === left;
}

function base64url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
