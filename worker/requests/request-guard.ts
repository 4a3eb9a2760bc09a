import { allWordLists } from '#shared/all-word-lists';
import { cutSecrets, findInTexts, type Finding, type NamedText } from '#shared/guarded-texts';
import { fileKinds } from '#shared/files/kinds';
import * as limits from '#shared/limits';

import { refusalOf } from '../db/constraint.ts';
import { deleteFile } from '../db/files.ts';
import { redactField } from '../db/redact-field.ts';
import { redactTexts, requireVersion } from '../db/request-changes.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { ApiError } from '../problem.ts';

/** How often the parts are read anew because somebody has changed the request in between. */
const attempts = 3;
const textTypes = new Set<string>([fileKinds.text.type, fileKinds.json.type]);

/**
 * Refuses texts that are, together with what their writer has sent before, a recovery phrase or key; its earlier parts are cut
 * out of what is stored, text files included, so that nobody who reads the conversation has them.
 */
export async function refuseSplitSecret(
	env: Env,
	request: StoredRequest,
	texts: NamedText[],
	isConfirmed: boolean,
): Promise<void> {
	let current: StoredRequest | null = request;
	for (let left = attempts; left > 0 && current; left--) {
		const earlier: Part[] = await readParts(env, current);
		const findings = findInTexts(
			[...earlier.map(({ text }) => ({ name: 'message', text })), ...texts.map(({ text }) => ({ name: 'message', text }))],
			allWordLists,
		);
		const own = findings.filter(({ index, isSplit }) => index >= earlier.length && isSplit);
		const worst = own.find(({ isDetected }) => isDetected) ?? own[0];
		if (!worst || (isConfirmed && !worst.isDetected)) return;
		const code = worst.isDetected ? 'SECRET_DETECTED' : 'SECRET_SUSPECTED';
		if (!worst.isDetected || (await cutParts(env, current, earlier, findings))) {
			const name = texts[worst.index - earlier.length]?.name ?? 'form';
			throw new ApiError(code, { fields: [{ name, code }] });
		}
		current = await findRequest(env.DB, request.reference);
	}
	throw new ApiError('CONFLICT', { pageCode: 'REQUEST_CHANGED' });
}

/** What the writer has sent so far, in its order. Longer files are no part of a phrase that somebody sends in pieces. */
async function readParts({ FILES }: Env, request: StoredRequest): Promise<Part[]> {
	const files = request.files.filter(({ type, size }) => textTypes.has(type) && size <= limits.length.message * 4);
	const read = files.map(async ({ id, key, at }) => ({ file: id, at, text: (await (await FILES.get(key))?.text()) ?? '' }));
	const parts: Part[] = [
		{ id: null, at: request.createdAt, text: request.message },
		...request.messages.flatMap(({ id, at, author, body }) => (author === 'person' ? [{ id, at, text: body }] : [])),
		...(await Promise.all(read)).filter(({ text }) => text.length <= limits.length.message),
	];
	parts.sort((a, b) => a.at - b.at);
	return request.rating?.comment ? [...parts, { isComment: true, at: Infinity, text: request.rating.comment }] : parts;
}

/** False when somebody has changed the request since it was read. */
async function cutParts(env: Env, request: StoredRequest, parts: Part[], findings: Finding[]): Promise<boolean> {
	const { reference, version } = request;
	const found = findings.flatMap(({ index, spans, isSplit }) => {
		const part = parts[index];
		return part && isSplit ? [{ ...part, text: cutSecrets(part.text, spans) }] : [];
	});
	const texts = found.flatMap(({ id, text }) => (id === undefined ? [] : [{ id, text }]));
	const files = found.flatMap(({ file }) => (file ? [deleteFile(env.DB, reference, file)] : []));
	const comment = found.some(({ isComment }) => isComment) ? redactField(env.DB, request, 'comment') : [];
	const cuts = [...(texts.length > 0 ? redactTexts(env.DB, request, texts) : []), ...files, ...comment];
	if (cuts.length === 0) return true;
	try {
		await env.DB.batch([requireVersion(env.DB, reference, version, 1), ...cuts]);
	} catch (error) {
		if (refusalOf(error) === 'STALE') return false;
		throw error;
	}
	return true;
}

interface Part {
	/** Of a message; null for the request itself. */
	id?: number | null;
	file?: string;
	isComment?: boolean;
	at: number;
	text: string;
}
