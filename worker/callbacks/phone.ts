import {
	isSupportedCountry,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';

import type { Locale } from '#config/locales';
import { defaultCountry } from '#shared/country';
import type { FieldCode } from '#shared/errors';

import type { AppContext } from '../context.ts';
import { keyedHash } from '../crypto.ts';

/** Calling them costs us, or the person. */
const costly = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER']);
/** Nobody can talk on them. */
const mute = new Set(['PAGER', 'VOICEMAIL']);
const shownDigits = 4;

/** How people dial out of their country: most of the world, Australia, North America. */
const dialledOut = [/^[\s(]*00(?=[\s)-]*[1-9])/, /^[\s(]*0011(?=[\s)-]*[1-9])/, /^[\s(]*011(?=[\s)-]*[1-9])/];
/** Chinese words for an extension, which the library does not know. */
const chineseExtension = /转|轉|分机|分機|内线|內線/;
/** An extension as offices in China write it: a short last group behind a whole number. */
const lastGroup = /^(.*\d)\s*[-‐–—]\s*\d{1,5}\s*$/;

/**
 * The number in E.164 that somebody has typed or pasted in any format, or why nobody could be called on it. Numbers without
 * a country code belong to `country` (ISO 3166-1 alpha-2), else to the country that the language tells. An extension is refused: dropped,
 * it would let a call end at somebody else.
 */
export function parsePhone(text: string, country: string | undefined, locale: Locale): Reading {
	const guessed = country ?? defaultCountry[locale];
	const region = guessed && isSupportedCountry(guessed) ? guessed : undefined;
	const typed = text.normalize('NFKC').replace(chineseExtension, ' ext. ');
	// A region knows its own prefix for calls abroad; people type that of where they are, or come from.
	const readings = [typed, ...dialledOut.filter((prefix) => prefix.test(typed)).map((prefix) => typed.replace(prefix, '+'))].map(
		(reading) => readPhone(reading, region),
	);
	return readings.find((reading) => 'number' in reading) ?? readings[1] ?? readings[0] ?? { code: 'INVALID_PHONE' };
}

/** A number as everybody sees it but the one who calls: its country and its end. */
export function maskPhone(number: string): string {
	const country = parsePhoneNumberFromString(number)?.countryCallingCode ?? '';
	const rest = number.slice(1 + country.length);
	const shown = rest.length >= 2 * shownDigits ? rest.slice(-shownDigits) : rest.slice(-2);
	return `+${country} •••• ${shown}`;
}

function readPhone(text: string, region: CountryCode | undefined): Reading {
	const parsed = parsePhoneNumberFromString(text, region);
	const code = parsed ? refusalOf(parsed) : lengthCode(validatePhoneNumberLength(text, region));
	if (parsed && !code) return parsed.ext ? { code: 'PHONE_EXTENSION' } : { number: parsed.number };
	const [, main = ''] = lastGroup.exec(text) ?? [];
	const isExtended = parsePhoneNumberFromString(main, region)?.isValid() ?? false;
	return { code: isExtended ? 'PHONE_EXTENSION' : (code ?? 'INVALID_PHONE') };
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

/** By which a number is known that must not be called, without being kept itself. */
export function phoneHash(c: AppContext, phone: string): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `phone:${phone}`);
}

type Reading = { number: string } | { code: FieldCode };
