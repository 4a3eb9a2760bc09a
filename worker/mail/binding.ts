import { DeliveryError } from '../outbox/delivery.ts';
import { requireSafe } from './headers.ts';
import type { MailSender } from './sender.ts';

/** Sends through Cloudflare's `send_email` binding, which writes the MIME message itself and knows no keys. */
export function bindingSender(binding: Pick<SendEmail, 'send'>, from: string): MailSender {
	return {
		isIdempotent: false,
		async send(mail) {
			const { to, fromName, subject, text, html, headers: more } = requireSafe(mail);
			try {
				const headers = { 'Auto-Submitted': 'auto-generated', ...more };
				await binding.send({ from: { name: fromName, email: from }, to, subject, text, html, headers });
			} catch (cause) {
				throw bindingError(cause);
			}
		},
	};
}

/** The binding names what is wrong with a mail by a code; without one nobody knows how far it got. */
function bindingError(cause: unknown): DeliveryError {
	const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
	if (!/^E_[A-Z_]{1,60}$/.test(code)) return new DeliveryError('NO_ANSWER', { isUnsure: true });
	return new DeliveryError(code, { isFinal: /RECIPIENT|VALIDATION|SUPPRESSED/.test(code) });
}
