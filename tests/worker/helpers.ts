import { applyD1Migrations, createExecutionContext, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, vi } from 'vitest';

import type { ArticleRecord } from '#shared/articles';

import { createApp } from '../../worker/app.ts';

declare global {
	namespace Cloudflare {
		interface Env {
			TEST_MIGRATIONS: D1Migration[];
			/** A database that no migration has touched. */
			MIGRATED: D1Database;
			/** The same, for calls. */
			MIGRATED_CALLS: D1Database;
			TEST_FUZZ: { runs: number; seed: number };
			TEST_RUSH: { bookings: number; slots: number; rows: number };
			/** What the search engine finds in Node. */
			TEST_SEARCHES: { locale: string; query: string; urls: string[] }[];
			LINK_KEY: string;
			DESK_TOKEN: string;
		}
	}
}

/** Monday, 23 November 2026, 10:00 in Shanghai: every test's clock starts here unless it says otherwise. */
export const start = Date.parse('2026-11-23T02:00:00Z');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

const app = createApp();

/** Tables that own their rows; events and seats go with them. */
const tables = [
	'requests',
	'callbacks',
	'votes',
	'idempotency_keys',
	'rate_counts',
	'kept_reports',
	'search_misses',
	'search_miss_texts',
	'search_miss_networks',
	'dead_letters',
	'used_challenges',
	'switched_off',
	'switch_events',
	'outbox',
	'mailbox',
	'callback_loads',
	'blocked_numbers',
	'closed_days',
	'blocked_senders',
	'alerts',
	'staff',
	'loose_files',
];

/** An empty database for every test of a file, and quiet logs. */
export function setUp(): void {
	beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
	beforeEach(async () => {
		vi.restoreAllMocks();
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
	});
}

/** The environment with the clock at an instant; RATE_LIMIT and the like can be overridden. */
export function envAt(at: number, overrides: Record<string, unknown> = {}): Env {
	// A real nudge would send by the real clock, in the middle of another test.
	const OUTBOX = { send: async () => {} } as unknown as Queue;
	return { ...env, OUTBOX, CLOCK_OFFSET_MS: String(at - Date.now()), ...overrides } as Env;
}

/** Sends a request to the Worker as a person's browser or a script would. */
export async function send(path: string, init: RequestInit = {}, options: SendOptions = {}): Promise<Response> {
	const { at = start, host = 'http://localhost', overrides, through = app } = options;
	const request = new Request(new URL(path, host), { redirect: 'manual', ...init });
	return through.fetch(request, envAt(at, overrides), createExecutionContext());
}

export function postJson(
	path: string,
	body: unknown,
	headers: Record<string, string> = {},
	options: SendOptions = {},
): Promise<Response> {
	return send(
		path,
		{ method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) },
		options,
	);
}

export function sendJson(
	method: string,
	path: string,
	body: unknown,
	headers: Record<string, string> = {},
	options: SendOptions = {},
): Promise<Response> {
	return send(path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }, options);
}

export function postForm(
	path: string,
	fields: Record<string, string>,
	headers: Record<string, string> = {},
	options: SendOptions = {},
): Promise<Response> {
	return send(path, { method: 'POST', headers: { Accept: 'text/html', ...headers }, body: new URLSearchParams(fields) }, options);
}

/** Headers of somebody who has logged in to the desk, in English. */
export async function deskHeaders({ name = 'local', role = 'lead' } = {}): Promise<{
	Cookie: string;
	'Accept-Language': string;
}> {
	const login = await postForm('/desk/login', { token: env.DESK_TOKEN, name, role });
	return { Cookie: cookies(login), 'Accept-Language': 'en' };
}

/** JSON of an answer, as the shape that the test is about to check. */
export async function json<Shape = Record<string, unknown>>(response: Response): Promise<Shape> {
	return response.json<Shape>();
}

/** Code and wrong fields of a problem answer, as `name: CODE`. */
export async function problem(response: Response): Promise<{ status: number; code: string; fields: string[] }> {
	const { code, fields } = await json<{ code: string; fields: { name: string; code: string }[] }>(response);
	return { status: response.status, code, fields: fields.map((field) => `${field.name}: ${field.code}`) };
}

/** The cookies of an answer, ready to be sent back. */
export function cookies(response: Response): string {
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

/** The first tag of a page that contains a text: whole pages make failures unreadable. */
export function tag(page: string, text: string): string {
	const at = page.indexOf(text);
	return at < 0 ? '' : page.slice(page.lastIndexOf('<', at), page.indexOf('>', at) + 1);
}

export async function countRows(table: string): Promise<number> {
	return (await env.DB.prepare(`SELECT COUNT(*) AS count FROM ${table}`).first<number>('count')) ?? 0;
}

/** The first published article of a language, whatever is published. */
export async function anyArticle(locale = 'en'): Promise<ArticleRecord> {
	const articles = await (await env.ASSETS.fetch('http://assets.local/articles.json')).json<ArticleRecord[]>();
	const article = articles.find((candidate) => candidate.locale === locale);
	if (!article) throw new Error(`no article in ${locale}`);
	return article;
}

export const contactBody = {
	locale: 'en',
	topic: 'deposits',
	name: 'Ada',
	email: 'ada@example.com',
	message: 'My transfer has not arrived since yesterday.',
};

export const callbackBody = {
	locale: 'zh-cn',
	name: '小林',
	phone: '138 0013 8000',
	topic: 'safety',
	slot: '2026-11-24T02:00:00Z',
	timezone: 'Asia/Shanghai',
};

/** A Chinese mobile number that differs for every index. */
export function phoneNumber(index: number): string {
	return `+86138${String(10_000_000 + index)}`;
}

/** A documentation address that differs for every index. */
export function addressHeader(index: number): { 'CF-Connecting-IP': string } {
	return { 'CF-Connecting-IP': `198.18.${Math.floor(index / 256)}.${index % 256}` };
}

/** The secret of a private link. */
export function secretOf(url: string): string {
	return url.split('#')[1]?.split('.')[1] ?? '';
}

export interface SendOptions {
	at?: number;
	host?: string;
	overrides?: Record<string, unknown>;
	through?: { fetch: typeof app.fetch };
}
