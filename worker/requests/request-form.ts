import * as limits from '#shared/limits';
import { MessageSchema, RatingSchema, verdicts } from '#shared/requests';

import type { AppContext } from '../context.ts';
import type { StoredRequest } from '../db/requests.ts';
import { refusedFile } from '../files/file-errors.ts';
import { formFile, giveFile } from '../files/file-form.ts';
import { fromForm, type FormFields } from '../input/body.ts';
import { parseInput } from '../input/input.ts';
import type { Notice } from '../pages/private-session.ts';
import { ApiError } from '../problem.ts';
import { refuseSplitSecret } from './request-guard.ts';
import { addMessage, rate, setVerdict } from './request-life.ts';
import { isEnded } from './request-rules.ts';

/** Does what a form of a request's private page asks for; answers what the next view says about it. */
export async function doWithRequest(
	c: AppContext,
	action: string | undefined,
	form: FormFields,
	request: StoredRequest,
): Promise<Notice | undefined> {
	if (action === 'message') {
		return write(c, form, request);
	}
	if (action === 'rating') {
		await rate(c, request, parseInput(RatingSchema, fromForm(form)));
		return undefined;
	}
	const verdict = verdicts.find((known) => known === action);
	if (!verdict) throw new ApiError('NOT_FOUND');
	await setVerdict(c, request, verdict);
	return verdict === 'reopen' ? 'reopened' : verdict;
}

/** A message, a file, or both. */
async function write(c: AppContext, form: FormFields, request: StoredRequest): Promise<Notice> {
	const isFileOnly = c.var.file !== undefined && !form['message']?.[0]?.trim();
	const input = isFileOnly ? null : parseInput(MessageSchema, fromForm(form));
	const file = await formFile(c, form['confirmed']?.[0] === 'true');
	if (file && request.files.length >= limits.filesPerRequest) throw refusedFile('FILE_COUNT');
	if (file && isEnded(request)) throw new ApiError('CONFLICT', { pageCode: 'REQUEST_CHANGED' });
	const texts = [...(input ? [{ name: 'message', text: input.message }] : []), ...(file?.texts ?? [])];
	if (file && file.texts.length > 0) await refuseSplitSecret(c.env, request, texts, form['confirmed']?.[0] === 'true');
	if (input) await addMessage(c, request, input);
	return file && !(await giveFile(c, request.reference, file)) ? 'unfiled' : 'written';
}
