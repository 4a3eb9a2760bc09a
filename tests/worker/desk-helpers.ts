import { env } from 'cloudflare:workers';

import { addressHeader, contactBody, cookies, json, postForm, postJson, secretOf, send, start } from './helpers.ts';

let network = 0;

/** A request of somebody new. */
export async function newRequest(body: Record<string, unknown> = {}, at = start): Promise<{ reference: string; secret: string }> {
	const response = await postJson('/api/contact', { ...contactBody, ...body }, addressHeader(network++), { at });
	const { reference, url } = await json<{ reference: string; url: string }>(response);
	return { reference, secret: secretOf(url) };
}

/** Somebody of the staff, logged in. */
export async function colleague(name = 'amal', role = 'agent') {
	const login = await postForm('/desk/login', { token: env.DESK_TOKEN, name, role }, addressHeader(network++));
	const headers = { Cookie: cookies(login), 'Accept-Language': 'en' };
	return {
		get: (path: string, at = start) => send(path, { headers }, { at }),
		page: async (path: string, at = start) => (await send(path, { headers }, { at })).text(),
		post: (path: string, fields: string[][] | Record<string, string>, at = start) =>
			send(path, { method: 'POST', headers, body: new URLSearchParams(fields) }, { at }),
		/** Calls as the desk's script does. */
		send: (path: string, body: unknown, at = start) => postJson(path, body, headers, { at }),
		/** Sends a form of the request's page. */
		act: (reference: string, action: string, fields: Record<string, string> = {}, at = start) =>
			send(`/desk/requests/${reference}`, { method: 'POST', headers, body: new URLSearchParams({ action, ...fields }) }, { at }),
	};
}

/** References that a page leads to, in their order. */
export function references(page: string): string[] {
	return [...page.matchAll(/href="[^"]*\/desk\/requests\/(R-[^"?]*)/g)].map(([, reference = '']) => reference);
}

/** One column of a request. */
export async function column(reference: string, name: string): Promise<unknown> {
	return env.DB.prepare(`SELECT ${name} FROM requests WHERE reference = ?1`).bind(reference).first(name);
}
