/** Half-open UTF-16 range of a secret in the text that was checked; never the text itself. */
export interface SecretSpan {
	kind: 'phrase' | 'key' | 'keystore';
	/** `suspected`: it may be something harmless that looks alike, so the person is asked. */
	certainty: 'detected' | 'suspected';
	start: number;
	end: number;
}

/** The lists of words that phrases are made of, and what only the Worker can afford to load. */
export interface WordLists {
	/** BIP-39 lists, each with its 2,048 words in their order: a word's place is part of the checksum. */
	readonly languages: Partial<Record<Language, readonly string[]>>;
	/** The Ed25519 public key of a 32-byte seed: tells a Solana key from a Solana signature. */
	readonly publicKey?: (seed: Uint8Array) => Uint8Array;
	/** HMAC-SHA512 of two texts: the checksum of Electrum's seeds. */
	readonly hmacSha512?: (key: string, message: string) => Uint8Array;
}

export type Language =
	| 'english'
	| 'simplified'
	| 'traditional'
	| 'japanese'
	| 'korean'
	| 'french'
	| 'spanish'
	| 'italian'
	| 'portuguese'
	| 'czech';

/** What the field that holds a text is for. */
export interface GuardOptions {
	/** In `txHash` 64 hex digits are what is asked for; in `address` nothing but a full key or phrase is unusual. */
	field?: 'txHash' | 'address' | undefined;
}
