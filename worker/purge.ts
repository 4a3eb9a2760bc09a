import { site } from '#config/site';
import { auditDays, searchMissDays } from '#shared/limits';

import { purgeExpired } from './db/purge.ts';
import { now, readSettings } from './settings.ts';
import { dayMs } from './time.ts';

/** The longest window of a rate is a day, and networks are told apart for a day; one more keeps clocks out of it. */
const networkDays = 2;

/** Removes what has outlived its purpose: keys and counts by their nature, what people wrote by the configured retention. */
export async function purge(env: Env): Promise<void> {
	const time = now(readSettings(env));
	const daysAgo = (days: number) => time - days * dayMs;
	const { requests, callbacks, votes } = site.retentionDays;
	await purgeExpired(env.DB, {
		now: time,
		networks: daysAgo(networkDays),
		requests: daysAgo(requests),
		callbacks: daysAgo(callbacks),
		voteComments: daysAgo(votes),
		searchMisses: daysAgo(searchMissDays),
		audit: daysAgo(auditDays),
	});
}
