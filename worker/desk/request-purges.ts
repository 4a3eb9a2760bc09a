import * as z from 'zod';

import { requiredOption } from '#shared/fields';

import { fromForm, type FormFields } from '../input/body.ts';
import type { AppContext } from '../context.ts';
import { deleteFile } from '../db/files.ts';
import { redactField, redactedFields } from '../db/redact-field.ts';
import { redactTexts } from '../db/request-changes.ts';
import type { StoredRequest } from '../db/requests.ts';
import { parseInput } from '../input/input.ts';
import { now } from '../settings.ts';
import { removeNow } from '../storage/objects.ts';
import { apply, type ActionResult } from './apply.ts';

const version = z.coerce.number().int();
const PurgeFileSchema = z.object({ version, file: z.string() });
/** No text that is not a number is taken for 0, which is the request itself. */
const textId = z
	.string()
	.regex(/^\d{1,15}$/)
	.transform(Number);
const PurgeSchema = z.object({ version, id: textId });
const PurgeFieldSchema = z.object({ version, field: requiredOption(redactedFields) });

/** Cuts something out of a request for good. Undefined for any other action. */
export function purgeFrom(c: AppContext, request: StoredRequest, form: FormFields): Promise<ActionResult> | undefined {
	const action = form['action']?.[0];
	if (action === 'purge') return purge(c, request, parseInput(PurgeSchema, fromForm(form)));
	if (action === 'purge-field') return purgeField(c, request, parseInput(PurgeFieldSchema, fromForm(form)));
	if (action === 'purge-file') return purgeFile(c, request, parseInput(PurgeFileSchema, fromForm(form)));
	return undefined;
}

/** Cuts a text out for good: of a message, or (0) of the request itself. */
function purge(
	c: AppContext,
	request: StoredRequest,
	{ id, version: seen }: z.output<typeof PurgeSchema>,
): Promise<ActionResult> {
	const cuts = redactTexts(c.env.DB, request, [{ id: id === 0 ? null : id, text: '' }]);
	return apply(c, request, 'purged', { version: seen, row: request, events: [] }, cuts);
}

/** Cuts out for good what stands in a field, such as a private key where a hash was asked for. */
function purgeField(
	c: AppContext,
	request: StoredRequest,
	{ field, version: seen }: z.output<typeof PurgeFieldSchema>,
): Promise<ActionResult> {
	const cuts = redactField(c.env.DB, request, field);
	return apply(c, request, 'purged', { version: seen, row: request, events: [] }, cuts);
}

/** Removes a file for good, its bytes included. */
async function purgeFile(
	c: AppContext,
	request: StoredRequest,
	{ file, version: seen }: z.output<typeof PurgeFileSchema>,
): Promise<ActionResult> {
	const cut = deleteFile(c.env.DB, request.reference, file);
	const result = await apply(c, request, 'purged-file', { version: seen, row: request, events: [] }, [cut]);
	if (result.kind === 'done') await removeNow(c.env, now(c.var.settings));
	return result;
}
