import { formatOf } from '#shared/time-format';
import { addDays, instantAt, wallClock } from '#shared/zoned';

/**
 * A time that is near `now`, as short as it can be told: the hour alone on the same day, with weekday within a week, else with
 * the date. `isEnd` tells midnight as the end of a day. The zone is not named.
 */
export function formatNear(lang: string, instant: number, timezone: string, now: number, isEnd = false): string {
	const [then, today] = [wallClock(instant, timezone), wallClock(now, timezone).date];
	const isMidnight = isEnd && then.time === '00:00';
	const shown = isMidnight ? addDays(then.date, -1) : then.date;
	const hour = isMidnight ? '24:00' : then.time;
	if (shown === today) return hour;
	const isThisWeek = shown > today && shown < addDays(today, 7);
	const style = isThisWeek
		? { weekday: 'long' as const }
		: { month: 'short' as const, day: 'numeric' as const, weekday: 'short' as const };
	return `${formatOf(lang, 'UTC', style).format(Date.parse(shown))} ${hour}`;
}

/** When a zone's day ends in which an instant lies. */
export function endOfDay(instant: number, timezone: string): number {
	return instantAt(wallClock(instant, timezone).date, '24:00', timezone);
}
