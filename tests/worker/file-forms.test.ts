import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { formFileBytes } from '#shared/limits';

import { bytes, markedPng, mp4, pdf, refusedFiles } from '../fixtures/files.ts';
import { hashOrKey, phrases } from '../fixtures/phrases.ts';
import { contactBody, cookies, countRows, send, setUp, tag, type SendOptions } from './helpers.ts';

setUp();

function post(
	path: string,
	fields: Record<string, string>,
	files: [Uint8Array<ArrayBuffer>, string][],
	cookie = '',
	options: SendOptions = {},
) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	for (const [content, name] of files) body.append('file', new File([content], name));
	return send(path, { method: 'POST', headers: { Accept: 'text/html', Cookie: cookie }, body }, options);
}

const contact = (content: Uint8Array<ArrayBuffer>, name = 'shot.png', fields = {}, options: SendOptions = {}) =>
	post('/api/contact', { ...contactBody, ...fields }, [[content, name]], '', options);

async function stored(): Promise<unknown[]> {
	return (await env.DB.prepare('SELECT name, type FROM request_files ORDER BY created_at, nth').all()).results;
}

/** The codes that a page shows beside its file. */
function shownAtFile(page: string): string[] {
	const block = /id="field-file-error"[\s\S]*?<\/p>/.exec(page)?.[0] ?? '';
	return [...block.matchAll(/<span data-code="(\w+)"([^>]*)>/g)].flatMap(([, code = '', rest = '']) =>
		rest.includes('hidden') ? [] : [code],
	);
}

describe('a file in the contact form without script', () => {
	it('is stored with the request', async ({ expect }) => {
		const sent = await contact(markedPng());
		expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/en/requests/']);
		expect(await stored()).toEqual([{ name: 'shot.png', type: 'image/png' }]);
		const page = await (await send('/en/requests/', { headers: { Cookie: cookies(sent) } })).text();
		expect([page.includes('>shot.png</a>'), tag(page, 'data-show="done:unfiled"').includes('hidden')]).toEqual([true, true]);
	});

	it('is no way to send half of a phrase: it is read together with the message', async ({ expect }) => {
		const words = phrases.English.split(' ');
		const message = `My words: ${words.slice(0, 6).join(' ')}`;
		const sent = await contact(bytes(words.slice(6).join(' ')), 'a.log', { message });
		expect([sent.status, await countRows('requests'), await stored()]).toEqual([422, 0, []]);
	});

	it('that was left empty is none', async ({ expect }) => {
		expect((await contact(new Uint8Array(), '')).status).toBe(303);
		expect(await stored()).toEqual([]);
	});

	it.each([
		['no kind that is taken', refusedFiles['svg'], 'a.png', 415, 'FILE_TYPE'],
		['cut short', markedPng().slice(0, 50), 'a.png', 422, 'FILE_BROKEN'],
		['more than 5 MB', mp4(formFileBytes + 1), 'a.mp4', 413, 'FILE_TOO_LARGE'],
		['far more than 5 MB', mp4(3 * formFileBytes), 'a.mp4', 413, 'FILE_TOO_LARGE'],
		['a log with a phrase', bytes(`restore ${phrases.English}`), 'a.log', 422, 'SECRET_DETECTED'],
		['a log with what may be a key', bytes(`sent ${hashOrKey}`), 'a.log', 422, 'SECRET_SUSPECTED'],
		['named by a phrase', markedPng(), `${phrases.English}.png`, 422, 'SECRET_DETECTED'],
	] as const)('that is %s is refused beside its field, and what was typed stays', async (_, content, name, status, code) => {
		const { expect } = await import('vitest');
		const refused = await contact(content ?? new Uint8Array(), name);
		const page = await refused.text();
		expect([refused.status, shownAtFile(page)]).toEqual([status, [code]]);
		expect([page.includes(`>${contactBody.message}</textarea>`), page.includes('value="ada@example.com"')]).toEqual([true, true]);
		expect(page).not.toContain('abandon abandon');
		expect([await countRows('requests'), await stored(), await countRows('loose_files')]).toEqual([0, [], 0]);
	});

	it('that may hold a key is taken once the person has said that it does not', async ({ expect }) => {
		expect((await contact(bytes(`sent ${hashOrKey}`), 'a.log', { confirmed: 'true' })).status).toBe(303);
		expect(await stored()).toEqual([{ name: 'a.log', type: 'text/plain; charset=utf-8' }]);
	});

	it('has to be chosen again when something else was wrong', async ({ expect }) => {
		const page = await (await contact(markedPng(), 'a.png', { email: '?' })).text();
		expect([shownAtFile(page), tag(page, 'name="email"').includes('aria-invalid')]).toEqual([['FILE_AGAIN'], true]);
		expect(await countRows('request_files')).toBe(0);
	});

	it('that cannot be stored costs nothing of the request, and its page says so', async ({ expect }) => {
		const FILES = { put: () => Promise.reject(new Error('R2 is not there')), delete: async () => {} };
		const sent = await contact(markedPng(), 'a.png', {}, { overrides: { FILES } });
		expect([sent.status, await countRows('requests'), await stored()]).toEqual([303, 1, []]);
		const page = await (await send('/en/requests/', { headers: { Cookie: cookies(sent) } })).text();
		expect(
			[tag(page, 'data-show="done:unfiled"'), tag(page, 'data-show="fresh:yes"')].map((found) => found.includes('hidden')),
		).toEqual([false, false]);
	});

	it('is stored once, with its request, when the browser sends the form again', async ({ expect }) => {
		await contact(markedPng());
		await contact(markedPng());
		expect([await countRows('requests'), await stored()]).toEqual([1, [{ name: 'shot.png', type: 'image/png' }]]);
	});

	it('is one file', async ({ expect }) => {
		const two = await post('/api/contact', contactBody, [
			[pdf(), 'a.pdf'],
			[markedPng(), 'b.png'],
		]);
		expect(shownAtFile(await two.text())).toEqual(['FILE_COUNT']);
	});
});

describe('a file on the private page without script', () => {
	async function visit() {
		const cookie = cookies(await contact(pdf(), 'first.pdf'));
		const page = await (await send('/en/requests/', { headers: { Cookie: cookie } })).text();
		const csrf = /value="([\w-]{22})"/.exec(tag(page, 'name="csrf"'))?.[1] ?? '';
		return (fields: Record<string, string>, content: Uint8Array<ArrayBuffer>, name: string) =>
			post('/en/requests/', { action: 'message', csrf, ...fields }, [[content, name]], cookie);
	}

	it('goes with a message, or alone', async ({ expect }) => {
		const write = await visit();
		expect((await write({ message: 'Here it is' }, markedPng(), 'a.png')).status).toBe(303);
		expect((await write({ message: ' ' }, bytes('a log'), 'b.log')).status).toBe(303);
		expect([await countRows('request_messages'), (await stored()).length]).toEqual([1, 3]);
	});

	it('that is refused leaves the message in its form, and nothing stored', async ({ expect }) => {
		const write = await visit();
		const refused = await write({ message: 'Here it is' }, refusedFiles['html'] ?? new Uint8Array(), 'a.png');
		const page = await refused.text();
		expect([refused.status, shownAtFile(page), page.includes('>Here it is</textarea>')]).toEqual([415, ['FILE_TYPE'], true]);
		expect(await countRows('request_messages')).toBe(0);
	});

	it('needs the token of its page', async ({ expect }) => {
		const write = await visit();
		expect((await write({ csrf: 'wrong', message: 'x' }, markedPng(), 'a.png')).status).toBe(403);
		expect((await stored()).length).toBe(1);
	});
});
