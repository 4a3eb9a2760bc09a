import * as z from 'zod';

import { localeField, requiredText } from '#shared/fields';
import * as limits from '#shared/limits';

/** `POST /api/search-misses`: a search that found nothing, or whose results nobody opened. The Worker cleans the words again. */
export const SearchMissSchema = z.object({
	locale: localeField,
	query: requiredText(limits.length.query),
	/** How many articles were found. */
	results: z.int('INVALID').nonnegative('INVALID').max(limits.searchMissResults, 'INVALID'),
});

export type SearchMiss = z.output<typeof SearchMissSchema>;
