import * as z from 'zod';

import { requiredOption, requiredText } from '#shared/fields';

import { senderId } from '../requests/blocked.ts';
import { fromForm, type FormFields } from '../input/body.ts';
import type { AppContext } from '../context.ts';
import { blockSender, unblockSender } from '../db/blocked-senders.ts';
import { changeRequest, setPriority } from '../db/request-changes.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { invalidField, parseInput } from '../input/input.ts';
import { parseReference } from '../pages/private-link.ts';
import { isEnded } from '../requests/request-rules.ts';
import { ranks } from '../requests/routing.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { apply, type ActionResult } from './apply.ts';
import { viewOf } from './page.tsx';
import { sortingWords } from './words/sorting.ts';

const version = z.coerce.number().int();
const VersionSchema = z.object({ version });
const PrioritySchema = z.object({ version, priority: requiredOption(['high', 'normal', 'low']) });
const MergeSchema = z.object({ version, into: requiredText(40) });

/** Sorts a request out: by its priority, as spam, under another one, or with its sender. Undefined for any other action. */
export function sortOut(c: AppContext, request: StoredRequest, form: FormFields): Promise<ActionResult> | undefined {
	const action = form['action']?.[0];
	const seen = () => parseInput(VersionSchema, fromForm(form)).version;
	if (action === 'priority') return prioritise(c, request, parseInput(PrioritySchema, fromForm(form)));
	if (action === 'spam') return markSpam(c, request, seen());
	if (action === 'no-spam') return unmarkSpam(c, request, seen());
	if (action === 'merge') return merge(c, request, parseInput(MergeSchema, fromForm(form)));
	if (action === 'block' || action === 'unblock') return block(c, request, action, seen());
	return undefined;
}

/** Puts a request before or behind others by hand, whatever the rules have made of it. */
async function prioritise(c: AppContext, request: StoredRequest, input: z.output<typeof PrioritySchema>): Promise<ActionResult> {
	const priority = ranks[input.priority];
	if (priority === request.priority) return { kind: input.version === request.version ? 'same' : 'stale' };
	const set = setPriority(c.env.DB, request.reference, priority);
	return apply(c, request, 'priority', { version: input.version, row: request, events: [] }, [set]);
}

/** Closes without a word to its sender; what was still owed to them is owed no more. */
export async function markSpam(c: AppContext, request: StoredRequest, seen: number): Promise<ActionResult> {
	if (seen === request.version && request.isSpam) return { kind: 'same' };
	const at = now(c.var.settings);
	const row = { ...request, state: 'closed' as const, endedAt: at, flagged: false, isSpam: true };
	const owed = c.env.DB.prepare(`DELETE FROM outbox WHERE reference = ?1 AND state <> 'sent'`).bind(request.reference);
	return apply(c, request, 'spam', { version: seen, row, events: [{ event: 'closed' }] }, [owed]);
}

async function unmarkSpam(c: AppContext, request: StoredRequest, seen: number): Promise<ActionResult> {
	if (!request.isSpam) return { kind: seen === request.version ? 'same' : 'stale' };
	const row = { ...request, state: 'received' as const, endedAt: null, isSpam: false };
	return apply(c, request, 'no-spam', { version: seen, row, events: [{ event: 'reopened' }] });
}

/**
 * Lets a request go on under another one of the same address. Nothing is moved: whoever holds the one link must not read what was
 * written under the other, since anybody can type any address. The desk shows both together.
 */
async function merge(c: AppContext, request: StoredRequest, input: z.output<typeof MergeSchema>): Promise<ActionResult> {
	const into = await findRequest(c.env.DB, parseReference(input.into) ?? '');
	if (!into || !canMerge(request, into)) throw invalidField('into', 'INVALID');
	const at = now(c.var.settings);
	const row = { ...request, state: 'closed' as const, endedAt: at, mergedInto: into.reference };
	const body = sortingWords[viewOf(c).locale].mergedNote.replace('{reference}', request.reference);
	const noted = changeRequest(c.env.DB, {
		reference: into.reference,
		version: into.version,
		at,
		row: into,
		events: [],
		message: { author: 'note', agent: staffOf(c), body },
	});
	return apply(c, request, 'merged', { version: input.version, row, events: [{ event: 'closed' }] }, noted);
}

function canMerge(request: StoredRequest, into: StoredRequest): boolean {
	const isSame = request.email.toLowerCase() === into.email.toLowerCase();
	return isSame && request.reference !== into.reference && !request.mergedInto && isOpenTarget(into);
}

/** Whether somebody still looks at a request, so that another one may go on there. */
export function isOpenTarget({ state, isSpam, mergedInto }: Pick<StoredRequest, 'state' | 'isSpam' | 'mergedInto'>): boolean {
	return !isEnded({ state }) && !isSpam && !mergedInto;
}

async function block(c: AppContext, request: StoredRequest, action: 'block' | 'unblock', seen: number): Promise<ActionResult> {
	const { reference } = request;
	const sender = await senderId(c, request.email);
	const statement =
		action === 'block'
			? blockSender(c.env.DB, { sender, since: now(c.var.settings), agent: staffOf(c), reference })
			: unblockSender(c.env.DB, sender);
	const done = action === 'block' ? 'blocked' : 'unblocked';
	return apply(c, request, done, { version: seen, row: request, events: [] }, [statement]);
}
