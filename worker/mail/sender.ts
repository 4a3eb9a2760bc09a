import type { Fetch } from '../outbox/delivery.ts';
import type { Settings } from '../settings.ts';
import { apiSender } from './api.ts';
import { bindingSender } from './binding.ts';
import { mailboxSender } from './mailbox.ts';

/**
 * Whoever sends mail here, by the settings: an HTTP API, the `MAIL` binding, or locally a mailbox that can be looked into. Null
 * where none is configured: then mails stay due, and the desk says so.
 */
export function openSender(env: MailEnv, settings: Settings, send: Fetch): MailSender | null {
	const { ENVIRONMENT, MAIL_FROM: from, MAIL_API_URL: url, MAIL_API_KEY: key, MAIL_API_IDEMPOTENT } = settings;
	if (from && url && key) return apiSender({ from, url, key, isIdempotent: MAIL_API_IDEMPOTENT === 'yes', send });
	if (from && env.MAIL) return bindingSender(env.MAIL, from);
	return ENVIRONMENT === 'local' ? mailboxSender(env.DB, settings) : null;
}

/** One finished mail. */
export interface Mail {
	/** The same for every attempt. */
	key: string;
	reference: string;
	to: string;
	/** Name shown with the sender's address. */
	fromName: string;
	subject: string;
	text: string;
	html: string;
	/** Beside what every mail has. */
	headers: Record<string, string>;
}

export interface MailSender {
	/** Whether a second mail with the same key is recognised and not sent. */
	isIdempotent: boolean;
	/** Throws a `DeliveryError`. */
	send(mail: Mail): Promise<void>;
}

/** `MAIL` is there once `[[send_email]]` is configured. */
export type MailEnv = Env & { MAIL?: Pick<SendEmail, 'send'> };
