import { allWordLists } from '#shared/all-word-lists';
import { cutSecrets, findInTexts } from '#shared/guarded-texts';

import { redactTexts } from './db/request-changes.ts';
import type { StoredRequest } from './db/requests.ts';
import { ApiError } from './problem.ts';

/**
 * Refuses a message that is, together with what its writer has sent before, a recovery phrase or key; its earlier parts are cut
 * out of what is stored, so that nobody who reads the conversation has them.
 */
export async function refuseSplitSecret(
	db: D1Database,
	request: StoredRequest,
	name: string,
	text: string,
	isConfirmed: boolean,
): Promise<void> {
	const earlier = [
		{ id: null, text: request.message },
		...request.messages.flatMap(({ id, author, body }) => (author === 'person' ? [{ id, text: body }] : [])),
	];
	const findings = findInTexts(
		[...earlier, { text }].map((part) => ({ name: 'message', text: part.text })),
		allWordLists,
	);
	const own = findings.find(({ index, isSplit }) => index === earlier.length && isSplit);
	if (!own || (isConfirmed && !own.isDetected)) return;
	if (!own.isDetected) throw new ApiError('SECRET_SUSPECTED', { fields: [{ name, code: 'SECRET_SUSPECTED' }] });
	const cuts = findings.flatMap(({ index, spans, isSplit }) => {
		const part = earlier[index];
		return part && isSplit ? [{ id: part.id, text: cutSecrets(part.text, spans) }] : [];
	});
	if (cuts.length > 0) await db.batch(redactTexts(db, request, cuts));
	throw new ApiError('SECRET_DETECTED', { fields: [{ name, code: 'SECRET_DETECTED' }] });
}
