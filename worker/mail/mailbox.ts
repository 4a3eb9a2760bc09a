import { storeMail } from '../db/mailbox.ts';
import { now, type Settings } from '../settings.ts';
import type { MailSender } from './sender.ts';

/** Writes mails to a table, so that on a developer's machine they can be read; a key is taken once. */
export function mailboxSender(db: D1Database, settings: Settings): MailSender {
	return {
		isIdempotent: true,
		send: (mail) => storeMail(db, { ...mail, receivedAt: now(settings) }),
	};
}
