import * as limits from '#shared/limits';

import type { AppContext, FormFile } from '../context.ts';
import { ApiError } from '../problem.ts';

/** What is still read of a form whose file is too large, so that its browser gets to read the answer. */
const drainedBytes = 64 * 1024 * 1024;

/**
 * The texts of a multipart form, and in the context the file that it brings. What is too large is not kept, but the texts before it
 * are: forms have their file last.
 */
export async function readFileForm(c: AppContext): Promise<[string, string][]> {
	const { bytes, isCut } = await readSome(c.req.raw.body, limits.formFileBytes + limits.formBytes);
	const form = await parseMultipart(c, isCut ? [bytes, endOf(c)] : [bytes]);
	const files = [...form].flatMap(([, value]) => (typeof value !== 'string' && value.name !== '' ? [value] : []));
	const [file] = files;
	if (file) c.set('file', isCut || file.size > limits.formFileBytes ? 'TOO_LARGE' : await toFile(file, files.length));
	return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []));
}

async function toFile(file: File, count: number): Promise<FormFile> {
	return count > 1 ? 'TOO_MANY' : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** A multipart body as a form. */
export async function parseMultipart(c: AppContext, parts: (ArrayBuffer | Uint8Array | string)[]): Promise<FormData> {
	try {
		return await new Response(new Blob(parts), { headers: { 'Content-Type': c.req.header('Content-Type') ?? '' } }).formData();
	} catch {
		throw new ApiError('MALFORMED');
	}
}

/** What makes a form whole that ends in the middle of its file. */
function endOf(c: AppContext): string {
	const [, , boundary = ''] = /boundary=("?)([^";,]+)\1/i.exec(c.req.header('Content-Type') ?? '') ?? [];
	return `\r\n--${boundary}--\r\n`;
}

async function readSome(body: ReadableStream<Uint8Array> | null, most: number): Promise<{ bytes: ArrayBuffer; isCut: boolean }> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body ?? []) {
		if (size < most) chunks.push(chunk.subarray(0, most - size));
		size += chunk.byteLength;
		if (size > drainedBytes) break;
	}
	return { bytes: await new Blob(chunks).arrayBuffer(), isCut: size > most };
}
