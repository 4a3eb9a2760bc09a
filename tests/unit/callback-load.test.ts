import { describe, it } from 'vitest';

import { countLoads, loadAt } from '#shared/callback-load';

const dayMs = 86_400_000;
/** Monday, 10:00 in Shanghai. */
const monday = Date.parse('2026-11-23T02:00:00Z');

/** As many past Mondays with so many seats in each of three hours, and how many of them were taken. */
function past(weeks: number, taken: [number, number, number], seats = 9) {
	const slots = Array.from({ length: weeks }, (_, week) =>
		taken.map((count, hour) => ({ start: monday - (week + 1) * 7 * dayMs + hour * 3_600_000, seats, taken: count })),
	);
	return countLoads(slots.flat(), 'Asia/Shanghai');
}

const say = (loads: ReturnType<typeof past>) =>
	[0, 1, 2].map((hour) => loadAt(loads, monday + hour * 3_600_000, 'Asia/Shanghai'));

describe('how busy an hour usually is', () => {
	it('follows from the seats that were taken in it', ({ expect }) => {
		expect(say(past(8, [9, 4, 1]))).toEqual(['busy', 'normal', 'quiet']);
	});

	it('is not said from a hundred calls down, nor of hours that were few', ({ expect }) => {
		expect(say(past(8, [9, 3, 0]))).toEqual([null, null, null]);
		expect(say(past(3, [40, 40, 40], 40))).toEqual([null, null, null]);
		expect(loadAt(past(8, [9, 4, 1]), monday + dayMs, 'Asia/Shanghai')).toBeNull();
	});

	it('goes by the clocks of the line', ({ expect }) => {
		const [first] = past(1, [1, 0, 0]);
		expect(first).toEqual({ weekday: 1, hour: 10, days: 1, offered: 9, taken: 1 });
	});
});
