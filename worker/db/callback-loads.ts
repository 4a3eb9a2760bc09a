import type { Locale } from '#config/locales';
import type { HourLoad } from '#shared/callback-load';

/** Statements that put a line's counted hours in place of earlier ones. */
export function replaceLoads(db: D1Database, locale: Locale, loads: readonly HourLoad[], now: number): D1PreparedStatement[] {
	return [
		db.prepare('DELETE FROM callback_loads WHERE locale = ?1').bind(locale),
		db
			.prepare(
				`INSERT INTO callback_loads (locale, weekday, hour, days, offered, taken, measured_at)
				SELECT ?1, value ->> 'weekday', value ->> 'hour', value ->> 'days', value ->> 'offered', value ->> 'taken', ?3
				FROM json_each(?2)`,
			)
			.bind(locale, JSON.stringify(loads), now),
	];
}

/** Calls that were booked for each slot start in `[from, to)`, whatever has become of them, but those that looked like spam. */
export async function countBooked(db: D1Database, from: number, to: number): Promise<Map<number, number>> {
	const { results } = await db.prepare(bookedSql).bind(from, to).all<{ slot: number; taken: number }>();
	return new Map(results.map(({ slot, taken }) => [slot, taken]));
}

export const bookedSql = `SELECT slot, COUNT(*) AS taken FROM callback_times AS times
	JOIN callbacks ON callbacks.reference = times.reference AND held = 0 WHERE slot >= ?1 AND slot < ?2 GROUP BY slot`;

/** What was counted of each hour of a line's week; at most 168 rows. */
export async function listLoads(db: D1Database, locale: Locale): Promise<HourLoad[]> {
	const { results } = await db.prepare(loadsSql).bind(locale).all<HourLoad>();
	return results;
}

export const loadsSql = 'SELECT weekday, hour, days, offered, taken FROM callback_loads WHERE locale = ?1';

/** When a line was counted last; null when it never was. */
export async function lastMeasured(db: D1Database, locale: Locale): Promise<number | null> {
	return db.prepare('SELECT MAX(measured_at) FROM callback_loads WHERE locale = ?1').bind(locale).first('MAX(measured_at)');
}
