import { site } from '#config/site';

import { purgeExpired } from './db/purge.ts';
import { now, readSettings } from './settings.ts';

const dayMs = 86_400_000;
/** The longest window of a rate is a day; one more keeps clocks out of it. */
const rateCountDays = 2;

/** Removes what has outlived its purpose: keys and counts by their nature, what people wrote by the configured retention. */
export async function purge(env: Env): Promise<void> {
	const time = now(readSettings(env));
	const daysAgo = (days: number) => time - days * dayMs;
	const { requests, callbacks, votes } = site.retentionDays;
	await purgeExpired(env.DB, {
		now: time,
		rateCounts: daysAgo(rateCountDays),
		requests: daysAgo(requests),
		callbacks: daysAgo(callbacks),
		voteComments: daysAgo(votes),
	});
}
