import { fromBase58, fromHex, isBase58Check, isBech32, isStellarSeed } from '#shared/guard/codes';
import type { WordLists } from '#shared/guard/span';

const base58 = '[1-9A-HJ-NP-Za-km-z]';
/** Shapes that are private keys and nothing else; the checksum tells a whole one from a damaged one. */
const shapes: readonly { shape: RegExp; isWhole: (code: string) => boolean }[] = [
	{ shape: new RegExp(`^(?:[5KL9cQT]${base58}{50,51})$`), isWhole: isBase58Check },
	{ shape: new RegExp(`^[xyztuvXYZUV]prv${base58}{100,112}$`), isWhole: isBase58Check },
	{ shape: new RegExp(`^6P${base58}{56}$`), isWhole: isBase58Check },
	{ shape: new RegExp(`^edsk${base58}{50}(?:${base58}{44})?$`), isWhole: isBase58Check },
	{ shape: /^(?:suiprivkey|nsec)1[a-z\d]{58,70}$/, isWhole: isBech32 },
	{ shape: /^S[A-Z2-7]{55}$/, isWhole: isStellarSeed },
	{ shape: new RegExp(`^s${base58}{28,30}$`), isWhole: (code) => isBase58Check(code, true) },
];
/** These are no private key unless their checksum says so: identifiers look the same. */
const plainStart = /^(?:[9cQTS]|s(?!uiprivkey))/;

/** What a string of letters and digits says about itself: undefined when it has no shape of a private key. */
export function judgeCode(code: string): 'whole' | 'damaged' | undefined {
	for (const { shape, isWhole } of shapes) {
		if (!shape.test(code)) continue;
		if (isWhole(code)) return 'whole';
		if (!plainStart.test(code)) return 'damaged';
	}
	return undefined;
}

/** The bytes of a string that is as long as a Solana key or signature, or as 64 bytes in hex. */
export function bytesOfPair(code: string): Uint8Array | undefined {
	if (/^[\da-f]{128}$/i.test(code)) return fromHex(code);
	if (code.length < 85 || code.length > 88) return undefined;
	const bytes = fromBase58(code);
	return bytes?.length === 64 ? bytes : undefined;
}

/** Whether the second half of 64 bytes is the public key of the first: a signature has no such halves. */
export function isKeyPair(bytes: Uint8Array, { publicKey }: WordLists): boolean | undefined {
	if (!publicKey) return undefined;
	const expected = publicKey(bytes.subarray(0, 32));
	return expected.every((byte, index) => byte === bytes[32 + index]);
}
