import * as z from 'zod';

import { support } from '#config/support';
import { topicIds } from '#shared/contact';
import { optionalText, requiredOption, requiredText, signals } from '#shared/fields';
import * as limits from '#shared/limits';

export const teamIds = support.teams.map((team) => team.id) as [string, ...string[]];

/** What a request is in; `held` is known to the staff only. */
export const requestStates = ['received', 'held', 'assigned', 'answered', 'waiting', 'solved', 'closed'] as const;
const seenStates = ['received', 'assigned', 'answered', 'waiting', 'solved', 'closed'] as const;

/** What happens to a request; `released` is known to the staff only. */
export const requestEvents = [
	'received',
	'assigned',
	'answered',
	'waiting',
	'written',
	'solved',
	'unsolved',
	'reopened',
	'closed',
	'released',
] as const;
export const seenEvents = requestEvents.filter((event) => event !== 'released');

/** What the writer may say about it. */
export const verdicts = ['solved', 'unsolved', 'reopen'] as const;
export const ratingScales = ['speed', 'expertise', 'solution', 'tone'] as const;

const { confirmed } = signals;

/** `POST /api/requests/<reference>/messages`: what the writer adds. */
export const MessageSchema = z.object({ message: requiredText(limits.length.message), confirmed });

/** `POST /api/requests/<reference>/state`. */
export const VerdictSchema = z.object({ state: requiredOption(verdicts) });

/** One to five; blank is skipped. Forms send texts. */
const scaleField = z
	.union([z.literal([1, 2, 3, 4, 5]), z.enum(['1', '2', '3', '4', '5']).transform(Number), z.literal('')], 'UNKNOWN_OPTION')
	.transform((value) => value || undefined)
	.optional();

/** `POST /api/requests/<reference>/rating`: once, after it was solved, and so not for nothing. */
export const RatingSchema = z
	.object({
		speed: scaleField,
		expertise: scaleField,
		solution: scaleField,
		tone: scaleField,
		comment: optionalText(limits.length.comment),
		confirmed,
	})
	.refine(({ comment, ...rest }) => comment || ratingScales.some((scale) => rest[scale]), {
		path: ['rating'],
		message: 'REQUIRED',
	});

/** The answer to `PUT /api/requests/<reference>/files/<id>`, and what a request says of its files. */
export const FileViewSchema = z.object({
	id: z.uuid(),
	at: z.iso.datetime(),
	name: z.string(),
	/** Media type, found in its content. */
	type: z.string(),
	/** Bytes that are kept. */
	size: z.number(),
});

/** `GET /api/requests/<reference>`, and the answer to every change. A request held as spam looks received to whoever sent it. */
export const RequestViewSchema = z.object({
	reference: z.string(),
	state: z.enum(seenStates),
	team: z.string(),
	topic: z.enum(topicIds),
	urgent: z.boolean(),
	createdAt: z.iso.datetime(),
	message: z.string(),
	messages: z.array(
		z.object({ at: z.iso.datetime(), author: z.enum(['person', 'staff']), text: z.string(), redacted: z.boolean() }),
	),
	timeline: z.array(
		z.object({
			at: z.iso.datetime(),
			event: z.string(),
			/** Who has it since then. */
			team: z.string().optional(),
			/** Why it was handed over. */
			reason: z.string().optional(),
		}),
	),
	/** Oldest first. */
	files: z.array(FileViewSchema),
	/** Until when a solved or closed request can be reopened. */
	reopenUntil: z.iso.datetime().optional(),
	/** The reference under which it goes on, when it was merged into another one. */
	mergedInto: z.string().optional(),
	/** Whether a rating is asked for, and what came of it. */
	rating: z.enum(['none', 'asked', 'given', 'low']),
});

/** The answer to a deletion. */
export const DeletedSchema = z.object({ reference: z.string() });

export type RequestState = (typeof requestStates)[number];
export type RequestEvent = (typeof requestEvents)[number];
export type Verdict = (typeof verdicts)[number];
export type Rating = z.output<typeof RatingSchema>;
export type FileView = z.output<typeof FileViewSchema>;
export type RequestView = z.output<typeof RequestViewSchema>;
