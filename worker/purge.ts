import { site } from '#config/site';
import { blockedDays, reopenDays, unseenStaffDays } from '#shared/limits';

import { closeStale } from './db/closing.ts';
import { purgeExpired, purgeParents, type Expiry } from './db/purge.ts';
import { now, readSettings } from './settings.ts';
import { dayMs } from './time.ts';

/** The longest window of a rate is a day, and networks are told apart for a day; one more keeps clocks out of it. */
const networkDays = 2;

/**
 * Closes what is over and removes what has outlived its purpose: keys and counts by their nature, what people wrote by the
 * configured retention.
 */
export async function purge(env: Env): Promise<void> {
	const time = now(readSettings(env));
	const daysAgo = (days: number) => time - days * dayMs;
	const before = expiry(time, daysAgo);
	const results = await Promise.allSettled([close(env.DB, time, daysAgo), remove(env.DB, before), removeParents(env.DB, before)]);
	for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Without a mail: nothing has happened that was not told before. */
async function close(db: D1Database, at: number, daysAgo: DaysAgo): Promise<void> {
	const { untouched } = site.retentionDays;
	await db.batch(closeStale(db, { solved: daysAgo(reopenDays), untouched: daysAgo(untouched), at }));
}

async function remove(db: D1Database, before: Expiry): Promise<void> {
	await db.batch(purgeExpired(db, before));
}

async function removeParents(db: D1Database, before: Expiry): Promise<void> {
	for (const statement of purgeParents(db, before)) await statement.run();
}

function expiry(at: number, daysAgo: DaysAgo): Expiry {
	const { requests, callbacks, votes, searchMisses, audit } = site.retentionDays;
	return {
		now: at,
		networks: daysAgo(networkDays),
		requests: daysAgo(requests),
		callbacks: daysAgo(callbacks),
		voteComments: daysAgo(votes),
		searchMisses: daysAgo(searchMisses),
		audit: daysAgo(audit),
		blocked: daysAgo(blockedDays),
		staff: daysAgo(unseenStaffDays),
	};
}

type DaysAgo = (days: number) => number;
