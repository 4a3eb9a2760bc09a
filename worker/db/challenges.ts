/** Marks a challenge as used; a second time a constraint aborts the batch. */
export function insertUsedChallenge(db: D1Database, { id, expiresAt }: UsedChallenge): D1PreparedStatement {
	return db.prepare('INSERT INTO used_challenges (id, expires_at) VALUES (?1, ?2)').bind(id, expiresAt);
}

export interface UsedChallenge {
	id: string;
	/** Epoch milliseconds; afterwards the challenge itself is refused, and nobody need remember it. */
	expiresAt: number;
}
