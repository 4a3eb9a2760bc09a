import type { Finding, NamedText } from '#shared/guarded-texts';
import type { WordLists } from '#shared/secret-guard';

/** As long as 64 bytes in base58 or hex. */
const pair = /[\dA-Za-z]{85}/;

let loading: Promise<WordLists> | undefined;

/** Loads the guard and its word lists once; call it when a field gets focus. */
export function loadGuard(): Promise<WordLists> {
	loading ??= Promise.all([import('#shared/word-lists'), import('#shared/guarded-texts')])
		.then(([{ wordLists }]) => wordLists)
		.catch((error: unknown) => {
			loading = undefined;
			throw error;
		});
	return loading;
}

/**
 * What is or may be a secret in texts that belong together. Keys are found without the word lists; when these cannot be loaded
 * it rejects for anything else: treat that as "not safe to send".
 */
export async function findIn(texts: readonly NamedText[]): Promise<Finding[]> {
	const { findInTexts, noLists } = await import('#shared/guarded-texts');
	try {
		return findInTexts(texts, { ...(await loadGuard()), ...(await loadSignatures(texts)) });
	} catch (error) {
		const keys = findInTexts(texts, noLists);
		if (keys.length > 0) return keys;
		throw error;
	}
}

/** What tells a Solana key from a Solana signature, for the few texts that hold either. */
async function loadSignatures(texts: readonly NamedText[]): Promise<Pick<WordLists, 'publicKey'>> {
	if (!texts.some(({ text }) => pair.test(text))) return {};
	// Without it the person is asked whether it is a transaction.
	return import('#shared/guard/ed25519').catch(() => ({}));
}

/** As `findIn`, for a single text: null when it holds nothing. */
export async function checkSecret(text: string): Promise<Finding | null> {
	const [found = null] = await findIn([{ name: '', text }]);
	return found;
}

/** A text without what was found in it. */
export async function cutFound(text: string, { spans }: Pick<Finding, 'spans'>): Promise<string> {
	const { cutSecrets } = await import('#shared/guarded-texts');
	return cutSecrets(text, spans);
}
