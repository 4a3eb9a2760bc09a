const formats = new Map<string, Intl.DateTimeFormat>();

/** A format of `Intl`, made once: making one costs far more than formatting with it. */
export function formatOf(lang: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = JSON.stringify([lang, timeZone, options]);
	const format = formats.get(key) ?? new Intl.DateTimeFormat(lang, { timeZone, ...options });
	formats.set(key, format);
	return format;
}
