/** How many rows one statement removes: small enough never to hold up a booking. */
const batchRows = 500;
/** The same for rows with dozens of others that hang on them. */
const batchParents = 50;

/**
 * Statements that remove what has expired, a number of rows of each table; called every minute, so a backlog melts away. What
 * other rows hang on is left to `purgeParents`.
 */
export function purgeExpired(db: D1Database, before: Expiry): D1PreparedStatement[] {
	return [
		remove(
			db,
			'DELETE FROM idempotency_keys WHERE rowid IN (SELECT rowid FROM idempotency_keys WHERE expires_at <= ?1 LIMIT ?2)',
			before.now,
		),
		remove(
			db,
			'DELETE FROM presence WHERE (reference, agent) IN (SELECT reference, agent FROM presence WHERE expires_at <= ?1 LIMIT ?2)',
			before.now,
		),
		remove(db, 'DELETE FROM kept_reports WHERE id IN (SELECT id FROM kept_reports WHERE made_at < ?1 LIMIT ?2)', before.networks),
		remove(
			db,
			'DELETE FROM used_challenges WHERE id IN (SELECT id FROM used_challenges WHERE expires_at <= ?1 LIMIT ?2)',
			before.now,
		),
		remove(
			db,
			`DELETE FROM rate_counts WHERE (route, network, period, window_start) IN
				(SELECT route, network, period, window_start FROM rate_counts WHERE window_start < ?1 LIMIT ?2)`,
			before.networks,
		),
		remove(
			db,
			`DELETE FROM search_miss_networks WHERE (day, text, network) IN
				(SELECT day, text, network FROM search_miss_networks WHERE day < ?1 LIMIT ?2)`,
			before.networks,
		),
		// Messages go with their requests; these were owed to nobody, or are history of a request that is still open.
		remove(db, 'DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE created_at < ?1 LIMIT ?2)', before.requests),
		// The vote stays: without its comment it says nothing about a person.
		remove(
			db,
			`UPDATE votes SET comment = NULL WHERE (article, visitor) IN
				(SELECT article, visitor FROM votes WHERE comment IS NOT NULL AND updated_at < ?1 LIMIT ?2)`,
			before.voteComments,
		),
		remove(
			db,
			'DELETE FROM search_misses WHERE (text, day) IN (SELECT text, day FROM search_misses WHERE day < ?1 LIMIT ?2)',
			before.searchMisses,
		),
		remove(
			db,
			'DELETE FROM search_miss_texts WHERE text IN (SELECT text FROM search_miss_texts WHERE last_day < ?1 LIMIT ?2)',
			before.searchMisses,
		),
		remove(
			db,
			'DELETE FROM dead_letters WHERE (queue, day) IN (SELECT queue, day FROM dead_letters WHERE day < ?1 LIMIT ?2)',
			before.searchMisses,
		),
		// The log refuses to lose what is younger than a year by the database's own clock; ours may run ahead.
		remove(
			db,
			`DELETE FROM audit_log WHERE id IN
				(SELECT id FROM audit_log WHERE at < min(?1, (unixepoch() - 31536000) * 1000) LIMIT ?2)`,
			before.audit,
		),
		remove(
			db,
			'DELETE FROM blocked_senders WHERE sender IN (SELECT sender FROM blocked_senders WHERE since < ?1 LIMIT ?2)',
			before.blocked,
		),
		remove(
			db,
			'DELETE FROM blocked_numbers WHERE hash IN (SELECT hash FROM blocked_numbers WHERE at < ?1 LIMIT ?2)',
			before.blocked,
		),
		remove(db, 'DELETE FROM staff WHERE email IN (SELECT email FROM staff WHERE last_seen < ?1 LIMIT ?2)', before.staff),
		// Nothing can be booked on a day that is over.
		remove(
			db,
			'DELETE FROM closed_days WHERE from_at IN (SELECT from_at FROM closed_days WHERE from_at < ?1 AND until_at < ?1 LIMIT ?2)',
			before.callbacks,
		),
	];
}

/**
 * Statements that remove requests and callbacks whose time is over, with everything that hangs on them. Each is a transaction of
 * its own: all of them at once would hold up whoever writes.
 */
export function purgeParents(
	db: D1Database,
	{ requests, callbacks }: Pick<Expiry, 'requests' | 'callbacks'>,
): D1PreparedStatement[] {
	return [
		remove(
			db,
			'DELETE FROM requests WHERE reference IN (SELECT reference FROM requests WHERE ended_at < ?1 LIMIT ?2)',
			requests,
			batchParents,
		),
		remove(
			db,
			'DELETE FROM callbacks WHERE reference IN (SELECT reference FROM callbacks WHERE slot_start < ?1 LIMIT ?2)',
			callbacks,
			batchParents,
		),
	];
}

function remove(db: D1Database, sql: string, before: number, rows = batchRows): D1PreparedStatement {
	return db.prepare(sql).bind(before, rows);
}

/** What goes when it is older than its instant, in epoch milliseconds. */
export interface Expiry {
	now: number;
	networks: number;
	/** When they ended. */
	requests: number;
	callbacks: number;
	voteComments: number;
	searchMisses: number;
	audit: number;
	/** Senders and numbers, by when they were blocked. */
	blocked: number;
	/** When they were last at the desk. */
	staff: number;
}
