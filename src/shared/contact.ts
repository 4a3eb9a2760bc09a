import * as z from 'zod';

import { support } from '#config/support';
import {
	articleIdField,
	emailField,
	localeField,
	optionalOption,
	optionalText,
	requiredOption,
	requiredText,
	signals,
} from '#shared/fields';
import { isAddress } from '#shared/addresses';
import { findHash } from '#shared/formats';
import * as limits from '#shared/limits';

export const topicIds = support.topics.map((topic) => topic.id) as [string, ...string[]];
export const chainIds = support.chains.map((chain) => chain.id) as [string, ...string[]];

/** `POST /api/contact`: what a person writes to support. */
export const ContactSchema = z.object({
	locale: localeField,
	topic: requiredOption(topicIds),
	/** Name or nickname. */
	name: requiredText(limits.length.name),
	email: emailField,
	message: requiredText(limits.length.message, limits.length.messageMin),
	chain: optionalOption(chainIds),
	/** A transaction hash, or an explorer link that contains one. */
	txHash: optionalText(limits.length.txHash).refine((value) => value === undefined || findHash(value) !== null, 'INVALID_HASH'),
	address: optionalText(limits.length.address).refine((value) => value === undefined || isAddress(value), 'INVALID_ADDRESS'),
	appVersion: optionalText(limits.length.appVersion),
	device: optionalText(limits.length.device),
	/** Articles read before writing, oldest first. */
	articles: z.array(articleIdField).max(limits.length.articles, 'TOO_LONG').optional(),
	/** Assets are moving right now. */
	urgent: z.boolean().optional(),
	...signals,
});

/** The answer to a stored request; the secret of its private page stands after `#`. */
export const CreatedSchema = z.object({ reference: z.string(), url: z.string() });

export type Contact = z.output<typeof ContactSchema>;
export type Created = z.output<typeof CreatedSchema>;
