import { toRequest, type RequestRow, type RequestSummary } from './requests.ts';

/** Other requests that name the same address, newest first. Anybody can type any address: see `isVerified` of each. */
export async function listOfSameSender(
	db: D1Database,
	{ email, reference }: Pick<RequestSummary, 'email' | 'reference'>,
	limit: number,
): Promise<RequestSummary[]> {
	const { results } = await db.prepare(sameSenderSql).bind(email, reference, limit).all<RequestRow>();
	return results.map(toRequest);
}

export const sameSenderSql = `SELECT * FROM requests WHERE lower(email) = lower(?1) AND reference <> ?2
	ORDER BY created_at DESC LIMIT ?3`;
