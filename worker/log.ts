import { matchedRoutes } from 'hono/route';

import type { AppContext } from './context.ts';
import type { ApiError } from './problem.ts';
import { SettingsError } from './settings.ts';

/** One line per error, without anything that a person sent: the route's pattern, not its URL; the place of a bug, not its message. */
export function logError(c: AppContext, answer: ApiError, cause: unknown): void {
	const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none';
	const line = {
		requestId: c.var.requestId,
		code: answer.code,
		status: answer.status,
		method: c.req.method,
		route,
		...describeBug(answer, cause),
	};
	if (answer.status >= 500) console.error(JSON.stringify(line));
	else console.warn(JSON.stringify(line));
}

/** One line per batch of a queue that could not be worked with, without its messages. */
export function logBatchError({ queue, messages }: MessageBatch, cause?: unknown): void {
	console.error(JSON.stringify({ queue, messages: messages.length, ...describeError(cause) }));
}

/** One line for a message that was not sent: neither its address nor its words. */
export function logDelivery({ id, kind, channel, attempts }: DeliveryAttempt, code: string, cause: unknown): void {
	console.error(JSON.stringify({ message: id, kind, channel, attempts, code, ...describeError(cause) }));
}

/** One line when something begins to be wrong, and one when it is over. */
export function logAlert(alert: string, state: 'begun' | 'over', count: number): void {
	const line = JSON.stringify({ alert, state, count });
	if (state === 'begun') console.error(line);
	else console.warn(line);
}

/** One line for a mail that came to the sender's address: what was made of it, and never from whom it came or what it said. */
export function logBounce(bounce: 'MARKED' | 'IGNORED', code?: string): void {
	console.warn(JSON.stringify({ bounce, ...(code && { code }) }));
}

function describeBug(answer: ApiError, cause: unknown): Record<string, string> {
	return cause === answer ? {} : describeError(cause);
}

function describeError(cause: unknown): Record<string, string> {
	if (!(cause instanceof Error)) return {};
	if (cause instanceof SettingsError) return { error: cause.message };
	const place = cause.stack?.split('\n').find((line) => line.trim().startsWith('at '));
	return { error: cause.name, ...(place ? { at: place.trim() } : {}) };
}

interface DeliveryAttempt {
	id: number;
	kind: string;
	channel: string;
	attempts: number;
}
