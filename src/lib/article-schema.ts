import { z } from 'astro/zod';

export const actors = ['you', 'chain', 'issuer', 'exchange', 'us'] as const;
export const kinds = ['faq', 'guides'] as const;

const day = z.coerce.date('write a date as YYYY-MM-DD');
const path = z
	.string()
	.regex(/^(faq|guides)\/[a-z0-9-]+$/, 'write a path without language and ending, such as faq/forgot-password');

const signOff = 'is not written by hand: remove the line, and run npm run translated';

/** Frontmatter of an article. Messages say what to write instead: they are read by writers. */
export const ArticleSchema = z
	.strictObject({
		title: z
			.string('write the title')
			.trim()
			.min(4, 'write the question or task in full')
			.refine(isAtMost(80), 'shorten the title to 80 characters'),
		/** The direct answer, shown first on the page and under every link to it. */
		summary: z
			.string('write the direct answer')
			.trim()
			.min(20, 'write the direct answer in a full sentence')
			.refine(isAtMost(160), 'shorten the answer to 160 characters'),
		category: z.string('name one of content/categories'),
		whoCanFix: z
			.array(z.enum(actors, `choose from: ${actors.join(', ')}`), `write a list of: ${actors.join(', ')}`)
			.min(1, 'name at least one who can fix it')
			.max(3, 'name at most three'),
		/** How users themselves say it. */
		aliases: z.array(z.string().trim().min(2).max(120), 'write a list of other wordings'),
		updated: day,
		/** What changed that readers of an earlier version must know, the newest first. */
		changes: z
			.array(
				z.strictObject({
					on: day,
					because: z.string('say what changed, and why').trim().min(8, 'say what changed, and why').max(120),
				}),
			)
			.max(5, 'keep the newest five')
			.default([]),
		/** When somebody must read it again. */
		reviewBy: day,
		related: z.array(path, 'write a list of article paths').max(6, 'at most six related articles').default([]),
		draft: z.boolean('write true or false').default(false),
		/** In the translation of a pair: which text of its source it says. Written by `npm run translated`. */
		sourceHash: z
			.string(signOff)
			.regex(/^[0-9a-f]{16}$/, signOff)
			.optional(),
	})
	.refine(({ draft, aliases }) => draft || aliases.length >= 2, {
		path: ['aliases'],
		message: 'add at least two wordings that users would type',
	})
	.refine((article) => article.reviewBy > article.updated, { path: ['reviewBy'], message: 'must be later than updated' });

/**
 * Counts characters as readers see them. The content check parses frontmatter with its facts filled in; Astro, which does not
 * know the article's language here, counts what stands around them.
 */
function isAtMost(limit: number) {
	return (text: string) => text.replace(/\{fact:[^{}]*\}/g, '').length <= limit;
}

/** A category page and entry of the home page. */
export const CategorySchema = z.strictObject({
	order: z.int(),
	/** Name of a file in src/icons. */
	icon: z.string(),
	/** Whether it is one of the large entries of the home page. */
	prominent: z.boolean(),
	title: z.strictObject({ 'zh-cn': z.string(), en: z.string() }),
	description: z.strictObject({ 'zh-cn': z.string().max(80), en: z.string().max(120) }),
});

export type Actor = (typeof actors)[number];
export type Kind = (typeof kinds)[number];
export type ArticleData = z.output<typeof ArticleSchema>;
