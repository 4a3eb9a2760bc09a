import type { Rating } from '#shared/requests';

import { isDeniable, wasDenied } from './callback-rules.ts';
import { notOpen } from './callbacks.ts';
import { forgetBookingBrowser, isBookingBrowser } from './caller-cookie.ts';
import { phoneHash } from './phone.ts';
import type { AppContext } from '../context.ts';
import { insertAudit } from '../db/audit.ts';
import { blockNumber } from '../db/blocked-numbers.ts';
import { cancelNumber, denyBooking, insertCallRating } from '../db/callback-changes.ts';
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
 * "I did not book this": cancels the call and blocks its number for new ones. Who says so has the link, and may have it because they booked
 * with a stranger's number: other calls of the number are not cancelled but held for the desk. Again changes nothing. Throws `CONFLICT`
 * in the browser that booked, and when the call is over: an old link must not block a number anew.
 */
export async function denyCall(c: AppContext, call: StoredCallback): Promise<void> {
	const at = now(c.var.settings);
	if (wasDenied(call)) return;
	if (await isBookingBrowser(c, call.reference)) throw new ApiError('CONFLICT', { pageCode: 'BOOKED_HERE' });
	if (!isDeniable(call, at)) throw notOpen();
	await c.env.DB.batch([...denyBooking(c.env.DB, { ...call, at }), ...(await block(c, call, 'person'))]);
	nudge(c);
}

/** The statements by which staff, who have its owner on the phone, cancel every call of a number and block it. */
export async function refuseNumber(c: AppContext, call: StoredCallback, actor: string): Promise<D1PreparedStatement[]> {
	const at = now(c.var.settings);
	return [...cancelNumber(c.env.DB, { ...call, at }), ...(await block(c, call, actor))];
}

async function block(c: AppContext, { reference, phone }: StoredCallback, actor: string): Promise<D1PreparedStatement[]> {
	const at = now(c.var.settings);
	return [
		blockNumber(c.env.DB, { hash: await phoneHash(c, phone), booking: reference, at }),
		insertAudit(c.env.DB, { at, actor, action: 'blocked-number', subject: reference }),
	];
}

/** Deletes a call and everything that belongs to it; a block of its number stays, which cannot be read as a number. */
export async function eraseCall(c: AppContext, { reference }: StoredCallback, actor = 'person'): Promise<void> {
	const entry = { at: now(c.var.settings), actor, action: 'erased', subject: reference } as const;
	await c.env.DB.batch([...deleteCallback(c.env.DB, reference), insertAudit(c.env.DB, entry)]);
	forgetBookingBrowser(c, reference);
}
