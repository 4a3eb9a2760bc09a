import * as z from 'zod';

import { localeIds } from '#config/locales';
import type { FieldCode } from '#shared/errors';
import { articleIdPattern } from '#shared/article-id';
import * as limits from '#shared/limits';

/** A required single-line or multi-line text, trimmed; its issues carry field codes as messages. */
export function requiredText(max: number, min = 1) {
	return z
		.string(code('REQUIRED'))
		.trim()
		.min(min, { error: ({ input }) => code(input === '' ? 'REQUIRED' : 'TOO_SHORT') })
		.max(max, code('TOO_LONG'));
}

/** An optional text, trimmed; blank is the same as absent. */
export function optionalText(max: number) {
	return z
		.string(code('INVALID'))
		.trim()
		.max(max, code('TOO_LONG'))
		.transform((value) => value || undefined)
		.optional();
}

export function requiredOption<const Options extends readonly [string, ...string[]]>(options: Options) {
	return z.enum(options, { error: (issue) => (issue.input === undefined || issue.input === '' ? 'REQUIRED' : 'UNKNOWN_OPTION') });
}

/** An optional choice; blank is the same as absent. */
export function optionalOption<const Options extends readonly [string, ...string[]]>(options: Options) {
	return z
		.union([z.enum(options), z.literal('')], code('UNKNOWN_OPTION'))
		.transform((value) => value || undefined)
		.optional();
}

export const localeField = requiredOption(localeIds);

export const emailField = requiredText(limits.length.email).pipe(z.email(code('INVALID_EMAIL')));

export const optionalEmailField = z
	.union(
		[
			z.literal(''),
			z
				.string()
				.trim()
				.max(limits.length.email, code('TOO_LONG'))
				.pipe(z.email(code('INVALID_EMAIL'))),
		],
		code('INVALID_EMAIL'),
	)
	.transform((value) => value || undefined)
	.optional();

/** Article id as in `dist/articles.json`: `zh-cn/faq/<slug>`. */
export const articleIdField = z
	.string(code('REQUIRED'))
	.max(limits.length.article, code('TOO_LONG'))
	.regex(articleIdPattern, code('UNKNOWN_ARTICLE'));

/** What every public write also takes: spam signals and the answer to "is this really not a secret?". */
export const signals = {
	/** Honeypot: people leave it empty. */
	website: z.string().max(limits.length.message).optional(),
	/** Time from first focus to sending, measured by script only. */
	elapsedMs: z.number().nonnegative().optional(),
	challenge: z.string().max(limits.length.challenge).optional(),
	/** The person says that what looked like a secret is not one. */
	confirmed: z.boolean().optional(),
};

function code(value: FieldCode): FieldCode {
	return value;
}
