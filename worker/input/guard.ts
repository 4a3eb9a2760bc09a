import { allWordLists } from '#shared/all-word-lists';
import type { FieldError } from '#shared/errors';
import { cutFromTexts, findInTexts, type Finding, type NamedText } from '#shared/guarded-texts';

import type { FormFields } from './body.ts';
import { ApiError } from '../problem.ts';

/** Words of a form's own making stand between those of a person: they would hide a phrase that is split over fields. */
const choices = new Set([
	'locale',
	'topic',
	'chain',
	'country',
	'slot',
	'timezone',
	'article',
	'articles',
	'value',
	'reason',
	'action',
]);
/** What may be repeated of a field's name: a stranger may have put the secret there. */
const plainName = /^[A-Za-z][\w-]{0,31}$/;

/**
 * Refuses what holds a secret in any of its strings, known or not, names included: `SECRET_DETECTED`, or `SECRET_SUSPECTED`
 * where only a person can tell and has not (`isConfirmed`). The answer names fields and places, never the text.
 */
export function refuseSecrets(value: unknown, isConfirmed = false): void {
	const fields = secretFields(textsOf(value)).filter(({ code }) => code === 'SECRET_DETECTED' || !isConfirmed);
	if (fields.length === 0) return;
	const isDetected = fields.some(({ code }) => code === 'SECRET_DETECTED');
	throw new ApiError(isDetected ? 'SECRET_DETECTED' : 'SECRET_SUSPECTED', { fields });
}

/** What is or may be a secret in a plain form, and the form without what certainly is one. */
export function withoutSecrets(form: FormFields): { fields: FieldError[]; form: FormFields } {
	const texts = textsOf(form);
	const fields = secretFields(texts);
	if (!fields.some(({ code }) => code === 'SECRET_DETECTED')) return { fields, form };
	const left = cutFromTexts(texts, allWordLists);
	const cut = Object.create(null) as FormFields;
	for (const [index, { name }] of texts.entries()) if (name in form) (cut[name] ??= []).push(left[index] ?? '');
	return { fields, form: cut };
}

/** Whether a text is or may be a secret. */
export function mayBeSecret(text: string): boolean {
	return findInTexts([{ name: '', text }], allWordLists).length > 0;
}

function secretFields(texts: readonly NamedText[]): FieldError[] {
	const typed = texts.filter(({ name }) => !choices.has(name));
	const chosen = texts.filter(({ name }) => choices.has(name));
	const found = [...findInTexts(typed, allWordLists), ...chosen.flatMap((text) => findInTexts([text], allWordLists))];
	const fields = [...found.filter(({ isDetected }) => isDetected), ...found.filter(({ isDetected }) => !isDetected)].map(toField);
	return fields.filter(({ name }, index) => fields.findIndex((field) => field.name === name) === index);
}

function toField({ name, spans, isDetected }: Finding): FieldError {
	const span = spans.find(({ certainty }) => !isDetected || certainty === 'detected');
	return {
		name: plainName.test(name) ? name : 'form',
		code: isDetected ? 'SECRET_DETECTED' : 'SECRET_SUSPECTED',
		...(span ? { span: [span.start, span.end] as [number, number] } : {}),
	};
}

/** Every string in a JSON value, with the outermost field that it stands in. Not recursive: a body may be nested thousands deep. */
function textsOf(value: unknown): NamedText[] {
	const texts: NamedText[] = [];
	const open: { name: string; value: unknown }[] = [{ name: '', value }];
	for (let next = open.pop(); next; next = open.pop()) {
		const { name } = next;
		if (typeof next.value === 'string') texts.push({ name, text: next.value });
		else if (typeof next.value === 'object' && next.value !== null) {
			const entries = Object.entries(next.value as Record<string, unknown>);
			const isList = Array.isArray(next.value);
			for (const [key, child] of entries.toReversed()) {
				open.push({ name: name || (isList ? '' : key), value: child });
				if (!isList && !plainName.test(key)) open.push({ name: '?', value: key });
			}
		}
	}
	return texts;
}
