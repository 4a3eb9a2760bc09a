import type { AppContext } from '../context.ts';
import { insertAudit, type AuditEntry } from '../db/audit.ts';
import { changeCall, type CallChange } from '../db/callback-changes.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import { refusalOf } from '../db/constraint.ts';
import { nudge } from '../requests/messages.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import type { ReplyFault } from './reply-check.ts';

/** Stores what somebody of the staff does to a call, with its line in the log, and sends what it owes. */
export async function applyToCall(
	c: AppContext,
	{ reference }: StoredCallback,
	action: AuditEntry['action'],
	change: Omit<CallChange, 'reference' | 'at'>,
	more: D1PreparedStatement[] = [],
): Promise<CallResult> {
	const at = now(c.var.settings);
	const entry = { at, actor: staffOf(c), action, subject: reference };
	try {
		await c.env.DB.batch([...changeCall(c.env.DB, { ...change, reference, at }), ...more, insertAudit(c.env.DB, entry)]);
		if (more.length > 0) nudge(c);
		return { kind: 'done' };
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === 'CALL_CHANGED' || refusal === 'GONE') return { kind: 'stale' };
		if (refusal === 'SLOT_FULL' || refusal === 'DAY_CLOSED' || refusal === 'SAME_CALL') return { kind: 'full' };
		throw error;
	}
}

/** A form that is old says so; one that is not asks for what cannot be now. */
export async function refused(call: StoredCallback, seen: number): Promise<CallResult> {
	return seen === call.version ? { kind: 'early' } : { kind: 'stale' };
}

export type CallResult =
	| { kind: 'done' }
	| { kind: 'converted'; reference: string }
	| { kind: 'stale' }
	| { kind: 'full' }
	| { kind: 'early' }
	| { kind: 'stopped'; faults: ReplyFault[] };
