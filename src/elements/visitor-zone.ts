/** The visitor's IANA time zone; UTC in browsers that do not tell. */
export function visitorZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
