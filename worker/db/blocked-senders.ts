/** Statement that blocks a sender; blocking again changes nothing. `since` in epoch milliseconds. */
export function blockSender(db: D1Database, { sender, since, agent, reference }: BlockedSender): D1PreparedStatement {
	return db
		.prepare('INSERT INTO blocked_senders (sender, since, agent, reference) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING')
		.bind(sender, since, agent, reference);
}

export function unblockSender(db: D1Database, sender: string): D1PreparedStatement {
	return db.prepare('DELETE FROM blocked_senders WHERE sender = ?1').bind(sender);
}

/** Who is blocked as this sender; null when nobody is. */
export async function findBlocked(db: D1Database, sender: string): Promise<BlockedSender | null> {
	return db.prepare('SELECT * FROM blocked_senders WHERE sender = ?1').bind(sender).first<BlockedSender>();
}

/** Blocked senders, the last first, from before a cursor. */
export async function listBlocked(
	db: D1Database,
	limit: number,
	before: { at: number; reference: string },
): Promise<BlockedSender[]> {
	const { results } = await db.prepare(blockedSql).bind(before.at, before.reference, limit).all<BlockedSender>();
	return results;
}

export const blockedSql = `SELECT * FROM blocked_senders WHERE (since, sender) < (?1, ?2)
	ORDER BY since DESC, sender DESC LIMIT ?3`;

export interface BlockedSender {
	sender: string;
	since: number;
	agent: string;
	/** The request because of which. */
	reference: string;
}
