/**
 * Shapes of addresses and transaction hashes, by pattern only: no checksum, no key material. A 64-digit hex string may
 * as well be a private key, so whoever shows or stores one asks first (see `secret-guard.ts`).
 */

// A boundary is matched, not looked behind at: Safari before 16.4 refuses a whole script over a lookbehind.
const hexHash = /(?:^|[^0-9a-zA-Z])((?:0x)?[0-9a-fA-F]{64})(?![0-9a-zA-Z])/;
const solanaHash = /(?:^|[^0-9a-zA-Z])([1-9A-HJ-NP-Za-km-z]{86,88})(?![0-9a-zA-Z])/;

/** Where each chain's transactions can be looked up, by the chain ids of the support configuration. */
export const explorers: Readonly<Record<string, string>> = {
	tron: 'https://tronscan.org/#/transaction/',
	ethereum: 'https://etherscan.io/tx/',
	bsc: 'https://bscscan.com/tx/',
	polygon: 'https://polygonscan.com/tx/',
	arbitrum: 'https://arbiscan.io/tx/',
	optimism: 'https://optimistic.etherscan.io/tx/',
	base: 'https://basescan.org/tx/',
	solana: 'https://solscan.io/tx/',
	bitcoin: 'https://mempool.space/tx/',
};

/** The transaction hash in a text or explorer link, or null. */
export function findHash(text: string): string | null {
	const match = hexHash.exec(text) ?? solanaHash.exec(text);
	return match?.[1] ?? null;
}

/** Whether the whole text is one bare string that could be a transaction hash or just as well a private key. */
export function isHashOrKey(text: string): boolean {
	const trimmed = text.trim();
	return /^(?:0x)?[0-9a-fA-F]{64}$/.test(trimmed) || /^[1-9A-HJ-NP-Za-km-z]{86,88}$/.test(trimmed);
}

/**
 * Explorer page of a transaction. Without a known chain it is guessed from the hash's shape: `0x…` is looked up on
 * Ethereum, bare hex on TRON, base58 on Solana. Null when the text holds no hash or the chain has no explorer here.
 */
export function explorerUrl(text: string, chain?: string): string | null {
	const hash = findHash(text);
	if (!hash) return null;
	const base = explorers[chain ?? guessChain(hash)];
	return base ? base + hash : null;
}

function guessChain(hash: string): string {
	if (hash.startsWith('0x')) return 'ethereum';
	return hash.length === 64 ? 'tron' : 'solana';
}

/** The id of a file, made by whoever sends it: a UUID. */
export const fileIdPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
