import * as z from 'zod';

import { optionalText, requiredText } from '#shared/fields';
import * as limits from '#shared/limits';
import { ContactSchema, type Contact } from '#shared/contact';

import { fromForm, type FormFields } from '../input/body.ts';
import { refuseNumber } from '../callbacks/call-life.ts';
import { isCallable, isCallTime, isJudgeable, isOfferable } from '../callbacks/callback-rules.ts';
import type { AppContext } from '../context.ts';
import { insertCallNote } from '../db/callback-changes.ts';
import { listClosed } from '../db/closed-days.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { insertRequest } from '../db/requests.ts';
import { pastSwitch } from '../db/switches.ts';
import { invalidField, parseInput } from '../input/input.ts';
import { oweCallMail, oweForNewRequest } from '../requests/messages.ts';
import { newReference } from '../pages/private-link.ts';
import { routeRequest } from '../requests/routing.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { applyToCall, refused, type CallResult } from './call-apply.ts';
import { nextAttempts } from './call-attempts.ts';
import { checkReply } from './reply-check.ts';

const version = z.coerce.number().int();
const VersionSchema = z.object({ version });
const MissedSchema = z.object({ version, next: optionalText(40) });
const WrongSchema = z.object({ version, block: z.string().optional() });
const NoteSchema = z.object({ version, text: requiredText(limits.length.note) });

/** Does what a form of a call's page asks for; a form that was opened before the last change does nothing. */
export async function actOnCall(c: AppContext, call: StoredCallback, form: FormFields): Promise<CallResult> {
	const input = fromForm(form);
	switch (form['action']?.[0] ?? '') {
		case 'call':
			return call.state === 'calling' ? refused(call, seenIn(input)) : begin(c, call, seenIn(input));
		case 'again':
			return call.state === 'calling' ? begin(c, call, seenIn(input)) : refused(call, seenIn(input));
		case 'take-over':
			return takeOver(c, call, seenIn(input));
		case 'reached':
			return reached(c, call, seenIn(input));
		case 'missed':
			return missed(c, call, parseInput(MissedSchema, input));
		case 'wrong':
			return wrong(c, call, parseInput(WrongSchema, input));
		case 'offer':
			return offer(c, call, seenIn(input));
		case 'release':
			return release(c, call, seenIn(input));
		case 'note':
			return note(c, call, parseInput(NoteSchema, input));
		case 'convert':
			return convert(c, call, input);
		default:
			throw invalidField('action', 'UNKNOWN_OPTION');
	}
}

function begin(c: AppContext, call: StoredCallback, seen: number): Promise<CallResult> {
	const at = now(c.var.settings);
	if (!isCallable(call, at, staffOf(c))) return refused(call, seen);
	const row = { state: 'calling', attempts: call.attempts + 1, agent: staffOf(c), callingAt: at, isHeld: false } as const;
	return applyToCall(c, call, 'called', { version: seen, row, event: 'calling', seat: 'keep' });
}

/** Makes somebody else's call one's own: from here on number, words and outcome are for the new agent alone. */
function takeOver(c: AppContext, call: StoredCallback, seen: number): Promise<CallResult> {
	if (call.state !== 'calling' || isOwn(c, call)) return refused(call, seen);
	return applyToCall(c, call, 'took-over', { version: seen, row: { ...call, agent: staffOf(c) }, seat: 'keep' });
}

function reached(c: AppContext, call: StoredCallback, seen: number): Promise<CallResult> {
	if (!isOwn(c, call)) return refused(call, seen);
	const row = { ...call, state: 'done', callingAt: null } as const;
	return applyToCall(c, call, 'reached', { version: seen, row, event: 'done', seat: 'keep' });
}

/** The next attempt is one of those that were proposed: within the hours, and after a pause. */
async function missed(c: AppContext, call: StoredCallback, input: z.output<typeof MissedSchema>): Promise<CallResult> {
	const { version: seen, next: asked } = input;
	if (!isOwn(c, call)) return refused(call, seen);
	const next = asked && (await nextAttempts(c, call)).find(({ start }) => start === Date.parse(asked));
	if (asked && !next) return { kind: 'full' };
	// Without a next time its person chooses one; after the last attempt there is none.
	const isLast = call.attempts >= limits.callAttempts;
	const row = { ...call, state: next || isLast ? ('missed' as const) : ('offered' as const), callingAt: null };
	const seat = next ? { ...next, capacity: next.seats } : ('free' as const);
	const mail = oweCallMail(c, next ? 'callMissed' : isLast ? 'callGivenUp' : 'callMissedOffered', call);
	return applyToCall(c, call, 'missed', { version: seen, row, event: 'missed', seat }, mail);
}

async function wrong(c: AppContext, call: StoredCallback, input: z.output<typeof WrongSchema>): Promise<CallResult> {
	if (!isOwn(c, call)) return refused(call, input.version);
	const row = { ...call, state: 'cancelled', callingAt: null } as const;
	const mail = oweCallMail(c, 'callCancelled', call);
	const block = input.block ? await refuseNumber(c, call, staffOf(c)) : [];
	return applyToCall(c, call, 'wrong', { version: input.version, row, event: 'wrong', seat: 'free' }, [...mail, ...block]);
}

function offer(c: AppContext, call: StoredCallback, seen: number): Promise<CallResult> {
	if (!isOfferable(call)) return refused(call, seen);
	const row = { ...call, state: 'offered', callingAt: null } as const;
	const mail = oweCallMail(c, 'callOffered', call);
	return applyToCall(c, call, 'offered', { version: seen, row, event: 'offered', seat: 'free' }, mail);
}

/** What nobody can call at its time any more needs another one, which its person is asked for. */
async function release(c: AppContext, call: StoredCallback, seen: number): Promise<CallResult> {
	if (!isJudgeable(call)) return refused(call, seen);
	const row = { ...call, isHeld: false };
	if (!(await hasLostTime(c, call)))
		return applyToCall(c, call, 'released', { version: seen, row, event: 'released', seat: 'keep' });
	const offered = { version: seen, row: { ...row, state: 'offered' }, event: 'offered', seat: 'free' } as const;
	return applyToCall(c, call, 'released', offered, oweCallMail(c, 'callOffered', call));
}

/** Whether a call that still has a time cannot be made at it: it is over, or the day was closed. */
async function hasLostTime(c: AppContext, call: StoredCallback): Promise<boolean> {
	const { slot, state } = call;
	const time = now(c.var.settings);
	if (state === 'offered') return false;
	if (slot.start < time && !isCallTime(call, time)) return true;
	return (await listClosed(c.env.DB, slot.start, slot.start + 1)).length > 0;
}

function note(c: AppContext, call: StoredCallback, { version: seen, text }: z.output<typeof NoteSchema>): Promise<CallResult> {
	return applyToCall(c, call, 'noted', { version: seen, row: call, seat: 'keep' }, [noteOf(c, call, text)]);
}

/** What cannot be solved on the phone becomes a request of the same person, who reads what is written here. */
async function convert(c: AppContext, call: StoredCallback, input: Record<string, unknown>): Promise<CallResult> {
	const seen = seenIn(input);
	const { locale, topic, name } = call;
	const contact: Contact = parseInput(ContactSchema, { ...input, locale, topic, name });
	const faults = checkReply(contact.message);
	if (faults.length > 0) return { kind: 'stopped', faults };
	const reference = newReference('R');
	const createdAt = now(c.var.settings);
	const request = { reference, state: 'received', contact, createdAt, routed: routeRequest(contact, createdAt) } as const;
	const result = await applyToCall(c, call, 'converted', { version: seen, row: call, seat: 'keep' }, [
		...pastSwitch(c.env.DB, 'contact', insertRequest(c.env.DB, request)),
		...oweForNewRequest(c, { reference, locale, isHeld: false }),
		noteOf(c, call, reference),
	]);
	return result.kind === 'done' ? { kind: 'converted', reference } : result;
}

/** Whether it is this agent who calls just now. */
function isOwn(c: AppContext, { state, agent }: StoredCallback): boolean {
	return state === 'calling' && agent === staffOf(c);
}

/** The version that a form's reader has seen. */
function seenIn(input: Record<string, unknown>): number {
	return parseInput(VersionSchema, input).version;
}

function noteOf(c: AppContext, { reference }: StoredCallback, body: string): D1PreparedStatement {
	return insertCallNote(c.env.DB, { reference, agent: staffOf(c), body, at: now(c.var.settings) });
}
