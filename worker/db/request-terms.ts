import { termsOf } from '#shared/request-terms';

/** Statement that adds the terms of texts to what a request is found by. Belongs after the statement that stores the request. */
export function addTerms(db: D1Database, reference: string, texts: readonly (string | null | undefined)[]): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO request_terms (term, number) SELECT value, (SELECT number FROM requests WHERE reference = ?1)
			FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`,
		)
		.bind(reference, JSON.stringify(termsOf(texts)));
}

/** Statement that forgets what a request is found by. */
export function dropTerms(db: D1Database, reference: string): D1PreparedStatement {
	return db
		.prepare('DELETE FROM request_terms WHERE number = (SELECT number FROM requests WHERE reference = ?1)')
		.bind(reference);
}
