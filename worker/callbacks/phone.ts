import {
	isSupportedCountry,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
	type PhoneNumber,
} from 'libphonenumber-js/max';

import type { Locale } from '#config/locales';
import { defaultCountry } from '#shared/country';
import type { FieldCode } from '#shared/errors';

/** Calling them costs us, or the person. */
const costly = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER']);
/** Nobody can talk on them. */
const mute = new Set(['PAGER', 'VOICEMAIL']);
const shownDigits = 4;

/**
 * The number in E.164 that somebody has typed or pasted in any format, or why nobody could be called on it. Numbers without
 * a country code belong to `country` (ISO 3166-1 alpha-2), else to the country that the language tells.
 */
export function parsePhone(text: string, country: string | undefined, locale: Locale): { number: string } | { code: FieldCode } {
	// The prefix of most of the world for calls abroad; a region that has another one knows it by itself.
	const typed = country ? text : text.replace(/^\s*00(?=[1-9])/, '+');
	const guessed = country ?? defaultCountry[locale];
	const region = guessed && isSupportedCountry(guessed) ? guessed : undefined;
	const parsed = parsePhoneNumberFromString(typed, region);
	const code = parsed ? refusalOf(parsed) : lengthCode(validatePhoneNumberLength(typed, region));
	return parsed && !code ? { number: parsed.number } : { code: code ?? 'INVALID_PHONE' };
}

/** A number as everybody sees it but the one who calls: its country and its end. */
export function maskPhone(number: string): string {
	const country = parsePhoneNumberFromString(number)?.countryCallingCode ?? '';
	const rest = number.slice(1 + country.length);
	const shown = rest.length >= 2 * shownDigits ? rest.slice(-shownDigits) : rest.slice(-2);
	return `+${country} •••• ${shown}`;
}

function refusalOf(parsed: PhoneNumber): FieldCode | undefined {
	if (!parsed.isPossible()) return 'PHONE_LENGTH';
	const type = parsed.getType() ?? '';
	if (costly.has(type)) return 'PHONE_PREMIUM';
	return parsed.isValid() && !mute.has(type) ? undefined : 'INVALID_PHONE';
}

function lengthCode(problem: ReturnType<typeof validatePhoneNumberLength>): FieldCode {
	if (problem === 'INVALID_COUNTRY') return 'PHONE_COUNTRY';
	return problem === 'TOO_SHORT' || problem === 'TOO_LONG' || problem === 'INVALID_LENGTH' ? 'PHONE_LENGTH' : 'INVALID_PHONE';
}
