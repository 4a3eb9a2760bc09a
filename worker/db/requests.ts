import type { Contact, requestStates } from '#shared/contact';

/** Statements that store a request with the first event of its timeline. */
export function insertRequest(db: D1Database, request: NewRequest): D1PreparedStatement[] {
	const { reference, state, contact, createdAt } = request;
	return [
		db
			.prepare(
				`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, chain, tx_hash, address, app_version,
					device, articles, created_at)
				VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)`,
			)
			.bind(
				reference,
				state,
				contact.locale,
				contact.topic,
				contact.urgent ? 1 : 0,
				contact.name,
				contact.email,
				contact.message,
				contact.chain ?? null,
				contact.txHash ?? null,
				contact.address ?? null,
				contact.appVersion ?? null,
				contact.device ?? null,
				JSON.stringify(contact.articles ?? []),
				createdAt,
			),
		db.prepare(`INSERT INTO request_events (reference, at, event) VALUES (?1, ?2, 'received')`).bind(reference, createdAt),
	];
}

/** A request with its timeline, oldest event first. */
export async function findRequest(db: D1Database, reference: string): Promise<StoredRequest | null> {
	const [rows, events] = await db.batch([
		db.prepare('SELECT * FROM requests WHERE reference = ?1').bind(reference),
		db.prepare('SELECT at, event FROM request_events WHERE reference = ?1 ORDER BY at, id').bind(reference),
	]);
	const row = rows?.results[0] as RequestRow | undefined;
	return row ? { ...toRequest(row), timeline: (events?.results ?? []) as StoredRequest['timeline'] } : null;
}

/** A page of requests, newest first, from before a cursor. */
export async function listRequests(
	db: D1Database,
	limit: number,
	before: { at: number; reference: string },
): Promise<RequestSummary[]> {
	const { results } = await db
		.prepare('SELECT * FROM requests WHERE (created_at, reference) < (?1, ?2) ORDER BY created_at DESC, reference DESC LIMIT ?3')
		.bind(before.at, before.reference, limit)
		.all<RequestRow>();
	return results.map(toRequest);
}

function toRequest(row: RequestRow): RequestSummary {
	return {
		reference: row.reference,
		generation: row.generation,
		state: row.state,
		locale: row.locale,
		topic: row.topic,
		urgent: row.urgent === 1,
		name: row.name,
		email: row.email,
		message: row.message,
		chain: row.chain,
		txHash: row.tx_hash,
		address: row.address,
		appVersion: row.app_version,
		device: row.device,
		articles: JSON.parse(row.articles) as string[],
		createdAt: row.created_at,
	};
}

type RequestState = (typeof requestStates)[number];

export interface NewRequest {
	reference: string;
	state: RequestState;
	contact: Contact;
	createdAt: number;
}

export interface RequestSummary {
	reference: string;
	generation: number;
	state: RequestState;
	locale: Contact['locale'];
	topic: string;
	urgent: boolean;
	name: string;
	email: string;
	message: string;
	chain: string | null;
	txHash: string | null;
	address: string | null;
	appVersion: string | null;
	device: string | null;
	articles: string[];
	createdAt: number;
}

export interface StoredRequest extends RequestSummary {
	timeline: { at: number; event: 'received' }[];
}

interface RequestRow {
	reference: string;
	generation: number;
	state: RequestState;
	locale: Contact['locale'];
	topic: string;
	urgent: 0 | 1;
	name: string;
	email: string;
	message: string;
	chain: string | null;
	tx_hash: string | null;
	address: string | null;
	app_version: string | null;
	device: string | null;
	articles: string;
	created_at: number;
}
