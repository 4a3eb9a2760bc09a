import { getPublicKey, hashes } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

hashes.sha512 = sha512;

/** The Ed25519 public key of a 32-byte seed. 3 kB compressed, so browsers may do without it: see `WordLists.publicKey`. */
export function publicKey(seed: Uint8Array): Uint8Array {
	return getPublicKey(seed);
}
