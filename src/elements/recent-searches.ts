import { cleanQuery, normaliseQuery } from '#shared/clean-query';
import { isHashOrKey } from '#shared/formats';

import { forget, keep, recallList } from './device.ts';
import { loadGuard } from './guard.ts';

const key = 'searches';
const most = 5;

/** What was searched for on this device, the latest first. */
export function recentSearches(): string[] {
	return recallList(key).slice(0, most);
}

/**
 * Keeps a search on this device, unless any of it looks like a phrase, key, hash, address, link, mail address or phone number, or
 * this cannot be told because the guard's word lists are out of reach.
 */
export async function rememberSearch(query: string): Promise<void> {
	const lists = await loadGuard().catch(() => undefined);
	const words = normaliseQuery(query);
	if (!lists || !words || isHashOrKey(query) || cleanQuery(query, lists) !== words) return;
	const others = recentSearches().filter((known) => normaliseQuery(known) !== words);
	keep(key, [query, ...others].slice(0, most));
}

export function forgetSearch(query: string): void {
	const others = recentSearches().filter((known) => known !== query);
	if (others.length > 0) keep(key, others);
	else forgetSearches();
}

export function forgetSearches(): void {
	forget(key);
}
