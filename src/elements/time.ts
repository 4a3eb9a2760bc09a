/** The visitor's IANA time zone; UTC in browsers that do not tell. */
export function visitorZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** An instant in words of the page's language, with its zone named. */
export function formatInstant(instant: string, timeZone: string): string {
	return new Intl.DateTimeFormat(document.documentElement.lang, {
		timeZone,
		year: 'numeric',
		month: 'short',
		day: 'numeric',
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZoneName: 'short',
	}).format(new Date(instant));
}
