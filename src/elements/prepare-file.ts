import type { FieldCode } from '#shared/errors';
import { fileKinds, sniff, sniffedBytes, type WalkedKind } from '#shared/files/kinds';
import { readText } from '#shared/files/text';
import { BrokenFileError, Walker } from '#shared/files/walk';
import { fileBytes, textFileBytes } from '#shared/limits';

import { findIn } from './guard.ts';

const sliceBytes = 1024 * 1024;
/** Photos above this are made smaller, in bytes; and how long their longer side may be then, in pixels. */
const largePhoto = 3 * 1024 * 1024;
const longestSide = 2560;
const quality = 0.85;
/** Texts are looked through in pieces, so that the page stays responsive; what stands at a seam is seen in both. */
const pieceLength = 20_000;
const seam = 1000;

/** A file as it may be sent, or the code of why it may not. Pictures lose their metadata before they leave the device. */
export async function prepareFile(file: File): Promise<Prepared> {
	const named = await findIn([{ name: 'file', text: file.name }]);
	if (named.some(({ isDetected }) => isDetected)) return { code: 'SECRET_DETECTED' };
	if (file.size === 0) return { code: 'FILE_BROKEN' };
	const prepared = await prepareContent(file);
	if ('code' in prepared) return prepared;
	if (prepared.blob.size > fileBytes) return { code: 'FILE_TOO_LARGE' };
	return { ...prepared, isSuspected: prepared.isSuspected || named.length > 0 };
}

async function prepareContent(file: File): Promise<Prepared> {
	const kind = sniff(new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer()));
	if (kind === 'unknown') return prepareText(file);
	if (kind === 'heic') {
		const picture = await drawSmaller(file);
		return picture ? ready(picture) : { code: 'FILE_TYPE' };
	}
	if (kind === 'pdf' || kind === 'mp4') return ready(file);
	const smaller = kind !== 'gif' && file.size > largePhoto ? await drawSmaller(file) : null;
	if (smaller && smaller.size < file.size) return ready(smaller);
	if (file.size > fileBytes) return { code: 'FILE_TOO_LARGE' };
	return strip(kind, file);
}

async function prepareText(file: File): Promise<Prepared> {
	if (file.size > textFileBytes) return { code: /^text\/|json/.test(file.type) ? 'FILE_TOO_LARGE' : 'FILE_TYPE' };
	const text = readText(new Uint8Array(await file.arrayBuffer()));
	if (text === null) return { code: 'FILE_TYPE' };
	let isSuspected = false;
	for (let at = 0; at < text.length; at += pieceLength) {
		const found = await findIn([{ name: 'file', text: text.slice(Math.max(0, at - seam), at + pieceLength) }]);
		if (found.some(({ isDetected }) => isDetected)) return { code: 'SECRET_DETECTED' };
		isSuspected ||= found.length > 0;
		await new Promise((resolve) => setTimeout(resolve));
	}
	return { blob: file, isSuspected };
}

async function strip(kind: WalkedKind, file: File): Promise<Prepared> {
	const walker = new Walker(fileKinds[kind].walk());
	const kept: Uint8Array<ArrayBuffer>[] = [];
	try {
		for (let at = 0; at < file.size; at += sliceBytes) {
			const bytes = new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer());
			kept.push(...walker.push(bytes).map((part) => part.slice()));
		}
		walker.end();
	} catch (error) {
		if (error instanceof BrokenFileError) return { code: 'FILE_BROKEN' };
		throw error;
	}
	return ready(new Blob(kept));
}

/** A picture drawn anew, the right way up; null where this browser cannot. */
async function drawSmaller(file: File): Promise<Blob | null> {
	try {
		const picture = await createImageBitmap(file);
		const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		const context = canvas.getContext('2d');
		if (!context) return null;
		context.fillStyle = 'white';
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.drawImage(picture, 0, 0, canvas.width, canvas.height);
		picture.close();
		return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
	} catch {
		return null;
	}
}

function ready(blob: Blob): Prepared {
	return { blob, isSuspected: false };
}

export type Prepared = { blob: Blob; isSuspected: boolean } | { code: FieldCode };
