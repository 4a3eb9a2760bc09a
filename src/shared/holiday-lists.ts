import type { HolidayList } from '#config/hours-schema';

const dayMs = 86_400_000;
/** Next year's holidays have to be known before calls can be booked on them. */
const aheadDays = 60;

/** Lists of the time until sixty days ahead whose days no notice has confirmed: only those that the law fixes are in them. */
export function openHolidays<List extends Pick<HolidayList, 'year' | 'confirmed'>>(lists: readonly List[], now: number): List[] {
	const day = (at: number) => new Date(at).toISOString().slice(0, 10);
	return lists.filter(
		({ year, confirmed }) => !confirmed && `${year}-01-01` <= day(now + aheadDays * dayMs) && day(now) <= `${year}-12-31`,
	);
}

/**
 * The lists of holidays that end within sixty days of an instant: the last year of each before one is missing, `YYYY-12-31` being its
 * end. Years after a gap do not help whoever books in it.
 */
export function endingHolidays(lists: readonly Pick<HolidayList, 'id' | 'year'>[], now: number): { id: string; year: number }[] {
	const horizon = new Date(now + aheadDays * dayMs).toISOString().slice(0, 10);
	return [...new Set(lists.map(({ id }) => id))]
		.map((id) => ({ id, year: lastYear(new Set(lists.filter((list) => list.id === id).map(({ year }) => year)), now) }))
		.filter(({ year }) => `${year}-12-31` < horizon);
}

/** The last year without a gap, from the present one on or from the latest before it. */
function lastYear(years: ReadonlySet<number>, now: number): number {
	const present = new Date(now).getUTCFullYear();
	const before = [...years].filter((year) => year <= present);
	let year = before.length > 0 ? Math.max(...before) : Math.min(...years);
	while (years.has(year + 1)) year++;
	return year;
}
