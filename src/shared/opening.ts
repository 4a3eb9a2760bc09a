import type { Hours } from '#config/schema';

/** Whether a channel is open, in wall-clock terms of its own zone: `until` and `time` are `HH:MM`, `date` is `YYYY-MM-DD`. */
export type Opening = { open: true; until: string } | { open: false; next: { date: string; time: string } | null };

/** As in `#config/schema`, which a browser cannot import without the whole schema library. */
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayMs = 86_400_000;
/** How far ahead the next opening is looked for: long enough for a holiday week. */
const lookAheadDays = 21;

/** Whether a channel is open at an instant, until when, or when it opens next. Only Intl, so that a page can afford it. */
export function opening(hours: Hours, holidays: readonly string[], at: Date): Opening {
	const { date, time } = wallClock(at, hours.timezone);
	const today = rangesOn(hours, holidays, date);
	const current = today.find(([from, to]) => from <= time && time < to);
	if (current) return { open: true, until: current[1] };
	const later = today.find(([from]) => from > time);
	return { open: false, next: later ? { date, time: later[0] } : nextDay(hours, holidays, date) };
}

function nextDay(hours: Hours, holidays: readonly string[], from: string): { date: string; time: string } | null {
	for (let ahead = 1; ahead <= lookAheadDays; ahead++) {
		const date = new Date(Date.parse(from) + ahead * dayMs).toISOString().slice(0, 10);
		const [first] = rangesOn(hours, holidays, date);
		if (first) return { date, time: first[0] };
	}
	return null;
}

function rangesOn({ weekly }: Hours, holidays: readonly string[], date: string): [from: string, to: string][] {
	if (holidays.includes(date)) return [];
	// A bare date is midnight UTC, whose weekday is that of the date itself; getUTCDay counts from Sunday.
	const weekday = days[(new Date(date).getUTCDay() + 6) % 7];
	const ranges = (weekday && weekly[weekday]) ?? [];
	return [...ranges].sort(byStart);
}

function byStart([a]: [string, string], [b]: [string, string]): number {
	return a < b ? -1 : 1;
}

/** Date and time as clocks in a zone show them. */
function wallClock(at: Date, timeZone: string): { date: string; time: string } {
	const format = new Intl.DateTimeFormat('en', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	});
	const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
	return { date: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` };
}
