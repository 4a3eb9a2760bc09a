import * as z from 'zod';

import type { FieldCode, PageCode } from '#shared/errors';
import { isKey, type Translate } from '../i18n/index.ts';

/** What a form control needs to know of its schema field. Lengths in UTF-16 code units. */
export interface FieldRules {
	name: string;
	required: boolean;
	minlength: number | undefined;
	maxlength: number | undefined;
	/** Every code that this field can answer, most specific last. */
	codes: FieldCode[];
}

/** A message of one field, for each code that the API can answer about it. */
export interface FieldMessage {
	code: FieldCode | PageCode;
	text: string;
}

const formatCodes: Record<string, FieldCode[]> = {
	email: ['INVALID_EMAIL'],
	phone: ['INVALID_PHONE', 'PHONE_COUNTRY', 'PHONE_LENGTH', 'PHONE_EXTENSION', 'PHONE_PREMIUM', 'BLOCKED_PHONE'],
	txHash: ['INVALID_HASH'],
	address: ['INVALID_ADDRESS'],
};

/** Choices that the schema checks by their shape, since their lists are too long to repeat in it. */
const openChoices = new Set(['country', 'timezone']);

/** Reads the rules of one field from the schema that the Worker enforces. */
export function fieldRules(schema: z.ZodObject, name: string): FieldRules {
	const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	const property = json.properties?.[name];
	if (!property || typeof property === 'boolean') throw new Error(`the schema has no field "${name}"`);
	const options = [property, ...(property.anyOf ?? [])].filter((option) => typeof option === 'object');
	const isChoice = options.some((option) => option.enum);
	const lengths = options.find((option) => option.maxLength !== undefined);
	const required = json.required?.includes(name) ?? false;
	const minlength = lengths?.minLength && lengths.minLength > 1 ? lengths.minLength : undefined;
	const codes: FieldCode[] = ['INVALID'];
	if (required) codes.push('REQUIRED');
	if (minlength) codes.push('TOO_SHORT');
	if (lengths) codes.push('TOO_LONG');
	if (isChoice || openChoices.has(name)) codes.push('UNKNOWN_OPTION');
	codes.push(...(formatCodes[name] ?? []));
	if (lengths && !isChoice) codes.push('SECRET_DETECTED', 'SECRET_SUSPECTED');
	return { name, required, minlength, maxlength: lengths?.maxLength, codes };
}

/** As `fieldMessages`, for the summary: at the field itself the notice of the guard says what it has stopped. */
export function summaryMessages(t: Translate, label: string, rules: FieldRules): FieldMessage[] {
	const messages = fieldMessages(t, label, rules);
	if (!rules.codes.includes('SECRET_DETECTED')) return messages;
	return [...messages, { code: 'SECRET_STOPPED', text: t('errors.any.SECRET_STOPPED', { label: bare(label) }) }];
}

/** The words for each code of a field, its own where it has some. */
export function fieldMessages(t: Translate, label: string, rules: FieldRules): FieldMessage[] {
	const values = {
		label: bare(label),
		min: rules.minlength ?? 0,
		max: rules.maxlength ?? 0,
	};
	return rules.codes.map((code) => {
		const own = `errors.${rules.name}.${code}`;
		const key = isKey(own) ? own : `errors.any.${code}`;
		if (!isKey(key)) throw new Error(`no words for ${code}`);
		return { code, text: t(key, values) };
	});
}

/** The words for everything that can be wrong with a file. */
export function fileMessages(t: Translate): { code: string; text: string }[] {
	return fileCodes.map((code) => ({ code, text: t(`files.${code}`) }));
}

/** A label without what it says about filling it in. */
function bare(label: string): string {
	return label.replace(/[（(](可选|optional)[^）)]*[）)]$/, '').trim();
}

/** Codes that concern a whole form, with the words for where it stands. */
export function formMessages(
	t: Translate,
	place: 'contact' | 'callback' | 'requests' | 'verify',
): { code: string; text: string }[] {
	const codes = formCodes[place];
	return codes.map((code) => {
		const special = `errors.${place}.${code}`;
		return { code, text: isKey(special) ? t(special) : t(`errors.form.${code}`) };
	});
}

const fileCodes = [
	...(['INVALID', 'FILE_TOO_LARGE', 'FILE_TYPE', 'FILE_BROKEN', 'FILE_COUNT', 'FILE_AGAIN'] as const),
	...(['SECRET_DETECTED', 'SECRET_SUSPECTED'] as const),
] as const;

const shared = ['INVALID', 'RATE_LIMITED', 'FORBIDDEN', 'TOO_LARGE', 'OFFLINE', 'UNCHECKED'] as const;
const asked = ['CHALLENGE_REQUIRED', 'SWITCHED_OFF'] as const;
const formCodes = {
	contact: [...shared, ...asked, 'CONFLICT'],
	callback: [...shared, ...asked, 'CONFLICT', 'SLOT_FULL', 'SLOT_PAST', 'TOO_MANY_BOOKINGS', 'ALREADY_BOOKED'],
	verify: [...shared],
	requests: [
		...shared,
		'SESSION_EXPIRED',
		'NOT_OPEN',
		'BOOKED_HERE',
		'REQUEST_CHANGED',
		'CONFLICT',
		'SLOT_FULL',
		'SLOT_PAST',
		'TOO_MANY_BOOKINGS',
		'ALREADY_BOOKED',
	],
} as const;
