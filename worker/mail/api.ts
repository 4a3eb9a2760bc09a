import { postToProvider, type Fetch } from '../outbox/delivery.ts';
import { requireSafe } from './headers.ts';
import type { MailSender } from './sender.ts';

/** Sends through an HTTP mail API that takes `{ from, to, subject, text, html, headers }` and a bearer key, as Resend and others do. */
export function apiSender({ from, url, key, isIdempotent, send }: ApiOptions): MailSender {
	return {
		isIdempotent,
		async send(mail) {
			const { to, fromName, subject, text, html, headers } = requireSafe(mail);
			const body = {
				// In quotes, which `requireSafe` keeps out of the name: a comma or a dot would make it another address.
				from: `"${fromName}" <${from}>`,
				to: [to],
				subject,
				text,
				html,
				headers: { 'Auto-Submitted': 'auto-generated', ...headers },
			};
			await postToProvider(send, url, body, { Authorization: `Bearer ${key}`, 'Idempotency-Key': mail.key });
		},
	};
}

interface ApiOptions {
	from: string;
	url: string;
	key: string;
	isIdempotent: boolean;
	send: Fetch;
}
