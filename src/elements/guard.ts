import { findSecret, type SecretSpan } from '#shared/secret-guard';
import type { WordLists } from '#shared/secret-guard';

const noLists: WordLists = { english: new Set(), chinese: new Set() };

let loading: Promise<WordLists> | undefined;

/** Loads the guard's word lists once; call it when a field gets focus. */
export function loadGuard(): Promise<WordLists> {
	loading ??= import('#shared/word-lists')
		.then(({ wordLists }) => wordLists)
		.catch((error: unknown) => {
			loading = undefined;
			throw error;
		});
	return loading;
}

/**
 * The first secret in a text, or null. Keys are found without the word lists; when these cannot be loaded it rejects for
 * anything else: treat that as "not safe to send".
 */
export async function checkSecret(text: string): Promise<SecretSpan | null> {
	try {
		return findSecret(text, await loadGuard());
	} catch (error) {
		const key = findSecret(text, noLists);
		if (key) return key;
		throw error;
	}
}
