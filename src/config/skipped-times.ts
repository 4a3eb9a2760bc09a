import { addDays, instantAt, wallClock } from '#shared/zoned';
import { isTimezone } from '#shared/timezone';

import type { Support } from './schema.ts';

/** Whether clocks in a zone are set forward over a time of a date, so that they never show it. */
export function isSkipped(date: string, time: string, timezone: string): boolean {
	if (!isTimezone(timezone)) return false;
	const [day, clock] = time === '24:00' ? [addDays(date, 1), '00:00'] : [date, time];
	const shown = wallClock(instantAt(day, clock, timezone), timezone);
	return shown.date !== day || shown.time !== clock;
}

/** Ends of times without calls that clocks of a callback line never show. */
export function skippedBlackouts({ callback, channels, hours }: Support): string[] {
	const channel = channels.find(({ id }) => id === 'callback');
	if (!channel || channel.hours === 'always') return [];
	const zones = new Set(Object.values(channel.hours).flatMap((name) => hours[name]?.timezone ?? []));
	return callback.blackouts
		.flatMap(({ from, to }) => [from, to])
		.flatMap((at) => [...zones].map((zone) => ({ at, zone })))
		.filter(({ at, zone }) => isSkipped(at.slice(0, 10), at.slice(11), zone))
		.map(({ at, zone }) => `blackouts: there is no ${at} in ${zone}, where clocks are set forward`);
}
