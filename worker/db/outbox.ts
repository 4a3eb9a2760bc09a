import type { Locale } from '#config/locales';

/** Mails about a booked call. */
export const callMailKinds = [
	'callBooked',
	'callMoved',
	'callCancelled',
	'callReminder',
	'callOffered',
	'callMissed',
	'callMissedOffered',
	'callGivenUp',
] as const;

/** Statement that owes one message; owing the same again changes nothing. Belongs into the batch of what it tells about. */
export function enqueue(
	db: D1Database,
	{ dedupeKey, channel, kind, reference, about = null, locale, at }: NewMessage,
): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO outbox (dedupe_key, channel, kind, reference, about, locale, state, due_at, created_at)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'due', ?7, ?7) ON CONFLICT (dedupe_key) DO NOTHING`,
		)
		.bind(dedupeKey, channel, kind, reference, about, locale, at);
}

/** Statement that owes an address its links. It writes a row for an unknown address too, so that neither time nor size tells. */
export function enqueueLinks(db: D1Database, { dedupeKey, email, locale, at }: LinksAsked): D1PreparedStatement {
	return db
		.prepare(
			`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
			VALUES (?1, 'mail', 'links',
				(SELECT reference FROM requests WHERE lower(email) = lower(?2) ORDER BY created_at DESC LIMIT 1), ?3, 'due', ?4, ?4)`,
		)
		.bind(dedupeKey, email, locale, at);
}

/**
 * SQL that owes a mail to the person of each call of a `FROM callbacks WHERE …` who gave an address. `at` names a parameter; `key` is
 * what tells one such mail about a call from the next.
 */
export function oweCallsSql(kind: CallMailKind, calls: string, at: string, key = 'version'): string {
	return `INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, due_at, created_at)
		SELECT '${kind}.' || reference || '.' || ${key}, 'mail', '${kind}', reference, locale, 'due', ${at}, ${at}
		${calls} AND email IS NOT NULL ON CONFLICT (dedupe_key) DO NOTHING`;
}

/**
 * Takes messages that are due, each for whoever asks first and until the lease ends: a crash gives them back. A message whose
 * lease ended without a mark is unsure where its provider would not notice a second one.
 */
export async function claimMessages(db: D1Database, claim: Claim): Promise<OwedMessage[]> {
	const { results } = await db
		.prepare(
			`UPDATE outbox SET
				unsure = CASE WHEN state = 'sending' AND channel IN (SELECT value FROM json_each(?4)) THEN 1 ELSE unsure END,
				state = 'sending', attempts = attempts + 1, due_at = ?2
			WHERE id IN (SELECT id FROM outbox WHERE state IN ('due', 'sending') AND due_at <= ?1
				AND channel IN (SELECT value FROM json_each(?3)) ORDER BY due_at LIMIT ?5)
			RETURNING *`,
		)
		.bind(claim.now, claim.until, JSON.stringify(claim.channels), JSON.stringify(claim.repeating), claim.limit)
		.all<OutboxRow>();
	return results.map(toMessage);
}

/** Marks a claimed message as sent, unless somebody else has claimed it since. */
export async function markSent(db: D1Database, { id, attempts }: OwedMessage, at: number): Promise<void> {
	await db
		.prepare(
			`UPDATE outbox SET state = 'sent', sent_at = ?3, due_at = ?3, failure = NULL
			WHERE id = ?1 AND attempts = ?2 AND state = 'sending'`,
		)
		.bind(id, attempts, at)
		.run();
}

/** Marks a claimed message as failed: due again at an instant, or dead. */
export async function markFailed(db: D1Database, { id, attempts }: OwedMessage, failure: Failure): Promise<void> {
	const { code, at, state, isUnsure } = failure;
	await db
		.prepare(
			`UPDATE outbox SET state = ?3, due_at = ?4, failure = ?5, unsure = max(unsure, ?6)
			WHERE id = ?1 AND attempts = ?2 AND state = 'sending'`,
		)
		.bind(id, attempts, state, at, code, isUnsure ? 1 : 0)
		.run();
}

/** Notes that a mail came back, once; whether it was one of ours that had not come back before. */
export async function markBounced(db: D1Database, dedupeKey: string, { code, at }: Bounce): Promise<boolean> {
	const { meta } = await db
		.prepare(`UPDATE outbox SET bounced_at = ?2, bounce = ?3 WHERE dedupe_key = ?1 AND channel = 'mail' AND bounced_at IS NULL`)
		.bind(dedupeKey, at, code)
		.run();
	return meta.changes > 0;
}

/** Forgets a message that nobody is owed any more. */
export async function dropMessage(db: D1Database, id: number): Promise<void> {
	await db.prepare('DELETE FROM outbox WHERE id = ?1').bind(id).run();
}

/** One message. */
export async function findMessage(db: D1Database, id: number): Promise<OwedMessage | null> {
	const row = await db.prepare('SELECT * FROM outbox WHERE id = ?1').bind(id).first<OutboxRow>();
	return row && toMessage(row);
}

/** What the desk shows: what failed, what came back, what waits, what may have been sent twice, what was sent last. */
export async function listOutbox(db: D1Database, limit: number): Promise<OutboxLists> {
	const [dead, bounced, due, twice, sent] = await db.batch<OutboxRow>([
		db.prepare(`SELECT * FROM outbox WHERE state = 'dead' AND dismissed_at IS NULL ORDER BY due_at DESC LIMIT ?1`).bind(limit),
		db.prepare('SELECT * FROM outbox WHERE bounced_at IS NOT NULL ORDER BY bounced_at DESC LIMIT ?1').bind(limit),
		db.prepare(`SELECT * FROM outbox WHERE state IN ('due', 'sending') ORDER BY created_at LIMIT ?1`).bind(limit),
		// With `+` the few that are unsure are looked through, not the many that were sent.
		db.prepare(`SELECT * FROM outbox WHERE unsure = 1 AND +state = 'sent' ORDER BY due_at DESC LIMIT ?1`).bind(limit),
		db.prepare(`SELECT * FROM outbox WHERE state = 'sent' ORDER BY due_at DESC LIMIT ?1`).bind(limit),
	]);
	const messages = (result: D1Result<OutboxRow> | undefined) => (result?.results ?? []).map(toMessage);
	return { dead: messages(dead), bounced: messages(bounced), due: messages(due), twice: messages(twice), sent: messages(sent) };
}

/** Everything that was or is owed about one request, oldest first. */
export async function listMessagesOf(db: D1Database, reference: string): Promise<OwedMessage[]> {
	const { results } = await db.prepare('SELECT * FROM outbox WHERE reference = ?1 ORDER BY id').bind(reference).all<OutboxRow>();
	return results.map(toMessage);
}

function toMessage(row: OutboxRow): OwedMessage {
	return {
		id: row.id,
		dedupeKey: row.dedupe_key,
		channel: row.channel,
		kind: row.kind,
		reference: row.reference,
		about: row.about,
		locale: row.locale,
		state: row.state,
		attempts: row.attempts,
		dueAt: row.due_at,
		isUnsure: row.unsure === 1,
		failure: row.failure,
		bounce: row.bounce,
		isDismissed: row.dismissed_at !== null,
		createdAt: row.created_at,
		sentAt: row.sent_at,
	};
}

export interface NewMessage {
	dedupeKey: string;
	/** `mail`, or the name of a staff webhook. */
	channel: string;
	kind: MessageKind;
	/** Null for what is about no request. */
	reference: string | null;
	/** Which alert it is about. */
	about?: string | null;
	locale: Locale;
	at: number;
}

interface LinksAsked {
	dedupeKey: string;
	email: string;
	locale: Locale;
	at: number;
}

interface Claim {
	now: number;
	/** When the lease ends. */
	until: number;
	/** Channels that can send. */
	channels: string[];
	/** Those of them that would send a second time what they have already sent. */
	repeating: string[];
	limit: number;
}

interface Bounce {
	/** RFC 3463. */
	code: string;
	at: number;
}

interface Failure {
	code: string;
	at: number;
	state: 'due' | 'dead';
	isUnsure: boolean;
}

export interface OwedMessage {
	id: number;
	dedupeKey: string;
	channel: string;
	kind: MessageKind;
	reference: string | null;
	/** Which alert it is about. */
	about: string | null;
	locale: Locale;
	state: 'due' | 'sending' | 'sent' | 'dead';
	attempts: number;
	dueAt: number;
	isUnsure: boolean;
	failure: string | null;
	/** The status with which it came back (RFC 3463). */
	bounce: string | null;
	/** Given up, and set aside by the staff. */
	isDismissed: boolean;
	createdAt: number;
	sentAt: number | null;
}

export interface OutboxLists {
	dead: OwedMessage[];
	/** Mails that came back. */
	bounced: OwedMessage[];
	due: OwedMessage[];
	/** Possibly sent twice. */
	twice: OwedMessage[];
	sent: OwedMessage[];
}

export type MessageKind = 'acknowledgement' | 'reply' | 'solved' | 'links' | 'staff' | 'alert' | 'recovery' | CallMailKind;

export type CallMailKind = (typeof callMailKinds)[number];

/** What goes to people, not to staff. */
export type MailKind = Exclude<MessageKind, 'staff' | 'alert' | 'recovery'>;

interface OutboxRow {
	id: number;
	dedupe_key: string;
	channel: string;
	kind: MessageKind;
	reference: string | null;
	about: string | null;
	locale: Locale;
	state: OwedMessage['state'];
	attempts: number;
	due_at: number;
	unsure: 0 | 1;
	failure: string | null;
	bounce: string | null;
	dismissed_at: number | null;
	created_at: number;
	sent_at: number | null;
}
