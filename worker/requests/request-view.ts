import type { FileView, RequestView } from '#shared/requests';

import type { StoredFile } from '../db/files.ts';
import type { StoredRequest } from '../db/requests.ts';
import { isEnded, isLow, reopenUntil } from './request-rules.ts';
import { rfc3339 } from '../time.ts';

/** A request as its writer sees it: one that is held for the desk looks like any other, and notes of the staff are not there. */
export function viewRequest(request: StoredRequest, time: number): RequestView {
	const until = reopenUntil(request);
	return {
		reference: request.reference,
		state: request.state === 'held' ? 'received' : request.state,
		team: request.team,
		topic: request.topic,
		urgent: request.urgent,
		createdAt: rfc3339(request.createdAt),
		message: request.message,
		messages: request.messages.flatMap(({ at, author, body, redacted }) =>
			author === 'note' ? [] : [{ at: rfc3339(at), author, text: body, redacted: redacted === 1 }],
		),
		timeline: request.timeline
			.filter(({ event }) => event !== 'released')
			.map(({ at, event, team, reason }) => ({
				at: rfc3339(at),
				event,
				...(team ? { team } : {}),
				...(reason ? { reason } : {}),
			})),
		files: request.files.map(viewFile),
		...(until !== null && time <= until ? { reopenUntil: rfc3339(until) } : {}),
		// Anybody can type any address, and whose it is need not hear of its other requests.
		...(request.mergedInto && request.isVerified ? { mergedInto: request.mergedInto } : {}),
		rating: ratingOf(request),
	};
}

/** A file as its sender sees it: where its bytes lie is nobody's business. */
export function viewFile({ id, at, name, type, size }: StoredFile): FileView {
	return { id, at: rfc3339(at), name, type, size };
}

function ratingOf(request: StoredRequest): RequestView['rating'] {
	if (request.rating) return isLow(request.rating) && isEnded(request) ? 'low' : 'given';
	return request.state === 'solved' ? 'asked' : 'none';
}
