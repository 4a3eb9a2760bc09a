import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

import type { Locale } from '#config/locales';

/** Country of numbers written without a country code, where a language tells it. */
const defaultCountry = { 'zh-cn': 'CN', en: undefined } as const satisfies Record<Locale, string | undefined>;

/** A phone number in E.164, or null when nobody could be called on it. Premium numbers are refused: calling them costs us. */
export function parsePhone(text: string, country: string | undefined, locale: Locale): string | null {
	const region = country && isSupportedCountry(country) ? country : defaultCountry[locale];
	const number = parsePhoneNumberFromString(text, region);
	if (!number?.isValid() || number.getType() === 'PREMIUM_RATE') return null;
	return number.number;
}
