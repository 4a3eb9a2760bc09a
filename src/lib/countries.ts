import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

import { locales, type Locale } from '../config/locales.ts';

/** Countries and regions with their calling codes, in the reader's language and order; value is ISO 3166-1 alpha-2. */
export function countryOptions(locale: Locale): { value: string; label: string }[] {
	const { lang } = locales[locale];
	const names = new Intl.DisplayNames(lang, { type: 'region' });
	return getCountries()
		.map((value) => ({ value: value as string, label: `${names.of(value) ?? value} +${getCountryCallingCode(value)}` }))
		.sort((a, b) => a.label.localeCompare(b.label, lang));
}
