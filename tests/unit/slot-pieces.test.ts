import { describe, it } from 'vitest';

import { support } from '#config/support';
import { slotsQueryDays } from '#shared/limits';
import { bookableRange, localDays, slotRules } from '#shared/slots';
import { listedDays, slotPieces } from '#shared/slot-pieces';
import { addDays } from '#shared/zoned';

describe('the pieces in which slots are asked for', () => {
	it('are one, by the server’s clock, as far ahead as one can book here', ({ expect }) => {
		expect(slotPieces(support.callback.horizonDays, '2026-11-23')).toEqual([{ days: support.callback.horizonDays + 2 }]);
	});

	it('follow each other without a gap, from one date', ({ expect }) => {
		for (const horizon of [15, 30, 46, 60]) {
			const pieces = slotPieces(horizon, '2026-12-30');
			expect(pieces[0]?.from).toBe('2026-12-30');
			for (const [index, { from = '', days }] of pieces.entries()) {
				expect(days).toBeLessThanOrEqual(slotsQueryDays);
				if (index + 1 < pieces.length) expect(pieces[index + 1]?.from).toBe(addDays(from, days));
			}
			expect(pieces.reduce((sum, { days }) => sum + days, 0)).toBe(listedDays(horizon));
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
			const days = listedDays(rules.callback.horizonDays);
			expect([zone, localDays(zone, undefined, days, now)[1] >= bookableRange(rules, now)[1]]).toEqual([zone, true]);
		}
	});
});
