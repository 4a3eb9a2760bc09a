import * as z from 'zod';

import { localeIds } from '#config/locales';

/** One entry of `dist/articles.json`: what the Worker knows of an article. `id` is `<locale>/<kind>/<slug>`. */
export const ArticleRecordSchema = z.object({
	id: z.string(),
	/** First 16 hex digits of SHA-256 over title, summary and body: which text a vote was about. */
	hash: z.string().regex(/^[0-9a-f]{16}$/),
	locale: z.enum(localeIds),
	category: z.string(),
	title: z.string(),
	summary: z.string(),
	aliases: z.array(z.string()),
	/** Path on this site. */
	url: z.string(),
});

export const ArticleRecordsSchema = z.array(ArticleRecordSchema);

export type ArticleRecord = z.output<typeof ArticleRecordSchema>;
