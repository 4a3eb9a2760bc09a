import { Hono } from 'hono';

import { nameInDisposition } from '#shared/files/names';
import { fileIdPattern } from '#shared/formats';

import type { AppContext, AppEnv } from '../context.ts';
import { fileAnswer } from '../files/file-answer.ts';
import { receiveFile } from '../files/file-upload.ts';
import { invalidField } from '../input/input.ts';
import { ApiError } from '../problem.ts';
import { openRequest } from '../pages/private-session.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { viewFile } from '../requests/request-view.ts';

const path = '/api/requests/:reference/files/:id';

/** Files of a request, for whoever holds its private link. */
export const files = new Hono<AppEnv>();

files.put(path, async (c) => {
	await limitBurst(c, 'files');
	const request = await openRequest(c);
	const id = c.req.param('id').toLowerCase();
	if (!fileIdPattern.test(id)) throw invalidField('id', 'INVALID');
	const { file, isNew } = await receiveFile(c, request, {
		id,
		name: nameInDisposition(c.req.header('Content-Disposition') ?? ''),
		body: c.req.raw.body,
		declared: declaredBytes(c),
		isConfirmed: c.req.query('confirmed') === 'true',
	});
	return c.json(viewFile(file), isNew ? 201 : 200);
});

files.get(path, async (c) => {
	const request = await openRequest(c);
	const file = request.files.find(({ id }) => id === c.req.param('id').toLowerCase());
	if (!file) throw new ApiError('NOT_FOUND');
	return fileAnswer(c, file, 'attachment');
});

function declaredBytes(c: AppContext): number | null {
	const header = c.req.header('Content-Length');
	if (header === undefined) return null;
	if (!/^\d{1,15}$/.test(header)) throw new ApiError('MALFORMED');
	return Number(header);
}
