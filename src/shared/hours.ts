import type { HolidayList, Hours } from '#config/hours-schema';
import type { Locale } from '#config/locales';
import type { Channel, Support } from '#config/schema';
import { rangesOn, type OpeningHours } from '#shared/opening';
import type { Holidays } from '#shared/slot-plan';
import { addDays, wallClock } from '#shared/zoned';

type Range = [from: string, to: string];

/** Hours as configured with their rules applied: breaks, holidays, working days at weekends and special days. */
export function openingHours(support: Pick<Support, 'hours' | 'holidays'>, name: string): OpeningHours {
	const hours = support.hours[name];
	if (!hours) throw new Error(`there are no hours "${name}"`);
	const { timezone, breaks } = hours;
	const weekly = Object.fromEntries(
		Object.entries(hours.weekly).map(([day, ranges]) => [day, ranges.flatMap((range) => without(range, breaks))]),
	);
	return { timezone, weekly, days: { ...listedDays(support, hours, { timezone, weekly, days: {} }), ...specialDays(hours) } };
}

/** When a channel is open in one language, or null when it is at any time. No calls are booked in `blackouts`. */
export function channelHours(
	support: Pick<Support, 'hours' | 'holidays' | 'callback'>,
	channel: Channel,
	locale: Locale,
): OpeningHours | null {
	const name = hoursName(channel, locale);
	if (name === null) return null;
	const hours = openingHours(support, name);
	return channel.id === 'callback' ? support.callback.blackouts.reduce(withoutBlackout, hours) : hours;
}

/** The same hours without the time between two instants, in epoch milliseconds. */
export function withoutTime(hours: OpeningHours, { from, until }: { from: number; until: number }): OpeningHours {
	const local = (at: number) => {
		const { date, time } = wallClock(at, hours.timezone);
		return `${date}T${time}`;
	};
	return withoutBlackout(hours, { from: local(from), to: local(until) });
}

/** The days on which hours are closed that have a name, such as holidays, by date. */
export function holidayNames(support: Pick<Support, 'hours' | 'holidays'>, name: string, locale: Locale): Holidays {
	const { timezone, days } = openingHours(support, name);
	const { holidays = [], special = [] } = support.hours[name] ?? {};
	const off = keptDays(support, holidays).filter(({ work }) => !work);
	const named = [...off, ...special].map((day): [string, string] => [day.date, day.name[locale]]);
	return { timezone, names: Object.fromEntries(named.filter(([date]) => days[date]?.length === 0)) };
}

/** The name of a channel's hours in one language, or null when it has none. */
export function hoursName(channel: Channel, locale: Locale): string | null {
	return channel.hours === 'always' ? null : channel.hours[locale];
}

/** The name of the hours in which calls are made in one language. Throws where the callback channel has none. */
export function callbackHours({ channels }: Pick<Support, 'channels'>, locale: Locale): string {
	const channel = channels.find(({ id }) => id === 'callback');
	const name = channel && hoursName(channel, locale);
	if (!name) throw new Error('the callback channel needs named hours');
	return name;
}

/** What lists say of days: off, or a working day, which has Monday's hours where the plain week is closed. */
function listedDays(support: Pick<Support, 'holidays'>, { holidays }: Hours, week: OpeningHours): OpeningHours['days'] {
	const days = keptDays(support, holidays);
	const isOff = new Set(days.filter(({ work }) => !work).map(({ date }) => date));
	const working = days.filter(({ date, work }) => work && !isOff.has(date) && rangesOn(week, date).length === 0);
	return Object.fromEntries([
		...[...isOff].map((date): [string, Range[]] => [date, []]),
		...working.map(({ date }): [string, Range[]] => [date, week.weekly.mon ?? []]),
	]);
}

/** The days of those lists that hours keep. */
function keptDays({ holidays }: Pick<Support, 'holidays'>, kept: readonly string[]): HolidayList['days'] {
	return holidays.filter(({ id }) => kept.includes(id)).flatMap(({ days }) => days);
}

function specialDays({ special }: Hours): OpeningHours['days'] {
	return Object.fromEntries(special.map(({ date, ranges }) => [date, ranges]));
}

function withoutBlackout(hours: OpeningHours, { from, to }: Support['callback']['blackouts'][number]): OpeningHours {
	const days = { ...hours.days };
	for (let date = from.slice(0, 10); date <= to.slice(0, 10); date = addDays(date, 1)) {
		const cut: Range = [from.startsWith(date) ? from.slice(11) : '00:00', to.startsWith(date) ? to.slice(11) : '24:00'];
		days[date] = rangesOn(hours, date).flatMap((range) => without(range, [cut]));
	}
	return { ...hours, days };
}

/** What the breaks leave of a range. */
function without(range: Range, breaks: readonly Range[]): Range[] {
	return breaks.reduce<Range[]>(
		(left, [from, to]) =>
			left.flatMap(([opens, closes]): Range[] => {
				if (to <= opens || closes <= from) return [[opens, closes]];
				return (
					[
						[opens, from],
						[to, closes],
					] as Range[]
				).filter(([start, end]) => start < end);
			}),
		[range],
	);
}
