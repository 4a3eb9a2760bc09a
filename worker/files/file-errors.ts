import type { FieldCode } from '#shared/errors';

import { ApiError } from '../problem.ts';
import type { Refusal } from '../db/constraint.ts';

/** The field that a file stands in, in forms and in answers. */
export const fileField = 'file';

/** The answer to a file that is not taken, for the reason that a field's code names. */
export function refusedFile(code: keyof typeof answers): ApiError {
	return new ApiError(answers[code], { fields: [{ name: fileField, code }] });
}

/** The answer to a file that the database refused, where the file is the reason. */
export function fileRefusal(refusal: Refusal | null): ApiError | null {
	if (refusal === 'FILES_OF_MESSAGE' || refusal === 'FILES_OF_REQUEST') return refusedFile('FILE_COUNT');
	return refusal === 'FILE_UNWANTED' ? new ApiError('CONFLICT', { pageCode: 'REQUEST_CHANGED' }) : null;
}

const answers = {
	FILE_TOO_LARGE: 'TOO_LARGE',
	FILE_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
	FILE_BROKEN: 'INVALID',
	FILE_COUNT: 'TOO_MANY_FILES',
} as const satisfies Partial<Record<FieldCode, string>>;
