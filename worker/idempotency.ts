import * as limits from '#shared/limits';

import { isFormPost } from './input/body.ts';
import type { AppContext } from './context.ts';
import { keyedHash } from './crypto.ts';
import { findIdempotencyKey, forgetCancelled, insertIdempotencyKey } from './db/idempotency.ts';
import { networkId } from './abuse/network.ts';
import { ApiError } from './problem.ts';
import { now } from './settings.ts';

const keyPattern = new RegExp(`^[\\x21-\\x7e]{1,${limits.length.idempotencyKey}}$`);
const keyLifeMs = 2 * 86_400_000;

/** How a write was sent, not what it says: a client that tries again measures a new time. */
const signals = new Set(['website', 'elapsedMs', 'challenge', 'confirmed']);

/** For writes that are the same when they happen twice. */
export const noReplayGuard: ReplayGuard = { statements: () => [], findReplay: async () => null };

/** Protection of one write against being stored twice. */
export interface ReplayGuard {
	/** First statements of the batch. */
	statements(reference: string): D1PreparedStatement[];
	/** Reference that an earlier, same write got, or null. Throws CONFLICT when the key was used for another body. */
	findReplay(): Promise<string | null>;
}

/**
 * The guard of a write: by its `Idempotency-Key`, or for a plain form by what it says and where it comes from, since a
 * browser sends a form again when a person reloads. JSON without the header has none.
 */
export async function replayGuard(c: AppContext, route: string, body: Record<string, unknown>): Promise<ReplayGuard> {
	const identity = await findIdentity(c, route, body);
	if (!identity) return noReplayGuard;
	const { key, bodyHash, lifeMs, isForm } = identity;
	const time = now(c.var.settings);
	return {
		statements: (reference) => [
			...(isForm ? [forgetCancelled(c.env.DB, route, key)] : []),
			...insertIdempotencyKey(c.env.DB, { route, key, bodyHash, reference, expiresAt: time + lifeMs }, time),
		],
		async findReplay() {
			if (isForm) await forgetCancelled(c.env.DB, route, key).run();
			const earlier = await findIdempotencyKey(c.env.DB, route, key, time);
			if (earlier && earlier.bodyHash !== bodyHash) throw new ApiError('CONFLICT');
			return earlier?.reference ?? null;
		},
	};
}

async function findIdentity(c: AppContext, route: string, body: Record<string, unknown>): Promise<Identity | null> {
	const { LINK_KEY } = c.var.settings;
	const header = c.req.header('Idempotency-Key');
	if (header === undefined && !isFormPost(c)) return null;
	if (header !== undefined && !keyPattern.test(header)) {
		throw new ApiError('INVALID', {
			fields: [{ name: 'Idempotency-Key', code: header.length > limits.length.idempotencyKey ? 'TOO_LONG' : 'INVALID' }],
		});
	}
	const bodyHash = await keyedHash(LINK_KEY, `body:${route}:${normalise(body)}`);
	return header === undefined
		? {
				key: await keyedHash(LINK_KEY, `form:${bodyHash}:${await networkId(c)}`),
				bodyHash,
				lifeMs: limits.formReplaySeconds * 1000,
				isForm: true,
			}
		: { key: await keyedHash(LINK_KEY, `key:${route}:${header}`), bodyHash, lifeMs: keyLifeMs, isForm: false };
}

/** A parsed body as one text: schemas fix the order of its fields. */
function normalise(body: Record<string, unknown>): string {
	return JSON.stringify(Object.entries(body).filter(([name, value]) => value !== undefined && !signals.has(name)));
}

interface Identity {
	key: string;
	bodyHash: string;
	lifeMs: number;
	/** A form is known by what it says, and so is the same booking after a cancellation. */
	isForm: boolean;
}
