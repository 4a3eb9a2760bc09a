import PostalMime, { type Attachment, type Email } from 'postal-mime';

import { tagHeader } from './bounce-tag.ts';

/** Reports quote our mail, which is small; what is larger is something else. */
const mostBytes = 512 * 1024;
const decoder = new TextDecoder();

/** What a delivery status notification (RFC 3464) says; null for any other mail, and for one that only says "not yet". */
export async function readDeliveryReport(raw: ReadableStream<Uint8Array>, bytes: number): Promise<DeliveryReport | null> {
	if (bytes > mostBytes) return null;
	const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 8 });
	if (!isReport(mail)) return null;
	const status = textOf(mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status'));
	const quoted = mail.attachments.find(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers');
	if (fieldOf(status, 'Action')?.toLowerCase() !== 'failed') return null;
	const code = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fieldOf(status, 'Status') ?? '')?.[0];
	const tag = fieldOf(textOf(quoted), tagHeader);
	return tag === undefined ? null : { tag, code: code ?? '5.0.0' };
}

function isReport({ headers }: Email): boolean {
	const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
	return /^multipart\/report\b/i.test(type) && /report-type\s*=\s*"?delivery-status\b/i.test(type);
}

/** The value of a field, of which lines may be folded. */
function fieldOf(text: string, name: string): string | undefined {
	const unfolded = text.replaceAll(/\r?\n[ \t]+/g, ' ');
	return new RegExp(`^${name}:[ \\t]*(\\S+)`, 'im').exec(unfolded)?.[1];
}

function textOf(part: Attachment | undefined): string {
	if (!part) return '';
	return typeof part.content === 'string' ? part.content : decoder.decode(part.content);
}

interface DeliveryReport {
	/** What our mail bore. */
	tag: string;
	/** RFC 3463. */
	code: string;
}
