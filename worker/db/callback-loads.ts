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

/** What was counted of each hour of a line's week; at most 168 rows. */
export async function listLoads(db: D1Database, locale: Locale): Promise<HourLoad[]> {
	const { results } = await db
		.prepare('SELECT weekday, hour, days, offered, taken FROM callback_loads WHERE locale = ?1')
		.bind(locale)
		.all<HourLoad>();
	return results;
}

/** When a line was counted last; null when it never was. */
export async function lastMeasured(db: D1Database, locale: Locale): Promise<number | null> {
	return db.prepare('SELECT MAX(measured_at) FROM callback_loads WHERE locale = ?1').bind(locale).first('MAX(measured_at)');
}
