import { fileKinds } from '#shared/files/kinds';
import type { NamedText } from '#shared/guarded-texts';
import { cleanName } from '#shared/files/names';
import { join } from '#shared/files/walk';
import * as limits from '#shared/limits';

import type { AppContext } from '../context.ts';
import { refusalOf } from '../db/constraint.ts';
import { insertFile } from '../db/files.ts';
import { readContent } from './file-content.ts';
import { fileField, refusedFile } from './file-errors.ts';
import { measure } from './file-source.ts';
import { beginObject } from './file-upload.ts';
import { refuseSecrets } from '../input/guard.ts';
import { now } from '../settings.ts';
import { letGo } from '../storage/objects.ts';

/** The file that a plain form has brought, as it may be kept; null without one. Throws the answer to one that is not taken. */
export async function formFile(c: AppContext, isConfirmed: boolean): Promise<ReadyFile | null> {
	const sent = c.var.file;
	if (!sent) return null;
	if (sent === 'TOO_LARGE') throw refusedFile('FILE_TOO_LARGE');
	if (sent === 'TOO_MANY') throw refusedFile('FILE_COUNT');
	refuseSecrets({ [fileField]: sent.name }, isConfirmed);
	const source = measure(new Blob([sent.bytes]).stream(), limits.formFileBytes, null);
	const { kind, pieces, text } = await readContent(source.pieces, isConfirmed);
	const kept: Uint8Array[] = [];
	for await (const piece of pieces) kept.push(piece);
	const [name, type, sha256] = [cleanName(sent.name, kind), fileKinds[kind].type, await source.sha256()];
	// Longer ones are no part of a phrase that somebody sends in pieces.
	const texts = text && text.length <= limits.length.message ? [{ name: fileField, text }] : [];
	return { name, type, bytes: join(...kept), sha256, texts };
}

/** Stores a file with a request that has been stored; false when it could not be, which must not cost what was written. */
export async function giveFile(
	c: AppContext,
	reference: string,
	{ name, type, bytes, sha256 }: Omit<ReadyFile, 'texts'>,
): Promise<boolean> {
	let key = '';
	try {
		key = await beginObject(c);
		await c.env.FILES.put(key, bytes);
		const [id, size, at] = [crypto.randomUUID(), bytes.byteLength, now(c.var.settings)];
		await c.env.DB.batch(insertFile(c.env.DB, { reference, id, key, name, type, size, sha256, at }));
		return true;
	} catch (error) {
		if (key) await letGo(c.env, key, now(c.var.settings));
		// A form that is sent again brings the same file again.
		return refusalOf(error) === 'FILE_SENT';
	}
}

interface ReadyFile {
	name: string;
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Of what was sent. */
	sha256: string;
	/** What a short text says, to be read together with what comes along with it. */
	texts: NamedText[];
}
