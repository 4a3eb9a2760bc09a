import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { site } from '#config/site';
import type { FileView, RequestView } from '#shared/requests';
import { disposition } from '#shared/files/names';
import { fileBytes, filesPerMessage, textFileBytes } from '#shared/limits';

import { bytes, mark, markedJpeg, markedPng, markedWebp, mp4, pdf, refusedFiles } from '../fixtures/files.ts';
import { phrases, hashOrKey } from '../fixtures/phrases.ts';
import { createScheduledController } from 'cloudflare:test';
import worker from '../../worker/index.ts';
import {
	contactBody,
	cookies,
	countRows,
	dayMs,
	envAt,
	hourMs,
	json,
	postForm,
	postJson,
	problem,
	secretOf,
	send,
	setUp,
	start,
	type SendOptions,
} from './helpers.ts';

setUp();

const text = (content: string) => new TextEncoder().encode(content);
const large = (size: number) => mp4(size - mp4(0).byteLength);

async function newRequest() {
	const { reference, url } = await json<{ reference: string; url: string }>(await postJson('/api/contact', contactBody));
	const path = `/api/requests/${reference}`;
	const headers = { Authorization: `Bearer ${secretOf(url)}` };
	return {
		reference,
		path,
		headers,
		view: async () => json<RequestView>(await send(path, { headers })),
		put: (file: BodyInit, { id = crypto.randomUUID(), name = 'file', query = '', length = '' } = {}, options: SendOptions = {}) =>
			send(
				`${path}/files/${id}${query}`,
				{
					method: 'PUT',
					headers: {
						...headers,
						'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
						...(length ? { 'Content-Length': length } : {}),
					},
					body: file,
				},
				options,
			),
		get: (id: string) => send(`${path}/files/${id}`, { headers }),
	};
}

async function objects(): Promise<number> {
	return (await env.FILES.list()).objects.length;
}

/** A body that comes in pieces, and what was read of it. */
function stream(file: Uint8Array, piece = 65_536): { body: ReadableStream<Uint8Array>; read: () => number } {
	let at = 0;
	const body = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				if (at >= file.byteLength) controller.close();
				else controller.enqueue(file.slice(at, (at += piece)));
			},
		},
		{ highWaterMark: 0 },
	);
	return { body, read: () => at };
}

async function everyMinute(at: number, overrides = {}): Promise<void> {
	await worker.scheduled(createScheduledController(), envAt(at, overrides));
}

/** A bucket of which some calls fail. */
function bucket(overrides: Partial<R2Bucket>): { overrides: Record<string, unknown> } {
	const methods = ['put', 'get', 'delete', 'list', 'head', 'createMultipartUpload', 'resumeMultipartUpload'] as const;
	const real = Object.fromEntries(
		methods.map((name) => [name, (...args: unknown[]) => Reflect.apply(env.FILES[name], env.FILES, args)]),
	);
	return { overrides: { FILES: { ...real, ...overrides } } };
}

const fail = () => Promise.reject(new Error('R2 is not there'));

describe('a file that is sent to a request', () => {
	it.each([
		['photo.jpg', markedJpeg(), 'image/jpeg'],
		['shot.png', markedPng(), 'image/png'],
		['shot.webp', markedWebp(), 'image/webp'],
		['statement.pdf', pdf(), 'application/pdf'],
		['screen.mp4', mp4(), 'video/mp4'],
		['app.log', text('10:00 sync failed'), 'text/plain; charset=utf-8'],
		['state.json', text('{"block": 1}'), 'application/json'],
	])('is kept, shown and given back as what it is: %s', async (name, file, type) => {
		const { expect } = await import('vitest');
		const { put, get, view } = await newRequest();
		const sent = await put(file, { name });
		expect(sent.status).toBe(201);
		const stored = await json<FileView>(sent);
		expect(stored).toMatchObject({ name, type, at: '2026-11-23T02:00:00Z' });
		expect((await view()).files).toEqual([stored]);
		const given = await get(stored.id);
		expect(Object.fromEntries(given.headers)).toMatchObject({
			'content-type': type,
			'content-disposition': disposition('attachment', name),
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
		});
		const kept = new Uint8Array(await given.arrayBuffer());
		expect(kept.byteLength).toBe(stored.size);
		expect(new TextDecoder('latin1').decode(kept)).not.toContain(mark.slice(0, 6));
	});

	it('is what its content says, whatever its name and type claim', async ({ expect }) => {
		const { put } = await newRequest();
		const stored = await json<FileView>(await put(markedPng(), { name: '../../x/page.html' }));
		expect(stored).toMatchObject({ name: 'page.html.png', type: 'image/png' });
	});

	it('lies under a key that has nothing of reference, id or name', async ({ expect }) => {
		const { put, reference } = await newRequest();
		const { id } = await json<FileView>(await put(pdf(), { name: 'statement.pdf' }));
		const [object] = (await env.FILES.list()).objects.slice(-1);
		expect(object?.key).toMatch(/^files\/[\w-]{22}$/);
		for (const part of [reference, id, 'statement']) expect(object?.key).not.toContain(part);
	});

	it.each(Object.entries(refusedFiles))('is refused and not kept when it is none of these: %s', async (_, file) => {
		const { expect } = await import('vitest');
		const { put, view } = await newRequest();
		const before = await objects();
		expect(await problem(await put(file, { name: 'photo.png' }))).toEqual({
			status: 415,
			code: 'UNSUPPORTED_MEDIA_TYPE',
			fields: ['file: FILE_TYPE'],
		});
		expect([(await view()).files, (await objects()) - before, await countRows('loose_files')]).toEqual([[], 0, 0]);
	});

	it('is refused when it ends too early or is empty', async ({ expect }) => {
		const { put } = await newRequest();
		const broken = { status: 422, code: 'INVALID', fields: ['file: FILE_BROKEN'] };
		for (const file of [markedJpeg().slice(0, 200), markedPng().slice(0, 60), pdf().slice(0, 20), new Uint8Array()])
			expect(await problem(await put(file))).toEqual(broken);
		expect(await problem(await put(stream(pdf()).body, { length: '20' }))).toEqual(broken);
		expect(await problem(await put(stream(text('a log')).body, { length: '500' }))).toEqual(broken);
		expect(await countRows('loose_files')).toBe(0);
	});

	it(
		'may have 10 MB and not a byte more; no more than that is read, and nothing stays',
		{ timeout: 30_000 },
		async ({ expect }) => {
			const { put, get } = await newRequest();
			const before = await objects();
			const stored = await json<FileView>(await put(stream(large(fileBytes)).body));
			expect(stored.size).toBe(fileBytes);
			expect((await (await get(stored.id)).arrayBuffer()).byteLength).toBe(fileBytes);
			const tooLarge = { status: 413, code: 'TOO_LARGE', fields: ['file: FILE_TOO_LARGE'] };
			const announced = stream(large(fileBytes + 1));
			expect(await problem(await put(announced.body, { length: String(fileBytes + 1) }))).toEqual(tooLarge);
			expect(announced.read()).toBe(0);
			const { body, read } = stream(large(fileBytes * 3));
			expect(await problem(await put(body))).toEqual(tooLarge);
			expect(read()).toBeLessThanOrEqual(fileBytes + 3 * 65_536);
			const long = stream(text('a line of a log\n'.repeat(textFileBytes / 8)));
			expect(await problem(await put(long.body))).toEqual(tooLarge);
			expect(long.read()).toBeLessThanOrEqual(textFileBytes + 3 * 65_536);
			expect([(await objects()) - before, await countRows('loose_files')]).toEqual([1, 0]);
		},
	);

	it('is stored once, however often it comes: by its id, and by its bytes', async ({ expect }) => {
		const { put, view } = await newRequest();
		const before = await objects();
		const id = crypto.randomUUID();
		const first = await put(markedJpeg(), { id, name: 'a.jpg' });
		const again = await put(markedJpeg(), { id, name: 'a.jpg' });
		const other = await put(markedJpeg(), { name: 'b.jpg' });
		expect([first.status, again.status, other.status]).toEqual([201, 200, 200]);
		const stored = await json(first);
		expect([await json(again), await json(other)]).toEqual([stored, stored]);
		const both = await Promise.all(
			[1, 2].map(() => put(stream(large(7_000_000)).body, { id: '00000000-0000-4000-8000-000000000000' })),
		);
		expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 201]);
		expect((await view()).files).toHaveLength(2);
		expect([(await objects()) - before, await countRows('loose_files')]).toEqual([2, 0]);
	});

	it('is one of five with each message, and of thirty in all', async ({ expect }) => {
		const { put, path, headers, reference } = await newRequest();
		const next = (nth: number) => put(text(`log ${nth}`));
		for (let nth = 0; nth < filesPerMessage; nth++) expect((await next(nth)).status).toBe(201);
		const full = { status: 409, code: 'TOO_MANY_FILES', fields: ['file: FILE_COUNT'] };
		expect(await problem(await next(5))).toEqual(full);
		await postJson(`${path}/messages`, { message: 'More of it' }, headers);
		const five = await Promise.all([6, 7, 8, 9, 10, 11, 12].map(next));
		expect(five.filter(({ status }) => status === 201)).toHaveLength(filesPerMessage);
		await env.DB.prepare('UPDATE request_files SET nth = nth + 20, turn = 100 + rowid, nth_of_turn = 1 WHERE reference = ?1')
			.bind(reference)
			.run();
		for (let nth = 0; nth < 20; nth++)
			await env.DB.prepare(`INSERT INTO request_files VALUES (?1, ?2, ?2, 'x', 'x', 1, ?2, ?3, 1, 1, 1)`)
				.bind(reference, String(nth), nth + 50)
				.run();
		expect(await problem(await next(40))).toEqual(full);
		expect(await countRows('loose_files')).toBe(0);
	});

	it('brings an answered request back to the team, and lets no agent answer without having seen it', async ({ expect }) => {
		const { put, reference, view } = await newRequest();
		const login = { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })) };
		const reply = (version: string, text = 'Send a screenshot.') =>
			postForm(`/desk/requests/${reference}`, { action: 'reply', version, text }, login);
		expect((await reply('1')).status).toBe(303);
		expect((await view()).state).toBe('answered');
		await put(markedPng());
		expect(await view()).toMatchObject({ state: 'assigned', timeline: [{}, {}, { event: 'written' }] });
		expect((await reply('2', 'Where is it?')).status).toBe(409);
	});

	it('is not taken by a request that is over', async ({ expect }) => {
		const { put, path, headers } = await newRequest();
		await postJson(`${path}/state`, { state: 'solved' }, headers);
		expect(await problem(await put(pdf()))).toMatchObject({ status: 409, code: 'CONFLICT' });
	});

	it('counts against the network that sends it', async ({ expect }) => {
		const { put } = await newRequest();
		await put(pdf());
		const limited = `UPDATE rate_counts SET count = 200 WHERE route = 'files'`;
		await env.DB.prepare(`UPDATE rate_counts SET max = 1000 WHERE route = 'files'`).run();
		await env.DB.prepare(limited).run();
		const refused = await put(mp4());
		expect([refused.status, Number(refused.headers.get('Retry-After')) > 0]).toEqual([429, true]);
	});
});

describe('secrets', () => {
	it('in a name are refused, and so are those in a text, before anything is stored', async ({ expect }) => {
		const { put, view } = await newRequest();
		const before = await objects();
		for (const phrase of [phrases.English, phrases.Chinese]) {
			const detected = { status: 422, code: 'SECRET_DETECTED', fields: ['file: SECRET_DETECTED'] };
			expect(await problem(await put(markedPng(), { name: `${phrase}.png` }))).toEqual(detected);
			expect(await problem(await put(text(`10:00 started\n10:01 restore ${phrase}\n10:02 done`)))).toEqual(detected);
			const utf16 = bytes(
				[0xff, 0xfe],
				new Uint8Array(new Uint16Array(Array.from(phrase, (letter) => letter.charCodeAt(0))).buffer),
			);
			expect(await problem(await put(utf16))).toEqual(detected);
		}
		expect([(await view()).files, (await objects()) - before, await countRows('loose_files')]).toEqual([[], 0, 0]);
	});

	it('that are only suspected are for the sender to judge', async ({ expect }) => {
		const { put } = await newRequest();
		const log = text(`sent: ${hashOrKey}`);
		expect(await problem(await put(log))).toEqual({ status: 422, code: 'SECRET_SUSPECTED', fields: ['file: SECRET_SUSPECTED'] });
		expect((await put(log, { query: '?confirmed=true' })).status).toBe(201);
	});

	it('that a text completes are cut out of what was said before', async ({ expect }) => {
		const { put, path, headers, view } = await newRequest();
		const words = phrases.English.split(' ');
		await postJson(`${path}/messages`, { message: words.slice(0, 6).join(' '), confirmed: true }, headers);
		expect(await problem(await put(text(words.slice(6).join(' '))))).toMatchObject({ code: 'SECRET_DETECTED' });
		expect(JSON.stringify(await view())).not.toContain(words.slice(0, 3).join(' '));
	});

	it('that a message or another text completes take the earlier file with them', async ({ expect }) => {
		const words = phrases.English.split(' ');
		const [first, second] = [words.slice(0, 6).join(' '), words.slice(6).join(' ')];
		for (const isMessage of [true, false]) {
			const { put, path, headers, view } = await newRequest();
			expect((await put(text(first), { query: '?confirmed=true' })).status).toBe(201);
			const completed = isMessage ? await postJson(`${path}/messages`, { message: second }, headers) : await put(text(second));
			expect(await problem(completed)).toMatchObject({ code: 'SECRET_DETECTED' });
			expect(await view()).toMatchObject({ files: [], messages: [] });
		}
	});
});

describe('whoever has not the link', () => {
	it('finds, sends and learns nothing: a wrong pair and an unknown one are alike', async ({ expect }) => {
		const { put, path, headers } = await newRequest();
		const { id } = await json<FileView>(await put(pdf()));
		const other = await newRequest();
		const unknown = '/api/requests/R-00000-00000';
		const tries = [
			send(`${path}/files/${id}`),
			send(`${path}/files/${id}`, { headers: { Authorization: 'Bearer wrongwrongwrongwrongwr' } }),
			send(`${path}/files/${id}`, { headers: other.headers }),
			send(`${other.path}/files/${id}`, { headers: other.headers }),
			send(`${unknown}/files/${id}`, { headers }),
			send(`${path}/files/${id}`, { method: 'PUT', body: pdf() }),
			send(`${unknown}/files/${id}`, { method: 'PUT', body: pdf(), headers }),
		];
		const answers = await Promise.all(
			(await Promise.all(tries)).map(async (answer) => ({ ...(await json(answer)), requestId: '' })),
		);
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' });
	});

	it('makes nobody read what it sends', async ({ expect }) => {
		const { body, read } = stream(large(fileBytes));
		expect((await send('/api/requests/R-00000-00000/files/x', { method: 'PUT', body })).status).toBe(404);
		expect(read()).toBe(0);
	});

	it('cannot send files from another site', async ({ expect }) => {
		const { path, headers } = await newRequest();
		const init = { method: 'PUT', body: pdf(), headers: { ...headers, Origin: 'https://evil.example' } };
		expect((await send(`${path}/files/${crypto.randomUUID()}`, init)).status).toBe(403);
	});
});

describe('when something fails', () => {
	it.each([
		['put', pdf(), { put: fail as never }],
		['the start of an upload in parts', large(6_000_000), { createMultipartUpload: fail as never }],
	])('in R2 (%s), nothing is shown and the same file can be sent again', async (_, file, broken) => {
		const { expect } = await import('vitest');
		const { put, view } = await newRequest();
		const id = crypto.randomUUID();
		const failed = await put(file, { id }, bucket(broken));
		expect([failed.status, failed.headers.get('Retry-After')]).toEqual([503, '5']);
		expect([(await view()).files, await countRows('loose_files')]).toEqual([[], 0]);
		expect((await put(file, { id })).status).toBe(201);
	});

	it('in the database after R2 has it, the object goes again; at the latest an hour later', async ({ expect }) => {
		const { put, view } = await newRequest();
		const before = await objects();
		const DB = {
			prepare: (sql: string) => env.DB.prepare(sql),
			batch: (statements: D1PreparedStatement[]) =>
				statements.length === 4 ? Promise.reject(new Error('D1_ERROR: connection lost')) : env.DB.batch(statements),
		};
		expect((await put(pdf(), {}, { overrides: { DB } })).status).toBe(503);
		expect([(await view()).files, (await objects()) - before]).toEqual([[], 0]);
		const { overrides } = bucket({ delete: fail as never });
		expect((await put(pdf(), {}, { overrides: { DB, ...overrides } })).status).toBe(503);
		expect([(await objects()) - before, await countRows('loose_files')]).toEqual([1, 1]);
		await everyMinute(start + hourMs);
		expect([(await objects()) - before, await countRows('loose_files')]).toEqual([0, 0]);
	});

	it('and its bytes are just being removed, no row comes to speak for them', async ({ expect }) => {
		const { put, view } = await newRequest();
		const DB = {
			prepare: (sql: string) => env.DB.prepare(sql),
			batch: async (statements: D1PreparedStatement[]) => {
				if (statements.length === 4) {
					await env.DB.prepare('UPDATE loose_files SET due_at = 1').run();
					await everyMinute(start);
				}
				return env.DB.batch(statements);
			},
		};
		const before = await objects();
		expect((await put(pdf(), {}, { overrides: { DB } })).status).toBe(409);
		expect([(await view()).files, (await objects()) - before, await countRows('loose_files')]).toEqual([[], 0, 0]);
	});

	it('and the connection breaks, what was sent goes, and the rest can be sent again from its start', async ({ expect }) => {
		const { put, view } = await newRequest();
		const before = await objects();
		const file = large(8_000_000);
		const id = crypto.randomUUID();
		let at = 0;
		const broken = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (at > 6_000_000) controller.error(new Error('Network connection lost.'));
				else controller.enqueue(file.slice(at, (at += 500_000)));
			},
		});
		expect((await put(broken, { id })).status).toBe(400);
		expect([(await view()).files, (await objects()) - before, await countRows('loose_files')]).toEqual([[], 0, 0]);
		expect((await put(file, { id })).status).toBe(201);
	});

	it('and the Worker ends in the middle, the upload in parts is aborted when its hour is over', async ({ expect }) => {
		await newRequest();
		const upload = await env.FILES.createMultipartUpload('files/left');
		await upload.uploadPart(1, new Uint8Array(5 * 1024 * 1024));
		await env.DB.prepare(`INSERT INTO loose_files VALUES ('files/left', ?1, ?2)`)
			.bind(upload.uploadId, start + hourMs)
			.run();
		await everyMinute(start + hourMs - 60_000);
		expect(await countRows('loose_files')).toBe(1);
		await everyMinute(start + hourMs);
		expect(await countRows('loose_files')).toBe(0);
		await expect(upload.complete([])).rejects.toThrow();
	});
});

describe('what is deleted', () => {
	it('by its writer is gone from R2 as well, and so is what was on its way', async ({ expect }) => {
		const { put, path, headers } = await newRequest();
		const before = await objects();
		await put(pdf());
		await put(large(6_000_000));
		const file = large(7_000_000);
		let at = 0;
		const slow = new ReadableStream<Uint8Array>({
			async pull(controller) {
				if (at === 5_500_000) await send(path, { method: 'DELETE', headers });
				if (at >= file.byteLength) controller.close();
				else controller.enqueue(file.slice(at, (at += 500_000)));
			},
		});
		expect((await put(slow)).status).toBe(409);
		expect([(await objects()) - before, await countRows('request_files'), await countRows('loose_files')]).toEqual([0, 0, 0]);
	});

	it('although R2 does not answer is gone within minutes', async ({ expect }) => {
		const { put, path, headers } = await newRequest();
		const before = await objects();
		await put(pdf());
		const answer = await send(path, { method: 'DELETE', headers }, bucket({ delete: fail as never }));
		expect([answer.status, (await objects()) - before]).toEqual([200, 1]);
		await everyMinute(start + 60_000);
		expect([(await objects()) - before, await countRows('loose_files')]).toEqual([0, 0]);
	});

	it('by its age takes its files along', async ({ expect }) => {
		const { put, path, headers } = await newRequest();
		const before = await objects();
		await put(pdf());
		await postJson(`${path}/state`, { state: 'solved' }, headers);
		await everyMinute(start + (site.retentionDays.requests + 1) * dayMs);
		expect([(await objects()) - before, await countRows('requests')]).toEqual([0, 0]);
	});
});

describe('the lists of files', () => {
	it.each([
		['SELECT id FROM request_files WHERE reference = ?1 ORDER BY created_at', /SEARCH request_files USING INDEX/],
		['SELECT key FROM loose_files WHERE due_at <= ?1 ORDER BY due_at LIMIT 5', /loose_files_by_due/],
	])('use an index: %s', async (sql, plan) => {
		const { expect } = await import('vitest');
		const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(1).all<{ detail: string }>();
		expect(results.map(({ detail }) => detail).join('\n')).toMatch(plan);
		expect(results.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN/);
	});
});

describe('the desk', () => {
	async function staff() {
		return { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })), 'Accept-Language': 'en' };
	}

	it('shows pictures, gives everything to save, and shows nothing else in a browser', async ({ expect }) => {
		const { put, reference } = await newRequest();
		const picture = await json<FileView>(await put(markedPng(), { name: '<b>shot</b>.png' }));
		const other = await json<FileView>(await put(pdf(), { name: 'statement.pdf' }));
		const headers = await staff();
		const page = await (await send(`/desk/requests/${reference}`, { headers })).text();
		expect([
			page.includes(`src="/desk/files/${reference}/${picture.id}?view"`),
			page.includes('statement.pdf'),
			page.includes('<b>shot'),
		]).toEqual([true, true, false]);
		expect(page).not.toContain(`src="/desk/files/${reference}/${other.id}`);
		const how = async (id: string, query = '') => {
			const answer = await send(`/desk/files/${reference}/${id}${query}`, { headers });
			expect(answer.headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'");
			expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
			return answer.headers.get('Content-Disposition')?.split(';')[0];
		};
		expect([await how(picture.id), await how(picture.id, '?view'), await how(other.id, '?view')]).toEqual([
			'attachment',
			'inline',
			'attachment',
		]);
		expect((await send(`/desk/files/${reference}/${picture.id}`)).status).toBe(401);
		expect((await send(`/desk/files/R-00000-00000/${picture.id}`, { headers })).status).toBe(404);
	});

	it('purges a file for good: its row and its bytes; the log says so and not what it was', async ({ expect }) => {
		const { put, get, reference, view } = await newRequest();
		const before = await objects();
		const file = await json<FileView>(await put(markedPng(), { name: 'phrase.png' }));
		const headers = await staff();
		const purge = (version: string) =>
			postForm(`/desk/requests/${reference}`, { action: 'purge-file', version, file: file.id }, headers);
		expect([(await purge('1')).status, (await view()).files.length]).toEqual([409, 1]);
		expect((await purge('2')).status).toBe(303);
		expect([(await view()).files, (await get(file.id)).status, (await objects()) - before]).toEqual([[], 404, 0]);
		const { results } = await env.DB.prepare('SELECT action, subject FROM audit_log WHERE subject = ?1').bind(reference).all();
		expect(results).toEqual([{ action: 'purged-file', subject: reference }]);
	});
});

describe('the private page without script', () => {
	it('lists the files, and gives them to whoever has it open', async ({ expect }) => {
		const { put, reference, headers, path } = await newRequest();
		const file = await json<FileView>(await put(markedPng(), { name: '截图 1.png' }));
		const secret = headers.Authorization.split(' ')[1] ?? '';
		const session = { Cookie: cookies(await postForm('/en/requests/', { action: 'open', reference, secret })) };
		const page = await (await send('/en/requests/', { headers: session })).text();
		expect(page).toContain(`<a href="/en/requests/files/${file.id}" download="截图 1.png">截图 1.png</a>`);
		const given = await send(`/en/requests/files/${file.id}`, { headers: session });
		expect([given.status, given.headers.get('Content-Type')]).toEqual([200, 'image/png']);
		expect((await send(`/en/requests/files/${crypto.randomUUID()}`, { headers: session })).status).toBe(404);
		const stranger = await send(`/en/requests/files/${file.id}`);
		expect([stranger.status, stranger.headers.get('Location')]).toEqual([303, '/en/requests/']);
		expect(await (await send(`${path}/transcript`, { headers })).text()).toContain('Files\n截图 1.png · 1 kB · ');
	});
});
