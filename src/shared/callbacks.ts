import * as z from 'zod';

import { seenCallEvents, callStates } from '#shared/calls';
import { topicIds } from '#shared/contact';
import { localeField, optionalEmailField, optionalText, requiredOption, requiredText, signals } from '#shared/fields';
import * as limits from '#shared/limits';
import { isTimezone } from '#shared/timezone';

export const loads = ['quiet', 'normal', 'busy'] as const;

const instant = z.iso.datetime({
	error: (issue) => (issue.input === undefined || issue.input === '' ? 'REQUIRED' : 'INVALID'),
	offset: true,
});
const timezone = z.string('REQUIRED').min(1, 'REQUIRED').max(64, 'TOO_LONG').refine(isTimezone, 'UNKNOWN_OPTION');

/** `GET /api/callbacks/slots`: query parameters. */
export const SlotsQuerySchema = z.object({
	locale: localeField,
	/** First local day, in the visitor's zone; today when absent. */
	from: z.iso.date('INVALID').optional(),
	days: z.coerce.number('INVALID').int('INVALID').min(1, 'INVALID').max(limits.slotsQueryDays, 'INVALID').default(7),
	timezone: timezone.optional(),
});

/** A time at which we can call: RFC 3339 instants in UTC. */
export const SlotSchema = z.object({
	start: z.iso.datetime(),
	end: z.iso.datetime(),
	remaining: z.int(),
	load: z.enum(loads),
});

export const SlotsSchema = z.object({ timezone: z.string(), slots: z.array(SlotSchema) });

/** `POST /api/callbacks`: book a call. `slot` is the `start` of a slot. */
export const CallbackSchema = z.object({
	locale: localeField,
	name: requiredText(limits.length.name),
	/** Any format that people write; the Worker stores E.164. */
	phone: requiredText(limits.length.phone),
	/** ISO 3166-1 alpha-2, for numbers written without a country code. */
	country: z
		.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/, 'UNKNOWN_OPTION')], 'UNKNOWN_OPTION')
		.transform((value) => value || undefined)
		.optional(),
	email: optionalEmailField,
	topic: requiredOption(topicIds),
	slot: instant,
	/** IANA zone in which the person thinks and reads. */
	timezone,
	note: optionalText(limits.length.note),
	...signals,
});

/** `PATCH /api/callbacks/<reference>`: move a booked call. */
export const CallbackMoveSchema = z.object({ slot: instant, timezone });

/** `POST /api/callbacks/<reference>/not-me` and `/erasure`: nothing has to be said. */
export const DenialSchema = z.object({});

export const CallbackCreatedSchema = z.object({ reference: z.string(), url: z.string(), slot: z.iso.datetime() });

/** `GET /api/callbacks/<reference>`. `slot` is the start of the call; `sequence` counts its moves. */
export const CallbackViewSchema = z.object({
	reference: z.string(),
	state: z.enum(callStates),
	slot: z.iso.datetime(),
	end: z.iso.datetime(),
	timezone: z.string(),
	topic: z.enum(topicIds),
	/** The number as far as anybody sees it: its country and its end. */
	phone: z.string(),
	/** Calls that were begun, of at most `mostAttempts`. */
	attempts: z.int(),
	mostAttempts: z.int(),
	/** Nothing more will come of it. */
	isOver: z.boolean(),
	/** Whether it can still be moved or cancelled. */
	isChangeable: z.boolean(),
	/** Whether it can still be said here that somebody else has booked it: not in the browser that did. */
	isDeniable: z.boolean(),
	sequence: z.int(),
	createdAt: z.iso.datetime(),
	timeline: z.array(z.object({ at: z.iso.datetime(), event: z.enum(seenCallEvents) })),
	/**
	 * Whether this browser has booked the call, and whether somebody calls right now; as long as they do, for this browser alone, the
	 * two words that prove it.
	 */
	proof: z.object({
		isHere: z.boolean(),
		isLive: z.boolean(),
		words: z.tuple([z.string(), z.string()]).optional(),
		until: z.iso.datetime().optional(),
	}),
	/** The instant as of which this holds: clocks of readers are wrong. */
	now: z.iso.datetime(),
	/** Whether a rating is asked for, and whether it was given. */
	rating: z.enum(['none', 'asked', 'given']),
});

export type Callback = z.output<typeof CallbackSchema>;
export type CallbackMove = z.output<typeof CallbackMoveSchema>;
export type CallbackView = z.output<typeof CallbackViewSchema>;
export type Load = (typeof loads)[number];
export type Slot = z.output<typeof SlotSchema>;
