import * as z from 'zod';

import { requiredOption, requiredText } from '#shared/fields';
import * as limits from '#shared/limits';
import { teamIds } from '#shared/requests';

import { fromForm, type FormFields } from '../input/body.ts';
import type { AppContext } from '../context.ts';
import { dropPresence } from '../db/presence.ts';
import type { RequestChange } from '../db/request-changes.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { invalidField, parseInput } from '../input/input.ts';
import { oweMail } from '../requests/messages.ts';
import { afterState, isEnded, isReleased, reopenedRow } from '../requests/request-rules.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { apply, type ActionResult } from './apply.ts';
import { knownColleague } from './colleagues.ts';
import { writing } from './presence.tsx';
import { purgeFrom } from './request-purges.ts';
import { checkReply } from './reply-check.ts';
import { sortOut } from './sorting.ts';

const version = z.coerce.number().int();
const ReplySchema = z.object({ version, text: requiredText(limits.length.message), asks: z.string().optional() });
const NoteSchema = z.object({ version, text: requiredText(limits.length.message) });
const HandSchema = z.object({ version, team: requiredOption(teamIds), reason: requiredText(limits.length.reason) });
const StateSchema = z.object({ version, state: requiredOption(['received', 'assigned', 'waiting', 'solved', 'closed']) });
const AssignSchema = z.object({ version, to: requiredText(limits.length.email) });
const VersionSchema = z.object({ version });

/** Does what a form of the request's page asks for; a form that was opened before the last change does nothing. */
export async function actOnRequest(c: AppContext, request: StoredRequest, form: FormFields): Promise<ActionResult> {
	const action = form['action']?.[0];
	const done = sortOut(c, request, form) ?? purgeFrom(c, request, form);
	if (done) return done;
	if (action === 'reply') return reply(c, request, parseInput(ReplySchema, fromForm(form)));
	if (action === 'note') return note(c, request, parseInput(NoteSchema, fromForm(form)));
	if (action === 'hand') return hand(c, request, parseInput(HandSchema, fromForm(form)));
	if (action === 'take' || action === 'leave') {
		const input = parseInput(VersionSchema, fromForm(form));
		return assign(c, request, action === 'take' ? staffOf(c) : null, input.version);
	}
	if (action === 'assign') {
		const input = parseInput(AssignSchema, fromForm(form));
		return assign(c, request, await knownColleague(c, input.to), input.version);
	}
	if (action === 'state') {
		const input = parseInput(StateSchema, fromForm(form));
		return setState(c, request, input.state, input.version);
	}
	throw invalidField('action', 'UNKNOWN_OPTION');
}

/** Makes a request somebody's, or nobody's. Whose it is already is left as it is. */
export async function assign(
	c: AppContext,
	request: StoredRequest,
	assignee: string | null,
	seen: number,
): Promise<ActionResult> {
	if (seen === request.version && request.assignee === assignee) return { kind: 'same' };
	const isNew = assignee !== null && request.state === 'received';
	const events: RequestChange['events'] = isNew ? [{ event: 'assigned', team: request.team }] : [];
	const row = { ...request, assignee, state: isNew ? ('assigned' as const) : request.state };
	return apply(c, request, 'assigned', { version: seen, row, events }, presenceOf(c, request, assignee));
}

/** Whoever takes a request is about to answer it, and whoever gives it away is not. */
function presenceOf(c: AppContext, { reference }: StoredRequest, assignee: string | null): D1PreparedStatement[] {
	const me = staffOf(c);
	return [assignee === me ? writing(c, reference, limits.takenSeconds) : dropPresence(c.env.DB, reference, me)];
}

/** Sets the state by hand. */
export async function setState(
	c: AppContext,
	request: StoredRequest,
	state: z.output<typeof StateSchema>['state'],
	seen: number,
): Promise<ActionResult> {
	const outcome = afterState(request, state, now(c.var.settings));
	if (!outcome) return { kind: seen === request.version ? 'same' : 'stale' };
	return apply(
		c,
		request,
		isReleased(request, state) ? 'released' : 'state',
		{ version: seen, ...outcome },
		state === 'solved' ? oweMail(c, { ...request, kind: 'solved', nth: seen }) : [],
	);
}

async function reply(c: AppContext, request: StoredRequest, input: z.output<typeof ReplySchema>): Promise<ActionResult> {
	const faults = checkReply(input.text);
	if (faults.length > 0) return { kind: 'stopped', faults };
	const state = input.asks ? 'waiting' : 'answered';
	const message = { author: 'staff', agent: staffOf(c), body: input.text } as const;
	const result = await apply(
		c,
		request,
		'replied',
		{
			version: input.version,
			row: { ...request, state, assignee: request.assignee ?? staffOf(c), ...reopenedRow, flagged: false },
			events: [...(isEnded(request) ? [{ event: 'reopened' as const }] : []), { event: state }],
			message,
			isReply: true,
		},
		[...oweMail(c, { ...request, kind: 'reply', nth: input.version }), dropPresence(c.env.DB, request.reference, staffOf(c))],
	);
	return sameWhenSaid(c, { ...request, state, version: input.version + 1 }, message, result);
}

async function note(c: AppContext, request: StoredRequest, input: z.output<typeof NoteSchema>): Promise<ActionResult> {
	const message = { author: 'note', agent: staffOf(c), body: input.text } as const;
	const result = await apply(c, request, 'noted', { version: input.version, row: request, events: [], message });
	return sameWhenSaid(c, { ...request, version: input.version + 1 }, message, result);
}

/**
 * A button pressed twice has changed the request itself: a conflict would invite the same words a second time. What has come in
 * since is one, though: whoever presses has not seen it.
 */
async function sameWhenSaid(
	c: AppContext,
	{ reference, version, state }: StoredRequest,
	{ author, agent, body }: NonNullable<RequestChange['message']>,
	result: ActionResult,
): Promise<ActionResult> {
	if (result.kind !== 'stale') return result;
	const current = await findRequest(c.env.DB, reference);
	if (current?.version !== version || current.state !== state) return result;
	const isNote = author === 'note';
	const last = current.messages.findLast((message) => (message.author === 'note') === isNote);
	return last?.author === author && last.agent === agent && last.body === body ? { kind: 'same' } : result;
}

/** The writer reads the reason, so it is checked like a reply. */
async function hand(c: AppContext, request: StoredRequest, input: z.output<typeof HandSchema>): Promise<ActionResult> {
	const faults = checkReply(input.reason);
	if (faults.length > 0) return { kind: 'stopped', faults };
	return apply(c, request, 'handed', {
		version: input.version,
		row: { ...request, team: input.team, assignee: null, state: 'assigned', ...reopenedRow },
		events: [{ event: 'assigned', team: input.team, reason: input.reason }],
	});
}
