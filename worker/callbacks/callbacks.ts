import { support } from '#config/support';
import type { Callback, CallbackMove } from '#shared/callbacks';
import type { Created } from '#shared/contact';
import * as limits from '#shared/limits';
import { findSlot, slotRules, type SlotRefusal, type SlotTime } from '#shared/slots';

import { isChangeable, isOver, wordsCutoff } from './callback-rules.ts';
import { lineOf, nearestFree } from './line-slots.ts';
import { isBookingBrowser } from './caller-cookie.ts';
import type { AppContext } from '../context.ts';
import { findCallAt, findCallback, insertCallback, moveCallback, setTimezone, type StoredCallback } from '../db/callbacks.ts';
import { cancelCallback } from '../db/callback-changes.ts';
import { takeSeat } from '../db/callback-seats.ts';
import type { Refusal } from '../db/constraint.ts';
import { noReplayGuard, replayGuard, type ReplayGuard } from '../idempotency.ts';
import { invalidField } from '../input/input.ts';
import { parsePhone, phoneHash } from './phone.ts';
import { nudge, oweCallMail } from '../requests/messages.ts';
import { newReference, privateUrl } from '../pages/private-link.ts';
import { countPerson } from '../abuse/rate-limit.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { storeOnce } from '../store.ts';
import { rfc3339 } from '../time.ts';

/** Books a call; the same write again gets the same answer, even when its slot has passed in the meantime. */
export async function bookCallback(c: AppContext, callback: Callback): Promise<Created & { slot: string }> {
	const phone = parsePhone(callback.phone, callback.country, callback.locale);
	if ('code' in phone) throw invalidField('phone', phone.code);
	const guard = await replayGuard(c, 'callbacks', callback);
	const start = Date.parse(callback.slot);
	const slot = findSlot(slotRules(support, callback.locale), start, now(c.var.settings));
	const reference = isRefused(slot)
		? await replayOf(guard, slot)
		: await storeBooking(c, { ...callback, phone: phone.number }, slot, guard);
	nudge(c);
	return { reference, url: await privateUrl(c.var.settings.LINK_KEY, callback.locale, reference), slot: rfc3339(start) };
}

/** Moves an open callback that has not begun; of two moves at once one is refused, unless they want the same. */
export async function moveCall(c: AppContext, stored: StoredCallback, move: CallbackMove): Promise<void> {
	refuseUnchangeable(stored, now(c.var.settings));
	if (isAt(stored, move)) return;
	try {
		await storeOnce(c, {
			route: 'callbacks',
			reference: stored.reference,
			guard: noReplayGuard,
			// Whoever holds a private link has been let in before.
			signals: null,
			statements: await moving(c, stored, move),
			refused: (refusal) => refusedSeat(c, stored, Date.parse(move.slot), refusal),
		});
	} catch (error) {
		const isChanged = error instanceof ApiError && error.code === 'CONFLICT';
		const present = isChanged ? await findCallback(c.env.DB, stored.reference) : null;
		if (!present || isOver(present) || !isAt(present, move)) throw error;
	}
	nudge(c);
}

/** What a move changes. Who wants another zone and no other time gives nothing back, and is told nothing new. */
async function moving(
	c: AppContext,
	stored: StoredCallback,
	{ slot: wanted, timezone }: CallbackMove,
): Promise<() => D1PreparedStatement[]> {
	if (isSameTime(stored, { slot: wanted })) return () => [setTimezone(c.env.DB, stored, timezone)];
	const time = now(c.var.settings);
	const slot = findSlot(slotRules(support, stored.locale), Date.parse(wanted), time);
	if (isRefused(slot)) throw slotRefused(slot);
	const rules = { capacity: slot.seats, maxOpen: limits.openCallbacksPerPhone, silent: wordsCutoff(time), now: time };
	const counts = await countPerson(c, 'callbackMoves', stored.phone);
	return () => [...moveCallback(c.env.DB, stored, { slot, timezone }, rules), ...oweCallMail(c, 'callMoved', stored), ...counts];
}

function isAt(stored: StoredCallback, move: CallbackMove): boolean {
	return isSameTime(stored, move) && stored.timezone === move.timezone;
}

function isSameTime({ slot, state }: StoredCallback, wanted: Pick<CallbackMove, 'slot'>): boolean {
	return slot.start === Date.parse(wanted.slot) && state !== 'offered';
}

/** Cancels a callback that has not begun; again changes nothing. Never counted against anybody: it gives a seat back. */
export async function cancelCall(c: AppContext, stored: StoredCallback): Promise<void> {
	const time = now(c.var.settings);
	if (stored.state === 'cancelled') return;
	refuseUnchangeable(stored, time);
	const isDone = await cancelCallback(c.env.DB, stored.reference, time, wordsCutoff(time));
	// Somebody began to call in the meantime, or it was cancelled elsewhere.
	if (!isDone && (await findCallback(c.env.DB, stored.reference))?.state !== 'cancelled') throw new ApiError('CONFLICT');
	nudge(c);
}

/** A slot that nobody can book any more may have been booked by the same write before. */
async function replayOf(guard: ReplayGuard, refusal: SlotRefusal): Promise<string> {
	const reference = await guard.findReplay();
	if (reference === null) throw slotRefused(refusal);
	return reference;
}

async function storeBooking(c: AppContext, callback: Callback, slot: SlotTime, guard: ReplayGuard): Promise<string> {
	const reference = newReference('C');
	const { locale, topic, name, phone, email, note, timezone } = callback;
	const row = {
		reference,
		locale,
		topic,
		name,
		phone,
		phoneHash: await phoneHash(c, phone),
		email,
		note,
		timezone,
		slot,
		createdAt: now(c.var.settings),
	} as const;
	const perPerson = [
		...(await countPerson(c, 'callbackPhone', phone)),
		...(email ? await countPerson(c, 'callbackEmail', email) : []),
	];
	return storeOnce(c, {
		route: 'callbacks',
		reference,
		guard,
		signals: callback,
		statements: (isHeld) => [
			...insertCallback(c.env.DB, { ...row, isHeld }, limits.openCallbacksPerPhone),
			takeSeat(c.env.DB, { reference, slot: slot.start, capacity: slot.seats }),
			...oweCallMail(c, 'callBooked', { reference, locale, email, version: 0 }),
			...perPerson,
		],
		refused: (refusal) => refusedSeat(c, { locale, phone }, slot.start, refusal),
	});
}

/** Says why a call can be neither moved nor cancelled. */
function refuseUnchangeable(stored: StoredCallback, time: number): void {
	if (isChangeable(stored, time)) return;
	throw isOver(stored) ? notOpen() : new ApiError('SLOT_PAST');
}

async function refusedSeat(
	c: AppContext,
	{ locale, phone }: Pick<StoredCallback, 'locale' | 'phone'>,
	start: number,
	refusal: Refusal,
): Promise<ApiError | undefined> {
	if (refusal === 'PHONE_LIMIT') return new ApiError('TOO_MANY_BOOKINGS');
	if (refusal === 'SAME_CALL') return sameCall(c, phone, start);
	if (refusal === 'NOT_OPEN') return notOpen();
	if (refusal === 'CALL_CHANGED') return new ApiError('CONFLICT');
	if (refusal === 'BLOCKED') return invalidField('phone', 'BLOCKED_PHONE');
	return refusal === 'SLOT_FULL' || refusal === 'DAY_CLOSED'
		? new ApiError('SLOT_FULL', { alternatives: await nearestFree(lineOf(c, locale), start) })
		: undefined;
}

/** Only the browser that booked is told when: to anybody else who knows a number its times are as hidden as how many it has. */
async function sameCall(c: AppContext, phone: string, start: number): Promise<ApiError> {
	const reference = await findCallAt(c.env.DB, phone, start);
	return new ApiError(reference && (await isBookingBrowser(c, reference)) ? 'ALREADY_BOOKED' : 'TOO_MANY_BOOKINGS');
}

/** The answer about a call of which nothing more will come. */
export function notOpen(): ApiError {
	return new ApiError('CONFLICT', { pageCode: 'NOT_OPEN' });
}

function isRefused(slot: SlotTime | SlotRefusal): slot is SlotRefusal {
	return typeof slot === 'string';
}

function slotRefused(refusal: SlotRefusal): ApiError {
	return refusal === 'SLOT_PAST' ? new ApiError('SLOT_PAST') : invalidField('slot', 'INVALID');
}
