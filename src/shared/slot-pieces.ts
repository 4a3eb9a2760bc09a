import { slotsQueryDays } from '#shared/limits';
import { addDays } from '#shared/zoned';

/** A horizon of whole days ends within a local day, or within the next one where clocks are set forward before it. */
const edgeDays = 2;

/** Local days on which a slot may start that can be booked `horizonDays` ahead, today included. */
export function horizonDates(horizonDays: number): number {
	return horizonDays + edgeDays;
}

/**
 * The pieces in which the API gives all bookable slots. One piece begins on the server's today; where there are more, all are counted from
 * one date: two clocks may disagree on what today is, and would leave a gap.
 */
export function slotPieces(horizonDays: number, today: string): { from?: string; days: number }[] {
	const all = horizonDates(horizonDays);
	if (all <= slotsQueryDays) return [{ days: all }];
	return Array.from({ length: Math.ceil(all / slotsQueryDays) }, (_, index) => ({
		from: addDays(today, index * slotsQueryDays),
		days: Math.min(slotsQueryDays, all - index * slotsQueryDays),
	}));
}
