/** The visitor's IANA time zone; UTC in browsers that do not tell, or tell one that they do not know themselves. */
export function visitorZone(): string {
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	try {
		return timeZone && timeZone !== 'Etc/Unknown'
			? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
			: 'UTC';
	} catch {
		return 'UTC';
	}
}
