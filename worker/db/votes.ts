import type { VoteReason, VoteValue } from '#shared/votes';

/**
 * Stores a vote or changes it. The same value again says nothing new about why, so what was said stays; another value
 * replaces it. Whether a vote is held was decided when it was first cast.
 */
export function upsertVote(db: D1Database, vote: NewVote): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO votes (article, visitor, value, reason, comment, article_hash, held, created_at, updated_at)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
			ON CONFLICT (article, visitor) DO UPDATE SET value = excluded.value,
				reason = CASE WHEN value = excluded.value THEN COALESCE(excluded.reason, reason) ELSE excluded.reason END,
				comment = CASE WHEN value = excluded.value THEN COALESCE(excluded.comment, comment) ELSE excluded.comment END,
				article_hash = excluded.article_hash, updated_at = excluded.updated_at`,
		)
		.bind(
			vote.article,
			vote.visitor,
			vote.value,
			vote.reason ?? null,
			vote.comment ?? null,
			vote.articleHash,
			vote.held ? 1 : 0,
			vote.at,
		);
}

/** Takes a vote back. */
export function deleteVote(db: D1Database, article: string, visitor: string): D1PreparedStatement {
	return db.prepare('DELETE FROM votes WHERE article = ?1 AND visitor = ?2').bind(article, visitor);
}

/** Counts of an article. A held vote counts for its own sender only, so that a spammer sees nothing unusual. */
export function selectCounts(db: D1Database, article: string, visitor: string | null): D1PreparedStatement {
	return db
		.prepare(
			`SELECT COUNT(*) FILTER (WHERE value = 'yes') AS yes, COUNT(*) FILTER (WHERE value = 'no') AS no,
				MAX(CASE WHEN visitor = ?2 THEN value END) AS own
			FROM votes WHERE article = ?1 AND (held = 0 OR visitor = ?2)`,
		)
		.bind(article, visitor);
}

/** A page of totals per article, in the order of article ids. */
export async function listVoteTotals(db: D1Database, limit: number, after: string): Promise<VoteTotal[]> {
	const { results } = await db
		.prepare(
			`SELECT article, COUNT(*) FILTER (WHERE value = 'yes' AND held = 0) AS yes, COUNT(*) FILTER (WHERE value = 'no' AND held = 0) AS no,
				SUM(held) AS held
			FROM votes WHERE article > ?1 GROUP BY article ORDER BY article LIMIT ?2`,
		)
		.bind(after, limit)
		.all<VoteTotal>();
	return results;
}

/** A page of votes with a comment, newest first. */
export async function listComments(
	db: D1Database,
	limit: number,
	before: { at: number; reference: string },
): Promise<VoteComment[]> {
	const { results } = await db
		.prepare(
			`SELECT article, visitor, value, reason, comment, held, updated_at AS at FROM votes
			WHERE comment IS NOT NULL AND (updated_at, visitor) < (?1, ?2) ORDER BY updated_at DESC, visitor DESC LIMIT ?3`,
		)
		.bind(before.at, before.reference, limit)
		.all<Omit<VoteComment, 'held'> & { held: 0 | 1 }>();
	return results.map((row) => ({ ...row, held: row.held === 1 }));
}

/** The one row that `selectCounts` answers. */
export interface CountsRow {
	yes: number;
	no: number;
	own: VoteValue | null;
}

export interface NewVote {
	article: string;
	visitor: string;
	value: VoteValue;
	reason: VoteReason | undefined;
	comment: string | undefined;
	articleHash: string;
	held: boolean;
	at: number;
}

export interface VoteTotal {
	article: string;
	yes: number;
	no: number;
	held: number;
}

export interface VoteComment {
	article: string;
	visitor: string;
	value: VoteValue;
	reason: VoteReason | null;
	comment: string;
	held: boolean;
	at: number;
}
