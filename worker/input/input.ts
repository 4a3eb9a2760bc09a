import type * as z from 'zod';

import { fieldCodes, type FieldCode, type FieldError } from '#shared/errors';
import * as limits from '#shared/limits';

import { ApiError } from '../problem.ts';

/** Parses a body, or throws every wrong field at once. That it holds no secret has been seen when it was read (`readJson`, `readForm`). */
export function parseInput<Schema extends z.ZodType>(schema: Schema, body: Record<string, unknown>): z.output<Schema> {
	const result = schema.safeParse(body);
	const invalid = [...findGarbled(body), ...(result.success ? [] : fieldErrors(result.error))];
	const fields = invalid.filter(({ name }, index, all) => all.findIndex((field) => field.name === name) === index);
	if (!result.success || fields.length > 0) throw new ApiError('INVALID', { fields });
	return result.data;
}

/** An `INVALID` answer about one field. */
export function invalidField(name: string, code: FieldCode): ApiError {
	return new ApiError('INVALID', { fields: [{ name, code }] });
}

/** Whether something about a write smells of a machine. Never a reason to discard it: autofill trips honeypots. */
export function isSuspicious({ website, elapsedMs }: { website?: string | undefined; elapsedMs?: number | undefined }): boolean {
	return Boolean(website) || (elapsedMs !== undefined && elapsedMs < limits.minElapsedMs);
}

/** Texts that no keyboard makes: half a character or U+0000 would be stored as something else than what was checked. */
function findGarbled(body: Record<string, unknown>): FieldError[] {
	return Object.entries(body)
		.filter(([, value]) => !isSound(value))
		.map(([name]) => ({ name, code: 'INVALID' }));
}

/** Texts and lists of texts; no schema takes anything deeper. */
function isSound(value: unknown): boolean {
	const texts: unknown[] = Array.isArray(value) ? value : [value];
	return texts.every((text) => typeof text !== 'string' || (text.isWellFormed() && !text.includes('\0')));
}

/** The first thing wrong with each field; the schemas' messages are field codes. */
function fieldErrors(error: z.ZodError): FieldError[] {
	const fields = new Map<string, FieldError>();
	for (const { path, message } of error.issues) {
		const name = String(path[0] ?? '');
		if (!fields.has(name)) fields.set(name, { name, code: isFieldCode(message) ? message : 'INVALID' });
	}
	return [...fields.values()];
}

function isFieldCode(text: string): text is FieldCode {
	return (fieldCodes as readonly string[]).includes(text);
}
