/** A stored write: same body again gets the same answer, another body a refusal. */
export interface IdempotencyKey {
	route: string;
	key: string;
	bodyHash: string;
	reference: string;
	expiresAt: number;
}

/** First statements of a batch: an expired key makes room, a living one aborts everything that follows. */
export function insertIdempotencyKey(db: D1Database, entry: IdempotencyKey, now: number): D1PreparedStatement[] {
	return [
		db
			.prepare('DELETE FROM idempotency_keys WHERE route = ?1 AND key = ?2 AND expires_at <= ?3')
			.bind(entry.route, entry.key, now),
		db
			.prepare('INSERT INTO idempotency_keys (route, key, body_hash, reference, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)')
			.bind(entry.route, entry.key, entry.bodyHash, entry.reference, entry.expiresAt),
	];
}

/** Statement that forgets a key whose booking has been cancelled: who books the same again means it. */
export function forgetCancelled(db: D1Database, route: string, key: string): D1PreparedStatement {
	return db
		.prepare(
			`DELETE FROM idempotency_keys WHERE route = ?1 AND key = ?2
			AND reference IN (SELECT reference FROM callbacks WHERE callbacks.reference = idempotency_keys.reference AND state = 'cancelled')`,
		)
		.bind(route, key);
}

/** What an earlier write with this key stored, if the key still lives. */
export async function findIdempotencyKey(
	db: D1Database,
	route: string,
	key: string,
	now: number,
): Promise<{ bodyHash: string; reference: string } | null> {
	const row = await db
		.prepare('SELECT body_hash, reference FROM idempotency_keys WHERE route = ?1 AND key = ?2 AND expires_at > ?3')
		.bind(route, key, now)
		.first<{ body_hash: string; reference: string }>();
	return row && { bodyHash: row.body_hash, reference: row.reference };
}
