import { reopenDays } from '#shared/limits';
import type { Rating, RequestState, Verdict } from '#shared/requests';

import type { RequestChange, RequestStatus } from '../db/request-changes.ts';
import type { StoredRequest } from '../db/requests.ts';
import { dayMs } from '../time.ts';

const low = 2;

/** Whatever has ended a request, it is over no more. */
export const reopenedRow = { endedAt: null, isSpam: false, mergedInto: null } as const;

/** What a message of its writer makes of a request; null when it is over. */
export function afterMessage(request: StoredRequest): Outcome | null {
	if (isEnded(request)) return null;
	return { row: { ...request, state: isAnswered(request) ? 'assigned' : request.state }, events: [{ event: 'written' }] };
}

/** What the writer's word makes of a request; null when it cannot be said any more, or says nothing new. */
export function afterVerdict(request: StoredRequest, verdict: Verdict, at: number): Outcome | null {
	if (verdict === 'reopen') return reopened(request, at);
	// What is held stays so until staff have looked: “solved” and “reopen” would let its sender release it.
	if (isEnded(request) || request.state === 'held') return null;
	if (verdict === 'solved') return { row: { ...request, state: 'solved', endedAt: at }, events: [{ event: 'solved' }] };
	if (!isAnswered(request)) return null;
	return { row: { ...request, state: 'assigned' }, events: [{ event: 'unsolved' }] };
}

/** Whether a request is already what its writer says. */
export function isAlready(request: StoredRequest, verdict: Verdict): boolean {
	if (verdict === 'solved') return request.state === 'solved' || request.state === 'held';
	return !isEnded(request) && (verdict === 'reopen' || !isAnswered(request));
}

/** Until when a request can be reopened; null when there is nothing to reopen. */
export function reopenUntil({ state, endedAt, isSpam, mergedInto }: Ended): number | null {
	if (isSpam || mergedInto) return null;
	return endedAt !== null && (state === 'solved' || state === 'closed') ? endedAt + reopenDays * dayMs : null;
}

/** Whether anything in a rating says that it went badly. */
export function isLow({
	speed,
	expertise,
	solution,
	tone,
}: { [Scale in 'speed' | 'expertise' | 'solution' | 'tone']?: number | null | undefined }): boolean {
	return [speed, expertise, solution, tone].some((points) => typeof points === 'number' && points <= low);
}

/** What a rating makes of a solved request; null when none is asked for. */
export function afterRating(request: StoredRequest, rating: Rating): Outcome | null {
	if (!isEnded(request) || request.isSpam || request.rating) return null;
	return { row: { ...request, flagged: isLow(rating) }, events: [] };
}

/** What a decision of the staff makes of a request. */
export function afterState(request: StoredRequest, state: RequestState, at: number): Outcome | null {
	if (state === request.state || state === 'held') return null;
	const endedAt = state === 'solved' || state === 'closed' ? at : null;
	const event = endedAt !== null ? state : isReleased(request, state) ? 'released' : isEnded(request) ? 'reopened' : state;
	const row = { ...request, state, endedAt, flagged: endedAt !== null && request.flagged };
	return { row: endedAt === null ? { ...row, ...reopenedRow } : row, events: [{ event }] };
}

/** What was held as spam is let through by being worked on, not by being ended. */
export function isReleased(request: StoredRequest, state: RequestState): boolean {
	return request.state === 'held' && state !== 'solved' && state !== 'closed';
}

function reopened(request: StoredRequest, at: number): Outcome | null {
	const until = reopenUntil(request);
	if (until === null || at > until) return null;
	return { row: { ...request, state: 'assigned', ...reopenedRow }, events: [{ event: 'reopened' }] };
}

export function isEnded({ state }: Pick<StoredRequest, 'state'>): boolean {
	return state === 'solved' || state === 'closed';
}

function isAnswered({ state }: StoredRequest): boolean {
	return state === 'answered' || state === 'waiting';
}

type Ended = Pick<StoredRequest, 'state' | 'endedAt' | 'isSpam' | 'mergedInto'>;

/** The new status and what the timeline tells of it. */
export type Outcome = { row: RequestStatus } & Pick<RequestChange, 'events'>;
