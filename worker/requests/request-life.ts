import type * as z from 'zod';

import type { MessageSchema, Rating, Verdict } from '#shared/requests';

import type { AppContext } from '../context.ts';
import { insertAudit } from '../db/audit.ts';
import { refusalOf } from '../db/constraint.ts';
import { changeRequest, insertRating, type RequestChange } from '../db/request-changes.ts';
import { deleteRequest, findRequest, type StoredRequest } from '../db/requests.ts';
import { noReplayGuard, replayGuard, type ReplayGuard } from '../idempotency.ts';
import { ApiError } from '../problem.ts';
import { countPerson, countStatements, rateLimited } from '../abuse/rate-limit.ts';
import { refuseSplitSecret } from './request-guard.ts';
import { afterMessage, afterRating, afterVerdict, isAlready, type Outcome } from './request-rules.ts';
import { now } from '../settings.ts';
import { removeNow } from '../storage/objects.ts';

/** How often a change is decided anew because somebody else was quicker. */
const attempts = 3;

/** Adds what its writer has to say; the same message again is answered as the first time. */
export async function addMessage(
	c: AppContext,
	request: StoredRequest,
	input: z.output<typeof MessageSchema>,
): Promise<StoredRequest> {
	const texts = [{ name: 'message', text: input.message }];
	const guard = await replayGuard(c, 'messages', { reference: request.reference, ...input });
	return change(c, request, {
		guard,
		check: (current) => refuseSplitSecret(c.env, current, texts, input.confirmed === true),
		decide: afterMessage,
		message: { author: 'person', body: input.message },
	});
}

/** Stores what its writer says of it: solved, not solved, or open again. What it is already is left as it is. */
export async function setVerdict(c: AppContext, request: StoredRequest, verdict: Verdict): Promise<StoredRequest> {
	if (isAlready(request, verdict)) return request;
	return change(c, request, { decide: (current) => afterVerdict(current, verdict, now(c.var.settings)) });
}

/** Stores the one rating of a request that is over. */
export function rate(c: AppContext, request: StoredRequest, rating: Rating): Promise<StoredRequest> {
	return change(c, request, {
		check: async (current) => {
			const texts = [{ name: 'comment', text: rating.comment ?? '' }];
			if (rating.comment) await refuseSplitSecret(c.env, current, texts, rating.confirmed === true);
		},
		decide: (current) => afterRating(current, rating),
		last: [insertRating(c.env.DB, request.reference, rating, now(c.var.settings))],
	});
}

/** Deletes a request and everything that belongs to it. */
export async function eraseRequest(c: AppContext, { reference }: StoredRequest, actor = 'person'): Promise<void> {
	const entry = { at: now(c.var.settings), actor, action: 'erased', subject: reference } as const;
	await c.env.DB.batch([...deleteRequest(c.env.DB, reference), insertAudit(c.env.DB, entry)]);
	await removeNow(c.env, entry.at);
}

/** Decides on what is stored and stores it, anew when somebody else has changed the request in between. */
async function change(c: AppContext, request: StoredRequest, wish: Wish): Promise<StoredRequest> {
	const { reference } = request;
	const counts = [...(await countStatements(c, 'requests')), ...(await countPerson(c, 'requestWrites', reference))];
	const guard = wish.guard ?? noReplayGuard;
	let current: StoredRequest | null = request;
	for (let left = attempts; left > 0 && current; left--) {
		// What has been stored already is answered before it is judged again: by now it may be over.
		if (await guard.findReplay()) return current;
		const outcome = wish.decide(current);
		if (!outcome) break;
		// Each time anew: whoever was quicker may have sent the other half of a phrase.
		await wish.check?.(current);
		const { version } = current;
		const rows = changeRequest(c.env.DB, { reference, version, at: now(c.var.settings), ...outcome, message: wish.message });
		const isStored = await store(c, [...guard.statements(reference), ...rows, ...(wish.last ?? []), ...counts]);
		current = await findRequest(c.env.DB, reference);
		if (isStored && current) return current;
	}
	if (!current) throw new ApiError('NOT_FOUND');
	throw new ApiError('CONFLICT', { pageCode: 'REQUEST_CHANGED' });
}

/** False when somebody else was quicker, with this write or another one. */
async function store(c: AppContext, statements: D1PreparedStatement[]): Promise<boolean> {
	try {
		await c.env.DB.batch(statements);
		return true;
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === 'HOUR_RATE' || refusal === 'DAY_RATE') throw rateLimited(c, refusal);
		if (refusal === 'STALE' || refusal === 'REPLAY' || refusal === 'GONE' || refusal === 'RATED') return false;
		throw error;
	}
}

interface Wish {
	guard?: ReplayGuard;
	/** Throws what is wrong with it, beside what is stored. */
	check?: (current: StoredRequest) => Promise<void>;
	/** What becomes of the request; null when it cannot. */
	decide: (current: StoredRequest) => Outcome | null;
	message?: RequestChange['message'];
	/** Further statements of the batch. */
	last?: D1PreparedStatement[];
}
