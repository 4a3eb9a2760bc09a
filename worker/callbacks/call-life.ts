import type { Rating } from '#shared/requests';

import { isOver } from './callback-rules.ts';
import type { AppContext } from '../context.ts';
import { keyedHash } from '../crypto.ts';
import { insertAudit } from '../db/audit.ts';
import { blockNumber, insertCallRating } from '../db/callback-changes.ts';
import { deleteCallback, type StoredCallback } from '../db/callbacks.ts';
import { refusalOf } from '../db/constraint.ts';
import { nudge } from '../requests/messages.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';

/** Stores the one rating of a call that was made. Throws `CONFLICT` before, and a second time. */
export async function rateCall(c: AppContext, call: StoredCallback, rating: Rating): Promise<void> {
	if (call.state !== 'done') throw new ApiError('CONFLICT');
	try {
		await insertCallRating(c.env.DB, call.reference, rating, now(c.var.settings)).run();
	} catch (error) {
		throw refusalOf(error) === 'CALL_RATED' ? new ApiError('CONFLICT') : error;
	}
}

/**
 * "I did not book this": cancels every open booking of the number and blocks it. Again changes nothing. Throws `CONFLICT` when the call is
 * over: an old link must not block a number anew.
 */
export async function denyCall(c: AppContext, call: StoredCallback): Promise<void> {
	if (call.timeline.some(({ event }) => event === 'denied')) return;
	if (isOver(call)) throw new ApiError('CONFLICT', { pageCode: 'NOT_OPEN' });
	await c.env.DB.batch(await denial(c, call, 'person'));
	nudge(c);
}

/** The statements of `denyCall`, by whomever it was said. */
export async function denial(c: AppContext, { reference, phone }: StoredCallback, actor: string): Promise<D1PreparedStatement[]> {
	const at = now(c.var.settings);
	const hash = await phoneHash(c, phone);
	return [
		...blockNumber(c.env.DB, { reference, phone, hash, at }),
		insertAudit(c.env.DB, { at, actor, action: 'blocked-number', subject: reference }),
	];
}

/** Deletes a call and everything that belongs to it; a block of its number stays, which cannot be read as a number. */
export async function eraseCall(c: AppContext, { reference }: StoredCallback, actor = 'person'): Promise<void> {
	const entry = { at: now(c.var.settings), actor, action: 'erased', subject: reference } as const;
	await c.env.DB.batch([...deleteCallback(c.env.DB, reference), insertAudit(c.env.DB, entry)]);
}

/** By which a number is known that must not be called, without being kept itself. */
export function phoneHash(c: AppContext, phone: string): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `phone:${phone}`);
}
