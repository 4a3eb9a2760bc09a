import { formatOf } from '#shared/time-format';

const dayMs = 86_400_000;
const twoDigits = '2-digit';
const clock = {
	hourCycle: 'h23',
	year: 'numeric',
	month: twoDigits,
	day: twoDigits,
	hour: twoDigits,
	minute: twoDigits,
	second: twoDigits,
} as const;

/** Date (`YYYY-MM-DD`) and time (`HH:MM`) as clocks in a zone show them. Only Intl, so that a page can afford it. */
export function wallClock(at: number, timezone: string): WallClock {
	const { year, month, day, hour, minute } = partsOf(at, timezone);
	return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/**
 * The instant (epoch milliseconds) at which clocks in a zone show a date and a time; `24:00` is the end of the day. A time that
 * comes twice means the first; one that a clock change skips means as much after the change as it lies after the gap's start.
 */
export function instantAt(date: string, time: string, timezone: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	const wall = Date.parse(date) + (hours * 60 + minutes) * 60_000;
	const before = offsetAt(wall - dayMs, timezone);
	const after = offsetAt(wall + dayMs, timezone);
	const fits = [before, after].map((offset) => wall - offset).filter((at) => at + offsetAt(at, timezone) === wall);
	return fits.length > 0 ? Math.min(...fits) : wall - before;
}

/** How far clocks in a zone are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(at: number, timezone: string): number {
	const { year, month, day, hour, minute, second } = partsOf(at, timezone);
	const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
	return wall - Math.floor(at / 1000) * 1000;
}

/** Whether clocks in a zone show this time of this date twice, because they are set back. */
export function isRepeated(at: number, timezone: string): boolean {
	const offset = offsetAt(at, timezone);
	return [at - dayMs, at + dayMs]
		.map((near) => offsetAt(near, timezone))
		.some((other) => other !== offset && offsetAt(at + offset - other, timezone) === other);
}

/** The date that many days later. */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

function partsOf(at: number, timezone: string): Record<string, string> {
	return Object.fromEntries(
		formatOf('en', timezone, clock)
			.formatToParts(at)
			.map(({ type, value }) => [type, value]),
	);
}

interface WallClock {
	date: string;
	time: string;
}
