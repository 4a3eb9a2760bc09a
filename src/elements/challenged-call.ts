import type { ChallengedRoute } from '#shared/challenge';

import { callApi, type Answer } from './api.ts';

/**
 * As `callApi`, for writes that may be asked for a challenge: it is solved in front of the reader, in the `[data-challenge]`
 * block of `place`, and the same write goes out again with the answer. Cancelled or failed, the problem stays.
 */
export async function callChallenged<T>(place: HTMLElement, route: ChallengedRoute, call: Call): Promise<Answer<T>> {
	const { method, path, body, headers = {} } = call;
	const answer = await callApi<T>(method, path, body, headers);
	if (answer.ok || answer.problem?.code !== 'CHALLENGE_REQUIRED') return answer;
	const solved = await import('./challenge.ts').then(({ passChallenge }) => passChallenge(place, route)).catch(() => null);
	return solved === null ? answer : callApi<T>(method, path, { ...body, challenge: solved }, headers);
}

interface Call {
	method: string;
	path: string;
	body: Record<string, unknown>;
	headers?: Record<string, string>;
}
