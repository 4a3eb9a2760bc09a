/** Puts a mail into the local mailbox, once for each key. */
export async function storeMail(db: D1Database, mail: StoredMail): Promise<void> {
	await db
		.prepare(
			`INSERT INTO mailbox (dedupe_key, reference, recipient, subject, text, html, received_at)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (dedupe_key) DO NOTHING`,
		)
		.bind(mail.key, mail.reference, mail.to, mail.subject, mail.text, mail.html, mail.receivedAt)
		.run();
}

/** The newest mails of the local mailbox. */
export async function listMails(db: D1Database, limit: number): Promise<StoredMail[]> {
	const { results } = await db
		.prepare('SELECT * FROM mailbox ORDER BY received_at DESC, dedupe_key DESC LIMIT ?1')
		.bind(limit)
		.all<MailRow>();
	return results.map(toMail);
}

/** One mail of the local mailbox. */
export async function findMail(db: D1Database, key: string): Promise<StoredMail | null> {
	const row = await db.prepare('SELECT * FROM mailbox WHERE dedupe_key = ?1').bind(key).first<MailRow>();
	return row && toMail(row);
}

function toMail(row: MailRow): StoredMail {
	return {
		key: row.dedupe_key,
		reference: row.reference,
		to: row.recipient,
		subject: row.subject,
		text: row.text,
		html: row.html,
		receivedAt: row.received_at,
	};
}

export interface StoredMail {
	key: string;
	reference: string;
	to: string;
	subject: string;
	text: string;
	html: string;
	receivedAt: number;
}

interface MailRow {
	dedupe_key: string;
	reference: string;
	recipient: string;
	subject: string;
	text: string;
	html: string;
	received_at: number;
}
