import type { Load } from '#shared/callbacks';
import { measuredLoad } from '#shared/limits';
import { wallClock } from '#shared/zoned';

/** How full one hour of a line's week has been, over all days on which it had slots. */
export interface HourLoad {
	/** 1 is Monday. */
	weekday: number;
	hour: number;
	days: number;
	/** Seats that were there, and that were taken. */
	offered: number;
	taken: number;
}

/** Counts past slots by the hour of their week, in the clocks of a zone. */
export function countLoads(slots: readonly PastSlot[], timezone: string): HourLoad[] {
	const found = new Map<string, HourLoad & { dates: Set<string> }>();
	for (const { start, seats, taken } of slots) {
		const { weekday, hour, date } = hourOfWeek(start, timezone);
		const key = `${weekday} ${hour}`;
		const load = found.get(key) ?? { weekday, hour, days: 0, offered: 0, taken: 0, dates: new Set() };
		load.dates.add(date);
		load.offered += seats;
		load.taken += Math.min(taken, seats);
		found.set(key, load);
	}
	return [...found.values()].map(({ dates, ...load }) => ({ ...load, days: dates.size }));
}

/**
 * How busy an instant usually is, by what has been counted; null as long as that is too little to say: fewer than
 * `measuredLoad.calls` calls on the line, or fewer than `measuredLoad.days` days with this hour.
 */
export function loadAt(loads: readonly HourLoad[], at: number, timezone: string): Load | null {
	const calls = loads.reduce((sum, { taken }) => sum + taken, 0);
	if (calls < measuredLoad.calls) return null;
	const { weekday, hour } = hourOfWeek(at, timezone);
	const known = loads.find((load) => load.weekday === weekday && load.hour === hour);
	if (!known || known.days < measuredLoad.days || known.offered === 0) return null;
	const share = known.taken / known.offered;
	if (share >= measuredLoad.busyFrom) return 'busy';
	return share <= measuredLoad.quietTo ? 'quiet' : 'normal';
}

function hourOfWeek(at: number, timezone: string): { weekday: number; hour: number; date: string } {
	const { date, time } = wallClock(at, timezone);
	// A bare date is midnight UTC; getUTCDay counts from Sunday.
	return { weekday: new Date(date).getUTCDay() || 7, hour: Number(time.slice(0, 2)), date };
}

interface PastSlot {
	start: number;
	seats: number;
	taken: number;
}
