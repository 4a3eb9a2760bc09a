import * as z from 'zod';

import { articleIdField, optionalOption, optionalText, requiredOption, signals } from '#shared/fields';
import * as limits from '#shared/limits';

export const voteValues = ['yes', 'no'] as const;
export const voteReasons = ['outdated', 'unclear', 'wrong', 'missing', 'other'] as const;

/** `POST /api/votes`: one vote a visitor and article; a second one changes it. */
export const VoteSchema = z.object({
	article: articleIdField,
	value: requiredOption(voteValues),
	reason: optionalOption(voteReasons),
	comment: optionalText(limits.length.comment),
	...signals,
});

/** `DELETE /api/votes`: takes the visitor's vote back. */
export const VoteRemovalSchema = z.object({ article: articleIdField });

/** Counts of one article, and this visitor's own vote. */
export const VoteResultSchema = z.object({
	article: z.string(),
	value: z.enum(voteValues).nullable(),
	counts: z.object({ yes: z.int(), no: z.int() }),
});

export type Vote = z.output<typeof VoteSchema>;
export type VoteValue = (typeof voteValues)[number];
export type VoteReason = (typeof voteReasons)[number];
export type VoteResult = z.output<typeof VoteResultSchema>;
