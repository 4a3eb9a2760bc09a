import type { AppContext } from '../context.ts';
import { insertAudit, type AuditEntry } from '../db/audit.ts';
import { refusalOf } from '../db/constraint.ts';
import { changeRequest, type RequestChange } from '../db/request-changes.ts';
import type { StoredRequest } from '../db/requests.ts';
import { nudge } from '../requests/messages.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import type { ReplyFault } from './reply-check.ts';

/** Stores what somebody of the staff does to a request, with its line in the log; a form opened before the last change does nothing. */
export async function apply(
	c: AppContext,
	{ reference }: StoredRequest,
	action: AuditEntry['action'],
	change: Omit<RequestChange, 'reference' | 'at'>,
	more: D1PreparedStatement[] = [],
): Promise<ActionResult> {
	const at = now(c.var.settings);
	const entry = { at, actor: staffOf(c), action, subject: reference };
	try {
		await c.env.DB.batch([...changeRequest(c.env.DB, { ...change, reference, at }), ...more, insertAudit(c.env.DB, entry)]);
		if (action === 'replied' || action === 'state') nudge(c);
		return { kind: 'done' };
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === 'STALE' || refusal === 'GONE') return { kind: 'stale' };
		throw error;
	}
}

export type ActionResult = { kind: 'done' } | { kind: 'same' } | { kind: 'stale' } | { kind: 'stopped'; faults: ReplyFault[] };
