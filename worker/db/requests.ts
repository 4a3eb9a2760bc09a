import type { Contact } from '#shared/contact';
import type { RequestEvent, RequestState } from '#shared/requests';

import type { Routed } from '../requests/routing.ts';
import { addTerms } from './request-terms.ts';
import { selectFiles, type StoredFile } from './files.ts';

/** Statements that store a request with the first event of its timeline. */
export function insertRequest(db: D1Database, request: NewRequest): D1PreparedStatement[] {
	const { reference, state, contact, createdAt, routed } = request;
	return [
		db
			.prepare(
				`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, chain, tx_hash, address, app_version,
					device, articles, created_at, updated_at, team, rule, priority, due_at)
				VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15, ?16, ?17, ?18, ?19)`,
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
				routed.team,
				routed.rule,
				routed.priority,
				routed.dueAt,
			),
		db.prepare(`INSERT INTO request_events (reference, at, event) VALUES (?1, ?2, 'received')`).bind(reference, createdAt),
		addTerms(db, reference, textsOf({ ...contact, reference })),
	];
}

/** A request with everything that was said and done about it, oldest first. */
export async function findRequest(db: D1Database, reference: string): Promise<StoredRequest | null> {
	const [rows, events, messages, ratings, files] = await db.batch([
		db.prepare('SELECT * FROM requests WHERE reference = ?1').bind(reference),
		db.prepare('SELECT at, event, team, reason FROM request_events WHERE reference = ?1 ORDER BY id').bind(reference),
		db
			.prepare(
				'SELECT id, author, agent, body, redacted, created_at AS at FROM request_messages WHERE reference = ?1 ORDER BY id',
			)
			.bind(reference),
		db.prepare('SELECT speed, expertise, solution, tone, comment FROM request_ratings WHERE reference = ?1').bind(reference),
		selectFiles(db, reference),
	]);
	const row = rows?.results[0] as RequestRow | undefined;
	if (!row) return null;
	return {
		...toRequest(row),
		timeline: (events?.results ?? []) as StoredRequest['timeline'],
		messages: (messages?.results ?? []) as StoredRequest['messages'],
		rating: (ratings?.results[0] as StoredRating | undefined) ?? null,
		files: (files?.results ?? []) as StoredFile[],
	};
}

/** Everything that is known of a request, as statements that leave nothing of it. */
export function deleteRequest(db: D1Database, reference: string): D1PreparedStatement[] {
	return [
		// Links that its address has asked for lead to the others as well, and must not go with this one.
		db
			.prepare(
				`UPDATE outbox SET reference = COALESCE((
					SELECT other.reference FROM requests AS one JOIN requests AS other ON lower(other.email) = lower(one.email)
					WHERE one.reference = ?1 AND other.reference <> ?1 ORDER BY other.created_at DESC LIMIT 1
				), reference) WHERE reference = ?1 AND kind = 'links' AND state <> 'sent'`,
			)
			.bind(reference),
		db.prepare('DELETE FROM requests WHERE reference = ?1').bind(reference),
		db.prepare('DELETE FROM idempotency_keys WHERE reference = ?1').bind(reference),
	];
}

/** What a request is found by, its messages apart. */
export function textsOf(request: SearchedTexts): (string | null | undefined)[] {
	const { reference, name, email, message, txHash, address, chain, appVersion, device } = request;
	return [reference, name, email, message, txHash, address, chain, appVersion, device];
}

/** A row as the rest of the Worker knows it. */
export function toRequest(row: RequestRow): RequestSummary {
	return {
		reference: row.reference,
		generation: row.generation,
		state: row.state,
		locale: row.locale,
		topic: row.topic,
		urgent: row.urgent === 1,
		name: row.name,
		email: row.email,
		isVerified: row.email_verified_at !== null,
		message: row.message,
		chain: row.chain,
		txHash: row.tx_hash,
		address: row.address,
		appVersion: row.app_version,
		device: row.device,
		articles: JSON.parse(row.articles) as string[],
		createdAt: row.created_at,
		team: row.team,
		assignee: row.assignee,
		version: row.version,
		endedAt: row.ended_at,
		flagged: row.flagged === 1,
		isSpam: row.spam === 1,
		mergedInto: row.merged_into,
		rule: row.rule,
		priority: row.priority,
		dueAt: row.due_at,
		firstReplyAt: row.first_reply_at,
	};
}

export interface NewRequest {
	reference: string;
	state: RequestState;
	contact: Contact;
	createdAt: number;
	routed: Routed;
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
	/** Whether the address is proved to be the writer's: a link that only a mail holds has been opened. */
	isVerified: boolean;
	message: string;
	chain: string | null;
	txHash: string | null;
	address: string | null;
	appVersion: string | null;
	device: string | null;
	articles: string[];
	createdAt: number;
	team: string;
	/** Who of the staff; null while nobody has taken it. */
	assignee: string | null;
	version: number;
	/** Since when it is solved or closed. */
	endedAt: number | null;
	/** The writer was not content. */
	flagged: boolean;
	isSpam: boolean;
	/** The request of the same address under which it goes on. */
	mergedInto: string | null;
	/** Which rule of the configuration took it; null for what came before there were rules. */
	rule: string | null;
	/** 2 high, 1 normal, 0 low. */
	priority: 0 | 1 | 2;
	/** Until when its first reply is promised. */
	dueAt: number | null;
	firstReplyAt: number | null;
}

type SearchedTexts = Pick<RequestSummary, 'reference' | 'name' | 'email' | 'message'> & {
	[Field in 'txHash' | 'address' | 'chain' | 'appVersion' | 'device']?: string | null | undefined;
};

export interface StoredRequest extends RequestSummary {
	timeline: { at: number; event: RequestEvent; team: string | null; reason: string | null }[];
	messages: StoredMessage[];
	rating: StoredRating | null;
	files: StoredFile[];
}

export interface StoredMessage {
	id: number;
	at: number;
	author: 'person' | 'staff' | 'note';
	agent: string | null;
	body: string;
	redacted: 0 | 1;
}

export interface StoredRating {
	speed: number | null;
	expertise: number | null;
	solution: number | null;
	tone: number | null;
	comment: string | null;
}

export interface RequestRow {
	reference: string;
	generation: number;
	state: RequestState;
	locale: Contact['locale'];
	topic: string;
	urgent: 0 | 1;
	name: string;
	email: string;
	email_verified_at: number | null;
	message: string;
	chain: string | null;
	tx_hash: string | null;
	address: string | null;
	app_version: string | null;
	device: string | null;
	articles: string;
	created_at: number;
	team: string;
	assignee: string | null;
	version: number;
	ended_at: number | null;
	flagged: 0 | 1;
	spam: 0 | 1;
	merged_into: string | null;
	rule: string | null;
	priority: 0 | 1 | 2;
	due_at: number | null;
	first_reply_at: number | null;
}
