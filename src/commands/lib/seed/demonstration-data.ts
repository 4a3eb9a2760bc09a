import { seededPattern, seededPrefix } from '#shared/seeded';

import { liveRequest, seededStaff } from './life.ts';
import { otherStatements } from './other-rows.ts';
import { makeRandom, type Random } from './random.ts';
import { requestStatements } from './request-rows.ts';
import { sqlList } from '../sql.ts';

const requests = 200;
const days = 60;
/** Of the last four hours. */
const recent = 20;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const seed = 20_261_123;

/**
 * Statements that fill a database with demonstration data of the last 60 days, the same for the same `now` (epoch milliseconds) and
 * articles. Everything in it bears a mark (`#shared/seeded`).
 */
export function fillStatements({ now, articles }: { now: number; articles: readonly string[] }): string[] {
	const random = makeRandom(seed);
	const arrivals = Array.from({ length: requests }, (_, index) => now - arrival(random, index));
	const lives = arrivals.toSorted((a, b) => a - b).map((createdAt, index) => liveRequest(random, { index, createdAt, now }));
	return [...requestStatements(random, lives, articles), ...otherStatements(random, { now, days, articles })];
}

/** Statements that remove exactly what `fillStatements` has made. What hangs on a request or a call goes with it. */
export function removeStatements(): string[] {
	return [
		// Reports would show for a while what was counted before.
		'DELETE FROM kept_reports',
		`DELETE FROM requests WHERE reference GLOB '${seededPattern}'`,
		`DELETE FROM callbacks WHERE reference GLOB '${seededPattern}'`,
		`DELETE FROM votes WHERE visitor GLOB '${seededPrefix}*'`,
		`DELETE FROM search_misses WHERE text GLOB '${seededPrefix}*'`,
		`DELETE FROM search_miss_texts WHERE text GLOB '${seededPrefix}*'`,
		`DELETE FROM staff WHERE email IN ${sqlList(seededStaff)}`,
	];
}

/** How long ago. Some have come in just now, so that there is work; of the others most while it was day in Asia. */
function arrival(random: Random, index: number): number {
	if (index < recent) return random.between(1, 240) * minuteMs;
	const hour = random.chance(0.7) ? random.between(0, 8) : random.between(9, 23);
	return random.between(0, days - 1) * dayMs + hour * hourMs + random.between(0, 59) * minuteMs;
}
