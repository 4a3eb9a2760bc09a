import { findSecret, type SecretSpan } from '#shared/secret-guard';
import type { WordLists } from '#shared/secret-guard';

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

/** The first secret in a text, or null. Rejects when the word lists cannot be loaded: treat that as "not safe to send". */
export async function checkSecret(text: string): Promise<SecretSpan | null> {
	return findSecret(text, await loadGuard());
}
