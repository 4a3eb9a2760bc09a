import { DeliveryError } from '../outbox/delivery.ts';
import type { Mail } from './sender.ts';

/** One mailbox and nothing else: no list, no display name, no comment, no line break. */
const address = /^[^\s<>(),:;"\\[\]@\p{C}]+@[^\s<>(),:;"\\[\]@\p{C}]+$/u;
/** Line breaks end a header; other control characters confuse who reads it. */
const control = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
/** Would end or extend the name in `Name <address>`. */
const special = /[<>"\\]/;

/**
 * A mail whose headers can hold nothing but themselves. Providers encode them (RFC 2047); what could still smuggle in a header
 * or a second recipient is refused for good.
 */
export function requireSafe(mail: Mail): Mail {
	if (!address.test(mail.to) || mail.to.length > 254) throw new DeliveryError('BAD_ADDRESS', { isFinal: true });
	if (control.test(mail.subject) || control.test(mail.fromName) || special.test(mail.fromName))
		throw new DeliveryError('BAD_HEADER', { isFinal: true });
	if (Object.values(mail.headers).some((value) => control.test(value))) throw new DeliveryError('BAD_HEADER', { isFinal: true });
	return mail;
}
