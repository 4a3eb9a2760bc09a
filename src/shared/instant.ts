import { formatOf } from '#shared/time-format';
import { isRepeated } from '#shared/zoned';

/** Cities that browsers still tell by an older name. */
const cities: Record<string, string> = {
	Calcutta: 'Kolkata',
	Katmandu: 'Kathmandu',
	Saigon: 'Ho Chi Minh City',
	Rangoon: 'Yangon',
	Kiev: 'Kyiv',
};

const date = { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' } as const;
const day = { month: 'short', day: 'numeric', weekday: 'short' } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/**
 * An instant as readers of a language (BCP 47) write it, with its zone named. The one formatter of times: pages, mails,
 * live pages and the desk show the same words for the same moment, and no two moments of a zone share their words.
 */
export function formatInstant(lang: string, instant: Date | number, timezone: string): string {
	return withZone(lang, formatOf(lang, timezone, { ...date, ...time }).format(instant), Number(instant), timezone);
}

/** The time of day alone, for places that name day and zone themselves; a time that comes twice that day says which it is. */
export function formatTime(lang: string, instant: number, timezone: string): string {
	const text = formatOf(lang, timezone, time).format(instant);
	return isRepeated(instant, timezone) ? `${text} ${offsetName(lang, instant, timezone)}` : text;
}

/** The time of day to the second, with its zone named, for what lives minutes. */
export function formatSecond(lang: string, instant: number, timezone: string): string {
	return withZone(lang, formatOf(lang, timezone, { ...time, second: '2-digit' }).format(instant), instant, timezone);
}

/** The day alone, without its year, for places that name the zone themselves. */
export function formatDate(lang: string, instant: number, timezone: string): string {
	return formatOf(lang, timezone, day).format(instant);
}

/** A calendar date (`YYYY-MM-DD`), which is the same everywhere. */
export function formatCalendarDate(lang: string, calendarDate: string): string {
	return formatOf(lang, 'UTC', day).format(Date.parse(calendarDate));
}

/** The zone as people call it: “Shanghai time”, “北京时间”; by its offset where it has no place. */
export function zoneName(lang: string, timezone: string, instant: number): string {
	if (/^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal|Greenwich)$/.test(timezone)) return 'UTC';
	if (lang.startsWith('zh')) return timezone === 'Asia/Shanghai' ? '北京时间' : placeName(lang, timezone, instant);
	const city = timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
	if (!timezone.includes('/') || timezone.startsWith('Etc/')) return offsetName(lang, instant, timezone);
	return `${cities[city] ?? city} time`;
}

/** A zone's name with its id, where somebody may have to tell it from others. */
export function zoneLabel(lang: string, timezone: string, instant: number): string {
	const name = zoneName(lang, timezone, instant);
	if (name === timezone) return name;
	return lang.startsWith('zh') ? `${name}（${timezone}）` : `${name} (${timezone})`;
}

function withZone(lang: string, text: string, instant: number, timezone: string): string {
	const name = zoneName(lang, timezone, instant);
	const offset = offsetName(lang, instant, timezone);
	const isTold = !isRepeated(instant, timezone) || name === offset;
	const isChinese = lang.startsWith('zh');
	if (isTold) return isChinese ? `${text}（${name}）` : `${text} (${name})`;
	return isChinese ? `${text}（${name}，${offset}）` : `${text} (${name}, ${offset})`;
}

function placeName(lang: string, timezone: string, instant: number): string {
	return zonePart(lang, instant, timezone, 'shortGeneric') ?? offsetName(lang, instant, timezone);
}

/** `GMT+8` */
function offsetName(lang: string, instant: number, timezone: string): string {
	return zonePart(lang, instant, timezone, 'shortOffset') ?? zonePart(lang, instant, timezone, 'short') ?? timezone;
}

function zonePart(lang: string, instant: number, timeZone: string, timeZoneName: ZoneStyle): string | undefined {
	try {
		const parts = formatOf(lang, timeZone, { timeZoneName }).formatToParts(instant);
		return parts.find(({ type }) => type === 'timeZoneName')?.value;
	} catch {
		// A style that an older browser does not know.
		return undefined;
	}
}

type ZoneStyle = NonNullable<Intl.DateTimeFormatOptions['timeZoneName']>;
