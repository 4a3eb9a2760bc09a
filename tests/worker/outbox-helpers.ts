import { env } from 'cloudflare:workers';

import type { Fetch } from '../../worker/outbox/delivery.ts';
import { sendDue } from '../../worker/outbox/outbox.ts';
import { contactBody, envAt, json, postJson, start } from './helpers.ts';

export const minute = 60_000;

/** Settings of an HTTP mail API that takes every mail it is given. */
export const api = { MAIL_FROM: 'help@example.com', MAIL_API_URL: 'https://mail.example/send', MAIL_API_KEY: 'key-1' };

/** One sweep a second after an instant: the clock of `envAt` runs on. */
export function sweep(at = start, overrides: Record<string, unknown> = {}, fetch: Fetch = noNetwork): Promise<void> {
	return sendDue(envAt(at + 1000, overrides), { fetch });
}

/** A provider that answers as told, one answer after the other and the last one for ever, and what it was sent. */
export function provider(...answers: (number | 'timeout' | object)[]): { fetch: Fetch; calls: Call[] } {
	const calls: Call[] = [];
	return {
		calls,
		async fetch(url, init) {
			const answer = answers[Math.min(calls.length, answers.length - 1)] ?? 200;
			calls.push({ url, headers: new Headers(init.headers), body: JSON.parse(String(init.body)) as Record<string, unknown> });
			if (answer === 'timeout') throw new DOMException('The operation timed out', 'TimeoutError');
			return typeof answer === 'number' ? new Response('', { status: answer }) : Response.json(answer);
		},
	};
}

/** Sends a request and gives its reference and private link. */
export async function newRequest(body: object = {}, headers = {}): Promise<{ reference: string; url: string }> {
	return json<{ reference: string; url: string }>(await postJson('/api/contact', { ...contactBody, ...body }, headers));
}

export async function outbox(): Promise<Record<string, unknown>[]> {
	return (await env.DB.prepare('SELECT * FROM outbox ORDER BY id').all()).results;
}

export async function mailbox(): Promise<
	{ recipient: string; subject: string; text: string; html: string; reference: string }[]
> {
	const { results } = await env.DB.prepare('SELECT * FROM mailbox ORDER BY received_at, dedupe_key').all();
	return results as Awaited<ReturnType<typeof mailbox>>;
}

/** A database that fails at statements that contain a text. */
export function failingAt(text: string): D1Database {
	const fail = () => {
		throw new Error('D1_ERROR: connection lost');
	};
	return {
		prepare: (sql: string) => (sql.includes(text) ? fail() : env.DB.prepare(sql)),
		batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
	} as D1Database;
}

async function noNetwork(): Promise<Response> {
	throw new Error('nothing may be asked of the network here');
}

interface Call {
	url: string;
	headers: Headers;
	body: Record<string, unknown>;
}
