import { fileKinds, sniff, sniffedBytes, type FileKind, type WalkedKind } from '#shared/files/kinds';
import { isJson, readText, startsAsText } from '#shared/files/text';
import { BrokenFileError, join, Walker } from '#shared/files/walk';
import * as limits from '#shared/limits';

import { fileField, refusedFile } from './file-errors.ts';
import { refuseSecrets } from '../input/guard.ts';

/**
 * What may be kept of a file, piece by piece, and what it is: found in its content, whatever its name says. Pictures come without
 * their metadata; of a text nothing comes before the guard has read it. Throws the answer to a file that is not taken.
 */
export async function readContent(source: AsyncIterable<Uint8Array>, isConfirmed: boolean): Promise<Content> {
	const pieces = source[Symbol.asyncIterator]();
	const head = await readHead(pieces);
	const kind = sniff(head);
	if (kind === 'heic') {
		await pieces.return?.();
		throw refusedFile('FILE_TYPE');
	}
	if (kind !== 'unknown') return { kind, pieces: walkPieces(kind, head, pieces) };
	const bytes = await readRest(head, pieces);
	const text = bytes.byteLength > 0 ? readText(bytes) : null;
	if (text === null) throw refusedFile(bytes.byteLength > 0 ? 'FILE_TYPE' : 'FILE_BROKEN');
	refuseSecrets({ [fileField]: text }, isConfirmed);
	return { kind: isJson(text) ? 'json' : 'text', pieces: once(new TextEncoder().encode(text)), text };
}

async function* walkPieces(kind: WalkedKind, head: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	const walker = new Walker(fileKinds[kind].walk());
	try {
		yield* walker.push(head);
		for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield* walker.push(next.value);
		walker.end();
	} catch (error) {
		throw error instanceof BrokenFileError ? refusedFile('FILE_BROKEN') : error;
	} finally {
		// Whoever stops reading stops the sender.
		await pieces.return?.();
	}
}

async function readHead(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
	let head = new Uint8Array();
	while (head.byteLength < sniffedBytes) {
		const { done, value } = await pieces.next();
		if (done) break;
		head = join(head, value);
	}
	return head;
}

/** A text is read as a whole; nothing else is. */
async function readRest(head: Uint8Array, pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
	const parts = [head];
	let size = head.byteLength;
	for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
		parts.push(next.value);
		size += next.value.byteLength;
		if (size <= limits.textFileBytes) continue;
		await pieces.return?.();
		// What is no text at its start is none further on either, and should hear that.
		throw refusedFile(startsAsText(head) ? 'FILE_TOO_LARGE' : 'FILE_TYPE');
	}
	if (size > limits.textFileBytes) throw refusedFile('FILE_TOO_LARGE');
	return join(...parts);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

export interface Content {
	kind: FileKind;
	pieces: AsyncIterable<Uint8Array>;
	/** What a text says. */
	text?: string;
}
