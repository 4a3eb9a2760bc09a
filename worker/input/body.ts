import * as limits from '#shared/limits';

import type { AppContext } from '../context.ts';
import { refuseSecrets } from './guard.ts';
import { isDeeper } from './json-depth.ts';
import { parseMultipart, readFileForm } from './multipart.ts';
import { ApiError } from '../problem.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';

/** Whether the request is a plain form post: such a client is a browser and wants pages, not JSON. */
export function isFormPost(c: AppContext): boolean {
	const type = mediaType(c);
	return type === urlencoded || type === multipart;
}

/** The JSON object of a request, free of secrets. Forms are refused: browsers send them across sites without asking. */
export async function readJson(c: AppContext): Promise<Record<string, unknown>> {
	if (mediaType(c) !== 'application/json') throw new ApiError('UNSUPPORTED_MEDIA_TYPE');
	try {
		const text = decode(await readBytes(c.req.raw));
		if (isDeeper(text, limits.jsonDepth)) throw new ApiError('MALFORMED');
		const value: unknown = JSON.parse(text);
		if (isObject(value)) {
			refuseSecrets(value, value['confirmed'] === true);
			return value;
		}
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
	}
	throw new ApiError('MALFORMED');
}

/**
 * The fields of a plain form, free of secrets, and remembered in the context as they were typed. `takesTokens` lets pass what
 * is only suspected: a login may be 64 hex digits. With `takesFile` the context has the form's file as well.
 */
export async function readForm(c: AppContext, { takesTokens = false, takesFile = false } = {}): Promise<FormFields> {
	const { entries, size } = await readEntries(c, takesFile);
	// No prototype: a field may be called `constructor` or `__proto__`.
	const form = Object.create(null) as FormFields;
	// Multipart and some browsers send CRLF; lengths are counted as `maxlength` counts them.
	for (const [name, value] of entries) (form[name] ??= []).push(value.replaceAll('\r\n', '\n'));
	c.set('form', form);
	if (size > limits.bodyBytes) throw new ApiError('TOO_LARGE');
	refuseSecrets(form, takesTokens || isYes(form['confirmed']?.[0]));
	return form;
}

/** Form fields in the types of the JSON body. A field that was left out of a form, or left empty, is absent. */
export function fromForm(form: FormFields): Record<string, unknown> {
	const body = Object.create(null) as Record<string, unknown>;
	for (const [name, [value = '']] of Object.entries(form)) {
		if (name === 'articles') body[name] = form[name]?.flatMap((ids) => ids.split(/[\s,]+/)).filter(Boolean);
		else if (name === 'urgent' || name === 'confirmed') body[name] = isYes(value);
		else if (name === 'elapsedMs') body[name] = value === '' ? undefined : Number(value);
		else body[name] = value;
	}
	return body;
}

/** A JSON body or a form, whichever came. */
export async function readBody(c: AppContext): Promise<Record<string, unknown>> {
	return isFormPost(c) ? fromForm(await readForm(c)) : readJson(c);
}

function isYes(value: string | undefined): boolean {
	return value !== undefined && ['on', 'true', 'yes', '1'].includes(value);
}

/** The texts of a form, and how many bytes they are. */
async function readEntries(c: AppContext, takesFile: boolean): Promise<{ entries: Iterable<[string, string]>; size: number }> {
	const type = mediaType(c);
	if (type !== urlencoded && type !== multipart) throw new ApiError('UNSUPPORTED_MEDIA_TYPE');
	if (type === multipart && takesFile) {
		const entries = await readFileForm(c);
		return { entries, size: new Blob(entries.flat()).size };
	}
	const bytes = await readBytes(c.req.raw, limits.formBytes);
	const size = bytes.byteLength;
	if (type === urlencoded) return { entries: new URLSearchParams(decode(bytes)), size };
	const form = await parseMultipart(c, [bytes]);
	return { entries: [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'), size };
}

/** Reads no further than the limit, whatever Content-Length claims. */
async function readBytes(request: Request, most: number = limits.bodyBytes): Promise<Uint8Array> {
	if (Number(request.headers.get('Content-Length')) > most) throw new ApiError('TOO_LARGE');
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > most) throw new ApiError('TOO_LARGE');
		chunks.push(chunk);
	}
	return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
	} catch {
		throw new ApiError('MALFORMED');
	}
}

function mediaType(c: AppContext): string {
	return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every value of every field of a form, in the order they were sent. */
export type FormFields = Record<string, string[]>;
