import type { OwedMessage } from '../db/outbox.ts';

/** Longest wait for a provider, in milliseconds. */
const patience = 10_000;

/** Posts JSON to a provider. Throws a `DeliveryError` unless it answers with success, and gives its answer as text. */
export async function postToProvider(
	send: Fetch,
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<string> {
	let response: Response;
	try {
		response = await send(url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...headers },
			body: JSON.stringify(body),
			// A provider's redirect would carry the key to another host.
			redirect: 'manual',
			signal: AbortSignal.timeout(patience),
		});
	} catch {
		throw new DeliveryError('NO_ANSWER', { isUnsure: true });
	}
	const text = await response.text().catch(() => '');
	if (response.ok) return text;
	throw new DeliveryError(`HTTP_${response.status}`, {
		// 504: somebody behind the provider has not answered.
		isUnsure: response.status === 504,
		isFinal: response.status === 400 || response.status === 422,
	});
}

/** The fields of a provider's JSON answer; none when it is no JSON object. */
export function answerFields(text: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}

/** A message was not sent, or nobody knows. Its code says nothing about a person and may be shown and logged. */
export class DeliveryError extends Error {
	override name = 'DeliveryError';
	readonly code: string;
	/** It may have been sent all the same. */
	readonly isUnsure: boolean;
	/** Trying again cannot help. */
	readonly isFinal: boolean;

	constructor(code: string, { isUnsure = false, isFinal = false }: { isUnsure?: boolean; isFinal?: boolean } = {}) {
		super(code);
		this.code = code;
		this.isUnsure = isUnsure;
		this.isFinal = isFinal;
	}
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One way out. */
export interface Channel {
	name: string;
	/** Whether a second message with the same key is recognised and not sent. */
	isIdempotent: boolean;
	/** Sends a message; `gone` when nobody is owed it any more. Throws a `DeliveryError`. */
	deliver(message: OwedMessage): Promise<'sent' | 'gone'>;
}
