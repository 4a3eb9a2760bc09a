import * as z from 'zod';

import { requiredOption } from '#shared/fields';

/** Writes that may be answered with `CHALLENGE_REQUIRED`. */
export const challengedRoutes = ['contact', 'callbacks', 'votes'] as const;

/** `GET /api/challenge`: query parameters. */
export const ChallengeQuerySchema = z.object({ route: requiredOption(challengedRoutes) });

const hex = z.string().regex(/^[0-9a-f]+$/);

/** ALTCHA's challenge, signed as a whole. */
const AltchaChallengeSchema = z.object({
	parameters: z.strictObject({
		algorithm: z.literal('PBKDF2/SHA-256'),
		nonce: hex,
		salt: hex,
		cost: z.int().positive(),
		keyLength: z.int().positive(),
		keyPrefix: hex,
		keySignature: hex,
		data: z.strictObject({
			route: z.enum(challengedRoutes),
			/** Epoch seconds. */
			expires: z.int(),
		}),
	}),
	signature: hex,
});

/** `GET /api/challenge`: what to solve. The answer goes into the field `challenge` of the write that asked for it. */
export const ChallengeSchema = z.union([
	z.object({
		kind: z.literal('altcha'),
		challenge: AltchaChallengeSchema,
		/** The most keys that have to be derived, for telling people how long it takes. */
		attempts: z.int(),
	}),
	z.object({ kind: z.literal('turnstile'), siteKey: z.string() }),
]);

/** What base64 of JSON the field `challenge` holds when the challenge was ALTCHA's. */
export const AltchaAnswerSchema = z.object({
	challenge: AltchaChallengeSchema,
	solution: z.object({ counter: z.int().nonnegative(), derivedKey: hex, time: z.number().optional() }),
});

export type Challenge = z.output<typeof ChallengeSchema>;
export type ChallengedRoute = (typeof challengedRoutes)[number];
