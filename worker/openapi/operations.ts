import * as z from 'zod';

import {
	CallbackCreatedSchema,
	CallbackMoveSchema,
	CallbackSchema,
	CallbackViewSchema,
	DenialSchema,
	SlotsQuerySchema,
	SlotsSchema,
} from '#shared/callbacks';
import { ChallengeQuerySchema, ChallengeSchema } from '#shared/challenge';
import { ContactSchema, CreatedSchema } from '#shared/contact';
import type { ErrorCode } from '#shared/errors';
import { articleIdField } from '#shared/fields';
import type { rates } from '#shared/limits';
import { DeletedSchema, FileViewSchema, MessageSchema, RatingSchema, RequestViewSchema, VerdictSchema } from '#shared/requests';
import { LinksAskedSchema, LinksSchema } from '#shared/links';
import { SearchMissSchema } from '#shared/search-misses';
import { VoteRemovalSchema, VoteResultSchema, VoteSchema } from '#shared/votes';

const writeErrors = [
	'MALFORMED',
	'FORBIDDEN',
	'TOO_LARGE',
	'UNSUPPORTED_MEDIA_TYPE',
	'INVALID',
	'SECRET_DETECTED',
	'SECRET_SUSPECTED',
	'RATE_LIMITED',
] as const;
/** Of writes that may be asked for a challenge, or be switched off. */
const trustedWriteErrors = [...writeErrors, 'CHALLENGE_REQUIRED', 'UNAVAILABLE'] as const;
const HealthSchema = z.object({ status: z.literal('ok'), version: z.string() });

/** Schemas that the document describes by name. */
export const schemas = {
	Health: HealthSchema,
	Challenge: ChallengeSchema,
	Vote: VoteSchema,
	VoteRemoval: VoteRemovalSchema,
	VoteResult: VoteResultSchema,
	Contact: ContactSchema,
	Created: CreatedSchema,
	RequestView: RequestViewSchema,
	FileView: FileViewSchema,
	Message: MessageSchema,
	Verdict: VerdictSchema,
	Rating: RatingSchema,
	Deleted: DeletedSchema,
	Slots: SlotsSchema,
	Callback: CallbackSchema,
	CallbackCreated: CallbackCreatedSchema,
	CallbackMove: CallbackMoveSchema,
	CallbackView: CallbackViewSchema,
	Denial: DenialSchema,
	SearchMiss: SearchMissSchema,
	Links: LinksSchema,
	LinksAsked: LinksAskedSchema,
} as const satisfies Record<string, z.ZodType>;

/** Every call of the API: what goes in, what comes out, what can go wrong. */
export const operations: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/health',
		summary: 'Whether the service answers',
		result: 'Health',
		status: 200,
		errors: ['UNAVAILABLE'],
	},
	{ method: 'get', path: '/api/openapi.json', summary: 'This document', status: 200, errors: [] },
	{
		method: 'get',
		path: '/api/challenge',
		summary: 'What a script has to solve after `CHALLENGE_REQUIRED`, for one route, once, within minutes',
		query: ChallengeQuerySchema,
		result: 'Challenge',
		status: 200,
		errors: ['INVALID', 'RATE_LIMITED'],
	},
	{
		method: 'get',
		path: '/api/votes',
		summary: 'Counts of an article and the visitor’s own vote',
		query: z.object({ article: articleIdField }),
		result: 'VoteResult',
		status: 200,
		errors: ['INVALID', 'SECRET_DETECTED'],
	},
	{
		method: 'post',
		path: '/api/votes',
		summary: 'Vote on an article, or change the vote',
		body: 'Vote',
		acceptsForms: true,
		result: 'VoteResult',
		status: 200,
		rate: 'votes',
		errors: [...trustedWriteErrors],
	},
	{
		method: 'delete',
		path: '/api/votes',
		summary: 'Take the vote back',
		body: 'VoteRemoval',
		result: 'VoteResult',
		status: 200,
		rate: 'votes',
		errors: [...writeErrors],
	},
	{
		method: 'post',
		path: '/api/contact',
		summary: 'Write to support',
		body: 'Contact',
		acceptsForms: true,
		takesKey: true,
		result: 'Created',
		status: 201,
		rate: 'contact',
		errors: [...trustedWriteErrors, 'CONFLICT'],
	},
	{
		method: 'get',
		path: '/api/requests/{reference}',
		summary: 'A request, its conversation and its timeline',
		isPrivate: true,
		result: 'RequestView',
		status: 200,
		errors: ['NOT_FOUND', 'SECRET_DETECTED'],
	},
	{
		method: 'delete',
		path: '/api/requests/{reference}',
		summary: 'Delete a request and everything that belongs to it',
		isPrivate: true,
		result: 'Deleted',
		status: 200,
		errors: ['FORBIDDEN', 'NOT_FOUND', 'SECRET_DETECTED', 'RATE_LIMITED'],
	},
	{
		method: 'get',
		path: '/api/requests/{reference}/transcript',
		summary: 'The conversation as a plain text',
		isPrivate: true,
		isText: true,
		status: 200,
		errors: ['NOT_FOUND', 'SECRET_DETECTED'],
	},
	{
		method: 'post',
		path: '/api/requests/{reference}/messages',
		summary: 'Add a message to a request',
		isPrivate: true,
		body: 'Message',
		takesKey: true,
		result: 'RequestView',
		status: 201,
		rate: 'requests',
		errors: [...writeErrors, 'NOT_FOUND', 'CONFLICT'],
	},
	{
		method: 'post',
		path: '/api/requests/{reference}/state',
		summary: 'Say that a request is solved, is not, or has to be opened again (within 14 days)',
		isPrivate: true,
		body: 'Verdict',
		result: 'RequestView',
		status: 200,
		rate: 'requests',
		errors: [...writeErrors, 'NOT_FOUND', 'CONFLICT'],
	},
	{
		method: 'post',
		path: '/api/requests/{reference}/rating',
		summary: 'Rate how a solved request was dealt with, once',
		isPrivate: true,
		body: 'Rating',
		result: 'RequestView',
		status: 201,
		rate: 'requests',
		errors: [...writeErrors, 'NOT_FOUND', 'CONFLICT'],
	},
	{
		method: 'put',
		path: '/api/requests/{reference}/files/{id}',
		summary:
			"Send a file: the id is a new UUID, the name stands in `Content-Disposition: attachment; filename*=UTF-8''…`. The same id or the same bytes again store nothing (200)",
		query: z.object({ confirmed: z.enum(['true', 'false']).optional() }),
		isPrivate: true,
		takesFile: true,
		result: 'FileView',
		status: 201,
		rate: 'files',
		errors: [...writeErrors, 'NOT_FOUND', 'CONFLICT', 'TOO_MANY_FILES', 'UNAVAILABLE'],
	},
	{
		method: 'get',
		path: '/api/requests/{reference}/files/{id}',
		summary: 'A file, as what it is, to be saved',
		isPrivate: true,
		isFile: true,
		status: 200,
		errors: ['NOT_FOUND', 'SECRET_DETECTED'],
	},
	{
		method: 'post',
		path: '/api/links',
		summary: 'Have the private links of open requests mailed to their address; answers the same when nobody knows it',
		body: 'Links',
		result: 'LinksAsked',
		status: 200,
		rate: 'links',
		errors: [...writeErrors],
	},
	{
		method: 'get',
		path: '/api/callbacks/slots',
		summary: 'Times at which a call can be booked, full ones included, those of closed days left out',
		query: SlotsQuerySchema,
		result: 'Slots',
		status: 200,
		errors: ['INVALID', 'SECRET_DETECTED'],
	},
	{
		method: 'post',
		path: '/api/callbacks',
		summary: 'Book a call',
		body: 'Callback',
		acceptsForms: true,
		takesKey: true,
		result: 'CallbackCreated',
		status: 201,
		rate: 'callbacks',
		errors: [...trustedWriteErrors, 'CONFLICT', 'SLOT_FULL', 'SLOT_PAST', 'TOO_MANY_BOOKINGS', 'ALREADY_BOOKED'],
	},
	{
		method: 'get',
		path: '/api/callbacks/{reference}',
		summary: 'A booked call and its timeline',
		isPrivate: true,
		result: 'CallbackView',
		status: 200,
		errors: ['NOT_FOUND', 'SECRET_DETECTED'],
	},
	{
		method: 'patch',
		path: '/api/callbacks/{reference}',
		summary: 'Move a booked call to another slot',
		isPrivate: true,
		body: 'CallbackMove',
		result: 'CallbackView',
		status: 200,
		rate: 'callbacks',
		errors: [...writeErrors, 'NOT_FOUND', 'CONFLICT', 'SLOT_FULL', 'SLOT_PAST', 'TOO_MANY_BOOKINGS', 'ALREADY_BOOKED'],
	},
	{
		method: 'delete',
		path: '/api/callbacks/{reference}',
		summary: 'Cancel a booked call; again changes nothing',
		isPrivate: true,
		result: 'CallbackView',
		status: 200,
		errors: ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'SECRET_DETECTED', 'SLOT_PAST', 'RATE_LIMITED'],
	},
	{
		method: 'post',
		path: '/api/callbacks/{reference}/rating',
		summary: 'Rate a call that was made, once',
		isPrivate: true,
		body: 'Rating',
		result: 'CallbackView',
		status: 201,
		rate: 'callbacks',
		errors: [...writeErrors, 'NOT_FOUND', 'CONFLICT'],
	},
	{
		method: 'post',
		path: '/api/callbacks/{reference}/not-me',
		summary:
			'Say that somebody else booked it: it is cancelled, its number takes no new booking, and other bookings of the number are held for the staff. Refused (409) with the cookie of the browser that booked; again changes nothing',
		isPrivate: true,
		body: 'Denial',
		result: 'CallbackView',
		status: 200,
		rate: 'callbacks',
		errors: [...writeErrors, 'NOT_FOUND', 'CONFLICT'],
	},
	{
		method: 'post',
		path: '/api/callbacks/{reference}/erasure',
		summary: 'Delete a booked call with everything that belongs to it, for good; a call that lies ahead is not made',
		isPrivate: true,
		body: 'Denial',
		result: 'Deleted',
		status: 200,
		rate: 'callbacks',
		errors: [...writeErrors, 'NOT_FOUND'],
	},
	{
		method: 'post',
		path: '/api/search-misses',
		summary: 'Tell of a search that failed: best effort, cleaned of anything private, and dropped when nothing is left',
		body: 'SearchMiss',
		status: 202,
		rate: 'searchMisses',
		errors: [...writeErrors, 'UNAVAILABLE'],
	},
];

export interface Operation {
	method: 'get' | 'post' | 'put' | 'patch' | 'delete';
	path: string;
	summary: string;
	query?: z.ZodObject;
	body?: keyof typeof schemas;
	acceptsForms?: boolean;
	/** Takes an `Idempotency-Key`. */
	takesKey?: boolean;
	/** Needs the secret of a private link. */
	isPrivate?: boolean;
	result?: keyof typeof schemas;
	/** Answers a plain text. */
	isText?: boolean;
	/** Answers the bytes of a file. */
	isFile?: boolean;
	/** Its body is a file. */
	takesFile?: boolean;
	/** 202 has no body. */
	status: 200 | 201 | 202;
	rate?: keyof typeof rates;
	errors: readonly ErrorCode[];
}
