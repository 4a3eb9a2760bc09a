/** Whether the runtime knows this IANA time zone. */
export function isTimezone(value: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: value });
		return true;
	} catch {
		return false;
	}
}

/** The IANA zone that somebody means who types its id in any case, with blanks, or its city alone; null when there is none. */
export function findTimezone(text: string): string | null {
	const typed = text.trim().replace(/\s+/g, '_');
	if (typed === '' || typed.length > 64) return null;
	if (isTimezone(typed)) return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone;
	const city = `/${typed.toLowerCase()}`;
	return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(city)) ?? null;
}
