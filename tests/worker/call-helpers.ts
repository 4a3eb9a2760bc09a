import { env } from 'cloudflare:workers';

import type { CallbackView } from '#shared/callbacks';

import {
	addressHeader,
	callbackBody,
	cookies,
	deskHeaders,
	json,
	phoneNumber,
	postJson,
	secretOf,
	send,
	start,
} from './helpers.ts';

/** A slot of the first day of the tests: 14:00 in Shanghai. */
export const slot = '2026-11-23T06:00:00Z';
export const slotAt = Date.parse(slot);

let network = 0;

/** A booked call as the browser that booked it knows it, and as another one with the right link does. */
export async function bookCall(changes: Record<string, unknown> = {}, at = start) {
	const phone = phoneNumber(5000 + network);
	const response = await postJson('/api/callbacks', { ...callbackBody, phone, slot, ...changes }, addressHeader(network++), {
		at,
	});
	if (response.status !== 201) throw new Error(`not booked: ${await response.text()}`);
	const { reference, url } = await json<{ reference: string; url: string }>(response);
	const path = `/api/callbacks/${reference}`;
	const link = { Authorization: `Bearer ${secretOf(url)}` };
	const browser = { ...link, Cookie: cookies(response) };
	const view = async (headers: Record<string, string>, time: number) =>
		json<CallbackView>(await send(path, { headers }, { at: time }));
	return {
		reference,
		url,
		path,
		phone,
		link,
		browser,
		here: (time: number) => view(browser, time),
		elsewhere: (time: number) => view(link, time),
	};
}

/** Somebody at the desk. */
export async function agent(name = 'Ada', role = 'agent') {
	const headers = await deskHeaders({ name, role });
	return {
		page: async (path: string, at = start) => (await send(path, { headers }, { at })).text(),
		/** Presses a button of a call's page, with the version that is stored unless told otherwise. */
		act: async (reference: string, action: string, at: number, fields: Record<string, string> = {}) => {
			const version = await env.DB.prepare('SELECT version FROM callbacks WHERE reference = ?1').bind(reference).first('version');
			const body = new URLSearchParams({ action, version: String(version), ...fields });
			return send(`/desk/callbacks/${reference}`, { method: 'POST', headers, body }, { at });
		},
		post: (path: string, fields: Record<string, string>, at = start) =>
			send(path, { method: 'POST', headers, body: new URLSearchParams(fields) }, { at }),
	};
}

/** The words of a call as its agent reads them, or null. */
export function wordsOn(page: string): string | null {
	return /class="proof-words"[^>]*>([^<]*)</.exec(page)?.[1] ?? null;
}
