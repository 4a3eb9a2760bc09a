import { addTerms, dropTerms } from './request-terms.ts';
import { textsOf, type StoredRequest } from './requests.ts';

/** What a writer has typed beside messages, and what is left of each. */
const columns = {
	name: `name = ''`,
	txHash: 'tx_hash = NULL',
	address: 'address = NULL',
	device: 'device = NULL',
	appVersion: 'app_version = NULL',
} as const;

export const redactedFields = ['name', 'txHash', 'address', 'device', 'appVersion', 'comment'] as const;

/** Removes what stands in one field, the comment of the rating among them, and finds the request by what is left only. */
export function redactField(db: D1Database, request: StoredRequest, field: RedactedField): D1PreparedStatement[] {
	const { reference, messages } = request;
	if (field === 'comment') return [db.prepare('UPDATE request_ratings SET comment = NULL WHERE reference = ?1').bind(reference)];
	const left = { ...request, [field]: field === 'name' ? '' : null };
	return [
		db.prepare(`UPDATE requests SET ${columns[field]} WHERE reference = ?1`).bind(reference),
		dropTerms(db, reference),
		addTerms(db, reference, [...textsOf(left), ...messages.map(({ body }) => body)]),
	];
}

export type RedactedField = (typeof redactedFields)[number];
