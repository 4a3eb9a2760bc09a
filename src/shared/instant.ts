/**
 * An instant as readers of a language (BCP 47) write it, with its zone named. The one formatter of times: pages, live
 * pages and the desk show the same words for the same moment.
 */
export function formatInstant(lang: string, instant: Date | number, timeZone: string): string {
	return new Intl.DateTimeFormat(lang, {
		timeZone,
		year: 'numeric',
		month: 'short',
		day: 'numeric',
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZoneName: 'short',
	}).format(instant);
}
