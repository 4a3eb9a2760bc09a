import { disposition } from '#shared/files/names';
import { pictureTypes } from '#shared/files/kinds';

import type { AppContext } from '../context.ts';
import type { StoredFile } from '../db/files.ts';
import { ApiError } from '../problem.ts';

/**
 * A file to save, or a picture to look at (`inline`): never as a page of this site, whatever is in it. Throws NOT_FOUND where
 * its bytes are gone.
 */
export async function fileAnswer(
	c: AppContext,
	{ key, name, type }: StoredFile,
	how: 'attachment' | 'inline',
): Promise<Response> {
	const object = await c.env.FILES.get(key);
	if (!object) throw new ApiError('NOT_FOUND');
	const isShown = how === 'inline' && pictureTypes.includes(type);
	return c.body(object.body, 200, {
		'Content-Type': type,
		'Content-Disposition': disposition(isShown ? 'inline' : 'attachment', name),
		'Content-Security-Policy': "sandbox; default-src 'none'",
		'X-Content-Type-Options': 'nosniff',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Cache-Control': 'private, no-store',
	});
}
