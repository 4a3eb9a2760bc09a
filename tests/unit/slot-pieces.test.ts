import { describe, it } from 'vitest';

import { support } from '#config/support';
import { slotsQueryDays } from '#shared/limits';
import { bookableRange, localDays, slotRules } from '#shared/slots';
import { horizonDates, slotPieces } from '#shared/slot-pieces';
import { addDays } from '#shared/zoned';

describe('the pieces in which slots are asked for', () => {
	it('hold every date once: one by the server’s clock where the API gives all at once, else without a gap from one date', ({
		expect,
	}) => {
		for (let horizon = 1; horizon <= 60; horizon++) {
			const pieces = slotPieces(horizon, '2026-12-30');
			expect(pieces.reduce((sum, { days }) => sum + days, 0)).toBe(horizonDates(horizon));
			expect(Math.max(...pieces.map(({ days }) => days))).toBeLessThanOrEqual(slotsQueryDays);
			const isOne = horizonDates(horizon) <= slotsQueryDays;
			const ends = pieces.map(({ from, days }) => from && addDays(from, days));
			expect(pieces.map(({ from }) => from)).toEqual(isOne ? [undefined] : ['2026-12-30', ...ends.slice(0, -1)]);
		}
	});

	it('reach the end of the horizon, also where clocks are set forward in the last night', ({ expect }) => {
		const rules = slotRules(support, 'en');
		for (const [zone, at] of [
			['Europe/Berlin', '2027-03-14T22:30:00Z'],
			['Asia/Shanghai', '2026-11-23T02:00:00Z'],
			['Pacific/Apia', '2026-11-23T10:00:00Z'],
		] as const) {
			const now = Date.parse(at);
			const days = horizonDates(rules.callback.horizonDays);
			expect([zone, localDays(zone, undefined, days, now)[1] >= bookableRange(rules, now)[1]]).toEqual([zone, true]);
		}
	});
});
