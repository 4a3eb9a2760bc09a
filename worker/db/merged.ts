import { findRequest, type StoredRequest } from './requests.ts';

/** The requests that go on under another one, with what was said in them. */
export async function listMerged(db: D1Database, reference: string, limit: number): Promise<StoredRequest[]> {
	const { results } = await db.prepare(mergedSql).bind(reference, limit).all<{ reference: string }>();
	const found = await Promise.all(results.map((row) => findRequest(db, row.reference)));
	return found.filter((request) => request !== null);
}

export const mergedSql = 'SELECT reference FROM requests WHERE merged_into = ?1 LIMIT ?2';
