import * as limits from '#shared/limits';
import { cleanName } from '#shared/files/names';
import { fileKinds } from '#shared/files/kinds';

import type { AppContext } from '../context.ts';
import { randomId } from '../crypto.ts';
import { refusalOf } from '../db/constraint.ts';
import { findSentFile, insertFile, insertLooseFile, setUploadId, type StoredFile } from '../db/files.ts';
import { requireVersion } from '../db/request-changes.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { readContent } from './file-content.ts';
import { fileField, fileRefusal } from './file-errors.ts';
import { measure, type Measured } from './file-source.ts';
import { refuseSecrets } from '../input/guard.ts';
import { ApiError } from '../problem.ts';
import { countStatements, rateLimited } from '../abuse/rate-limit.ts';
import { refuseSplitSecret } from '../requests/request-guard.ts';
import { isEnded } from '../requests/request-rules.ts';
import { now } from '../settings.ts';
import { letGo, ObjectUpload } from '../storage/objects.ts';

/** How long an upload may take, in milliseconds; what is left of it is removed then. */
const patience = 3_600_000;
/** How often a text is read anew because somebody has changed the request in between. */
const attempts = 5;

/**
 * Takes a file that is being sent to a request, and answers what is kept of it. Sent again, under the same id or with the same
 * bytes, it is answered as the first time and stored once. Throws the answer to what is not taken, of which nothing stays.
 */
export async function receiveFile(
	c: AppContext,
	request: StoredRequest,
	sent: SentFile,
): Promise<{ file: StoredFile; isNew: boolean }> {
	const earlier = request.files.find(({ id }) => id === sent.id);
	if (earlier) return { file: earlier, isNew: false };
	if (isEnded(request)) throw new ApiError('CONFLICT', { pageCode: 'REQUEST_CHANGED' });
	refuseSecrets({ [fileField]: sent.name }, sent.isConfirmed);
	const source = measure(sent.body, limits.fileBytes, sent.declared);
	const key = await beginObject(c);
	try {
		return { file: await store(c, request, sent, source, key), isNew: true };
	} catch (error) {
		await letGo(c.env, key, now(c.var.settings));
		const refusal = refusalOf(error);
		const same = refusal === 'FILE_SENT' && (await findSentFile(c.env.DB, request.reference, sent.id, await source.sha256()));
		if (same) return { file: same, isNew: false };
		throw fileRefusal(refusal) ?? error;
	}
}

/** The key of a new object, which is known to be loose from now on, and counted. */
export async function beginObject(c: AppContext): Promise<string> {
	const key = `files/${randomId()}`;
	try {
		const loose = insertLooseFile(c.env.DB, key, now(c.var.settings) + patience);
		await c.env.DB.batch([loose, ...(await countStatements(c, 'files'))]);
		return key;
	} catch (error) {
		const refusal = refusalOf(error);
		throw refusal === 'HOUR_RATE' || refusal === 'DAY_RATE' ? rateLimited(c, refusal) : error;
	}
}

async function store(c: AppContext, request: StoredRequest, sent: SentFile, source: Measured, key: string): Promise<StoredFile> {
	const { kind, pieces, text } = await readContent(source.pieces, sent.isConfirmed);
	const object = new ObjectUpload(c.env.FILES, key, (uploadId) => setUploadId(c.env.DB, key, uploadId));
	for await (const piece of pieces) await object.write(piece);
	const sha256 = await source.sha256();
	await object.finish();
	const { id, name } = sent;
	const { size } = object;
	const file = { id, key, name: cleanName(name, kind), type: fileKinds[kind].type, size, at: now(c.var.settings) };
	const rows = insertFile(c.env.DB, { ...file, reference: request.reference, sha256 });
	// Longer ones are no part of a phrase that somebody sends in pieces.
	const isPiece = text !== undefined && text.length <= limits.length.message;
	await (isPiece ? insertPiece(c, request, text, sent.isConfirmed, rows) : c.env.DB.batch(rows));
	return file;
}

/** Stores a text that has been read together with everything that its request holds by then. */
async function insertPiece(
	c: AppContext,
	request: StoredRequest,
	text: string,
	isConfirmed: boolean,
	rows: D1PreparedStatement[],
): Promise<void> {
	let current: StoredRequest | null = request;
	for (let left = attempts; left > 0 && current; left--) {
		await refuseSplitSecret(c.env, current, [{ name: fileField, text }], isConfirmed);
		try {
			await c.env.DB.batch([requireVersion(c.env.DB, current.reference, current.version, 0), ...rows]);
			return;
		} catch (error) {
			if (refusalOf(error) !== 'STALE') throw error;
			current = await findRequest(c.env.DB, request.reference);
		}
	}
	throw new ApiError('CONFLICT', { pageCode: 'REQUEST_CHANGED' });
}

/** A file as it arrives. */
export interface SentFile {
	id: string;
	name: string;
	body: ReadableStream<Uint8Array> | null;
	/** Bytes that are announced, where they are. */
	declared: number | null;
	/** The sender says that what looks like a secret is not one. */
	isConfirmed: boolean;
}
