import { cleanQuery } from '#shared/clean-query';
import type { SearchMiss } from '#shared/search-misses';

import { loadGuard } from './guard.ts';

const reported = new Set<string>();

/**
 * Tells the help centre of a search that found nothing or whose results nobody opened, once per query and page view. Never
 * throws and shows nothing; without the guard's word lists, or when cleaning leaves nothing, nothing is sent.
 */
export async function reportMiss({ locale, query, results }: SearchMiss): Promise<void> {
	const lists = await loadGuard().catch(() => undefined);
	const cleaned = lists && cleanQuery(query, lists);
	if (!cleaned || reported.has(cleaned)) return;
	reported.add(cleaned);
	await fetch('/api/search-misses', {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ locale, query: cleaned, results }),
		// Survives leaving the page; and unlike a beacon it leaves the visitor's cookie at home.
		keepalive: true,
		credentials: 'omit',
	}).catch(() => {});
}
