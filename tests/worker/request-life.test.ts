import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import type { RequestView } from '#shared/requests';

import { phrases } from '../fixtures/phrases.ts';
import {
	addressHeader,
	contactBody,
	cookies,
	countRows,
	dayMs,
	json,
	postForm,
	postJson,
	problem,
	secretOf,
	send,
	sendJson,
	setUp,
	start,
} from './helpers.ts';
import type { SendOptions } from './helpers.ts';

setUp();

let network = 0;

async function newRequest(body: Record<string, unknown> = {}) {
	const created = await json<{ reference: string; url: string }>(
		await postJson('/api/contact', { ...contactBody, ...body }, addressHeader(network++)),
	);
	const path = `/api/requests/${created.reference}`;
	const headers = { Authorization: `Bearer ${secretOf(created.url)}`, ...addressHeader(network++) };
	const login = cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }, addressHeader(network++)));
	return {
		...created,
		path,
		headers,
		view: async () => json<RequestView>(await send(path, { headers })),
		post: (part: string, content: unknown, options: SendOptions = {}, more: Record<string, string> = {}) =>
			postJson(`${path}/${part}`, content, { ...headers, ...more }, options),
		staff: async (fields: Record<string, string>, options: SendOptions = {}) => {
			const version = await env.DB.prepare('SELECT version FROM requests WHERE reference = ?1')
				.bind(created.reference)
				.first('version');
			return postForm(
				`/desk/requests/${created.reference}`,
				{ version: String(version), ...fields },
				{ Cookie: login, 'Accept-Language': 'en' },
				options,
			);
		},
		desk: async () =>
			(await send(`/desk/requests/${created.reference}`, { headers: { Cookie: login, 'Accept-Language': 'en' } })).text(),
	};
}

describe('the conversation', () => {
	it('goes on: a message, a reply, an answer, each a line of the timeline', async ({ expect }) => {
		const request = await newRequest();
		expect((await request.post('messages', { message: 'It is on TRON.' })).status).toBe(201);
		expect((await request.staff({ action: 'reply', text: 'Which exchange did it come from?', asks: 'yes' })).status).toBe(303);
		expect(await request.view()).toMatchObject({ state: 'waiting' });
		const answered = await json<RequestView>(await request.post('messages', { message: 'Example Exchange.' }));
		expect(answered.state).toBe('assigned');
		expect(answered.messages.map(({ author, text }) => `${author}: ${text}`)).toEqual([
			'person: It is on TRON.',
			'staff: Which exchange did it come from?',
			'person: Example Exchange.',
		]);
		expect(answered.timeline.map(({ event }) => event)).toEqual(['received', 'written', 'waiting', 'written']);
	});

	it('takes the same message with the same key once, and another one with it not at all', async ({ expect }) => {
		const { post } = await newRequest();
		const key = { 'Idempotency-Key': 'message-1' };
		const answers = await Promise.all([1, 2, 3].map(() => post('messages', { message: 'Once only.' }, {}, key)));
		expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
		expect(await countRows('request_messages')).toBe(1);
		expect(await problem(await post('messages', { message: 'Another.' }, {}, key))).toMatchObject({ code: 'CONFLICT' });
	});

	it('loses none of many messages that are sent at once', async ({ expect }) => {
		const { post, view } = await newRequest();
		const answers = await Promise.all([1, 2, 3].map((index) => post('messages', { message: `Message ${index}` })));
		const stored = answers.filter(({ status }) => status === 201).length;
		expect([stored > 0, (await view()).messages.length]).toEqual([true, stored]);
	});

	it('is limited for each request, from wherever it is written', async ({ expect }) => {
		const { post } = await newRequest();
		const sent = [];
		for (let index = 0; index < 40; index++)
			sent.push((await post('messages', { message: `Part ${index} of it` }, {}, addressHeader(network++))).status);
		expect(new Set(sent)).toEqual(new Set([201]));
		expect(await problem(await post('messages', { message: 'one more' }, {}, addressHeader(network++)))).toMatchObject({
			code: 'RATE_LIMITED',
		});
		expect(await countRows('request_messages')).toBe(40);
	});

	it('never holds a phrase that is completed message by message: its earlier parts are cut out', async ({ expect }) => {
		const words = phrases.English.split(' ');
		const request = await newRequest();
		expect((await request.post('messages', { message: `My words: ${words.slice(0, 6).join(' ')}` })).status).toBe(201);
		const completed = await request.post('messages', { message: words.slice(6).join(' ') });
		expect(await problem(completed)).toEqual({ status: 422, code: 'SECRET_DETECTED', fields: ['message: SECRET_DETECTED'] });
		const rows = JSON.stringify((await env.DB.prepare('SELECT * FROM request_messages').all()).results);
		expect([rows.includes(words.slice(0, 3).join(' ')), rows.includes('My words:')]).toEqual([false, true]);
		expect((await request.view()).messages).toMatchObject([{ redacted: true }]);
	});

	it('never holds two halves of a phrase that arrive at once', async ({ expect }) => {
		const words = phrases.English.split(' ');
		const request = await newRequest();
		const halves = [words.slice(0, 6), words.slice(6)].map((half) => request.post('messages', { message: half.join(' ') }));
		expect((await Promise.all(halves)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
		const { results } = await env.DB.prepare('SELECT body FROM request_messages').all();
		expect(JSON.stringify(results)).not.toContain(words.slice(0, 3).join(' '));
	});

	it('never holds a phrase that a rating completes', async ({ expect }) => {
		const words = phrases.English.split(' ');
		const request = await newRequest();
		await request.post('messages', { message: words.slice(0, 6).join(' ') });
		await request.post('state', { state: 'solved' });
		const rated = await request.post('rating', { speed: 5, comment: words.slice(6).join(' ') });
		expect(await problem(rated)).toMatchObject({ code: 'SECRET_DETECTED', fields: ['comment: SECRET_DETECTED'] });
		expect(await countRows('request_ratings')).toBe(0);
		expect((await request.view()).messages).toMatchObject([{ redacted: true }]);
	});

	it('shows nobody but the staff what staff note', async ({ expect }) => {
		const request = await newRequest();
		await request.staff({ action: 'note', text: 'Looks like an internal matter.' });
		expect(JSON.stringify(await request.view())).not.toContain('internal matter');
		expect(await request.desk()).toContain('Looks like an internal matter.');
	});
});

describe('a wrong pair and an unknown one', () => {
	it('get the same answer from every call', async ({ expect }) => {
		const { path } = await newRequest();
		const Authorization = `Bearer ${'x'.repeat(22)}`;
		const calls = [
			['GET', ''],
			['GET', '/transcript'],
			['DELETE', ''],
			['POST', '/messages', { message: 'Hello' }],
			['POST', '/state', { state: 'solved' }],
			['POST', '/rating', { speed: 5 }],
		] as const;
		for (const [method, part, body] of calls) {
			const answers = await Promise.all(
				[path, '/api/requests/R-ZZZZZ-ZZZZZ'].map(async (at) => {
					const response = body
						? await sendJson(method, at + part, body, { Authorization, ...addressHeader(network++) })
						: await send(at + part, { method, headers: { Authorization } });
					const { requestId: _, ...rest } = await json(response);
					return { status: response.status, ...rest };
				}),
			);
			expect(answers[0]).toEqual(answers[1]);
			expect(answers[0]).toMatchObject({ status: 404, code: 'NOT_FOUND' });
		}
		expect(await countRows('requests')).toBe(1);
	});
});

describe('what the writer says of it', () => {
	it('is solved, and reopened within 14 days, not later', async ({ expect }) => {
		const { post } = await newRequest();
		const solved = await json<RequestView>(await post('state', { state: 'solved' }));
		expect(solved).toMatchObject({ state: 'solved', rating: 'asked', reopenUntil: '2026-12-07T02:00:00Z' });
		expect((await post('state', { state: 'solved' })).status).toBe(200);
		const late = { at: start + 14 * dayMs + 60_000 };
		expect(await problem(await post('state', { state: 'reopen' }, late))).toMatchObject({ code: 'CONFLICT' });
		expect(await problem(await post('messages', { message: 'Still there?' }))).toMatchObject({ code: 'CONFLICT' });
		const again = await json<RequestView>(await post('state', { state: 'reopen' }, { at: start + 13 * dayMs }));
		expect(again).toMatchObject({ state: 'assigned', rating: 'none' });
		expect(again.timeline.map(({ event }) => event)).toEqual(['received', 'solved', 'reopened']);
	});

	it('brings an answered request back to the team when it is not solved', async ({ expect }) => {
		const { post, staff } = await newRequest();
		await staff({ action: 'reply', text: 'Please wait for one more confirmation.' });
		expect(await json(await post('state', { state: 'unsolved' }))).toMatchObject({ state: 'assigned' });
	});

	it('is rated once; a low rating offers to reopen and is flagged for the staff', async ({ expect }) => {
		const request = await newRequest();
		expect(await problem(await request.post('rating', { speed: 5 }))).toMatchObject({ code: 'CONFLICT' });
		await request.post('state', { state: 'solved' });
		for (const empty of [{}, { speed: '', comment: '  ' }])
			expect(await problem(await request.post('rating', empty))).toMatchObject({ code: 'INVALID', fields: ['rating: REQUIRED'] });
		const rated = await json<RequestView>(await request.post('rating', { speed: 2, tone: 5, comment: 'Slow' }));
		expect([rated.rating, rated.reopenUntil !== undefined]).toEqual(['low', true]);
		expect(await problem(await request.post('rating', { speed: 5 }))).toMatchObject({ code: 'CONFLICT' });
		expect(await request.desk()).toMatch(/Badly rated[\s\S]*2 \/ 5/);
		expect(await problem(await request.post('rating', { speed: 6, tone: 'x' }))).toMatchObject({
			fields: ['speed: UNKNOWN_OPTION', 'tone: UNKNOWN_OPTION'],
		});
	});

	it('is kept as a text that holds what was said, in its language, and no note', async ({ expect }) => {
		const { post, staff, path, headers } = await newRequest({ locale: 'zh-cn', message: '转账一直没有到账，请帮我看看。' });
		await post('messages', { message: '<b>补充</b>一点' });
		await staff({ action: 'note', text: 'never seen' });
		await staff({ action: 'hand', team: 'risk', reason: '需要风控确认' });
		const response = await send(`${path}/transcript`, { headers });
		const text = await response.text();
		expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
		for (const part of ['转账一直没有到账', '<b>补充</b>一点', '风险控制', '需要风控确认']) expect(text).toContain(part);
		expect(text).not.toContain('never seen');
	});

	it('is deleted with everything that belongs to it, and then unknown', async ({ expect }) => {
		const { post, staff, path, headers, reference } = await newRequest();
		await post('messages', { message: 'Something private' }, {}, { 'Idempotency-Key': 'k-9' });
		await staff({ action: 'reply', text: 'We look into it.' });
		await post('state', { state: 'solved' });
		await post('rating', { comment: 'Fine' });
		expect((await send(path, { method: 'DELETE', headers })).status).toBe(200);
		for (const table of ['requests', 'request_events', 'request_messages', 'request_ratings', 'outbox', 'idempotency_keys'])
			expect([table, await countRows(table)]).toEqual([table, 0]);
		expect((await send(path, { headers })).status).toBe(404);
		const { results } = await env.DB.prepare('SELECT actor, action FROM audit_log WHERE subject = ?1 ORDER BY id')
			.bind(reference)
			.all();
		expect(results).toEqual([
			{ actor: 'local', action: 'replied' },
			{ actor: 'person', action: 'erased' },
		]);
	});
});

describe('the desk', () => {
	it('overwrites nothing with a stale form: it says so and keeps what was typed', async ({ expect }) => {
		const request = await newRequest();
		await request.post('messages', { message: 'I found the hash.' });
		const stale = await request.staff({ action: 'reply', text: 'Please send the hash.', version: '1' });
		const page = await stale.text();
		expect(stale.status).toBe(409);
		expect(page).toContain('Somebody changed this request after you opened it');
		expect(page).toMatch(/<textarea id="reply"[^>]*>Please send the hash\.<\/textarea>/);
		expect(await request.view()).toMatchObject({ state: 'received', messages: [{ author: 'person' }] });
		expect(await countRows("outbox WHERE kind = 'reply'")).toBe(0);
	});

	it('lets one of two agents through who answer at once', async ({ expect }) => {
		const request = await newRequest();
		const answers = await Promise.all(['One', 'Two'].map((text) => request.staff({ action: 'reply', text, version: '1' })));
		expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
		expect((await request.view()).messages).toHaveLength(1);
	});

	it.for([
		['Please send us your recovery phrase so that we can check.', 'phrase'],
		['Don’t worry, tell me the verification code.', 'phrase'],
		['请把助记词发给我们核对。', 'phrase'],
		['Install AnyDesk and I will help you.', 'remote control'],
		['请先支付解冻费。', 'payment'],
		['Transfer 20 USDT to this address to unlock it.', 'payment'],
		['Open https://wallet-support.example.net/login', 'neither ours'],
		['See wallet-fix.top for more', 'neither ours'],
	] as const)('stops the reply “%s”', async ([text, reason], { expect }) => {
		const request = await newRequest();
		const stopped = await request.staff({ action: 'reply', text });
		expect(stopped.status).toBe(422);
		const page = await stopped.text();
		expect(page.slice(page.indexOf('id="trouble"'))).toContain(reason);
		expect((await request.view()).messages).toEqual([]);
	});

	it.for([
		'Never give your recovery phrase to anyone. We will never ask for it.',
		'不要把助记词、私钥或验证码告诉任何人。',
		'You can see it on https://tronscan.org/#/transaction/abc and on https://help.example.com/en/faq/x/.',
		'Your own network fee is paid in TRX: keep a little of it in the wallet.',
	])('lets the reply “%s” pass', async (text, { expect }) => {
		const { staff, view } = await newRequest();
		expect((await staff({ action: 'reply', text })).status).toBe(303);
		expect((await view()).messages).toMatchObject([{ text }]);
	});

	it('hands over with a reason that the writer reads, and takes it for oneself', async ({ expect }) => {
		const { staff, view, desk } = await newRequest();
		await staff({ action: 'hand', team: 'legal', reason: 'A lawyer has to look at it.' });
		expect((await view()).timeline.at(-1)).toMatchObject({
			event: 'assigned',
			team: 'legal',
			reason: 'A lawyer has to look at it.',
		});
		await staff({ action: 'take' });
		expect(await desk()).toContain('Give back');
	});

	it('stores no phrase that an agent pastes, says so, and does not show it again', async ({ expect }) => {
		const request = await newRequest();
		for (const action of ['reply', 'note']) {
			const refused = await request.staff({ action, text: phrases.English });
			const page = await refused.text();
			expect([refused.status, page.includes('held a recovery phrase'), page.includes('abandon')]).toEqual([422, true, false]);
		}
		expect(await countRows('request_messages')).toBe(0);
	});

	it('purges a text for good and logs that it did, not what it said', async ({ expect }) => {
		const request = await newRequest();
		await request.post('messages', { message: 'My odd secret 12345' });
		const id = await env.DB.prepare('SELECT id FROM request_messages').first('id');
		for (const unclear of ['', ' ', '0.0', 'x']) expect((await request.staff({ action: 'purge', id: unclear })).status).toBe(422);
		expect(JSON.stringify(await request.view())).toMatch(/odd secret.*has not arrived|has not arrived.*odd secret/);
		expect((await request.staff({ action: 'purge', id: String(id) })).status).toBe(303);
		expect((await request.staff({ action: 'purge', id: '0' })).status).toBe(303);
		const { results } = await env.DB.prepare('SELECT * FROM audit_log WHERE subject = ?1').bind(request.reference).all();
		expect(results).toHaveLength(2);
		expect(JSON.stringify([results, await request.view()])).not.toMatch(/odd secret|has not arrived/);
	});

	it('purges what stands in a field, and finds the request by it no more', async ({ expect }) => {
		const request = await newRequest({ name: 'Oddname', appVersion: 'oddversion', device: 'odddevice' });
		await env.DB.prepare(`UPDATE requests SET tx_hash = 'oddhash', address = 'oddaddress' WHERE reference = ?1`)
			.bind(request.reference)
			.run();
		await request.post('state', { state: 'solved' });
		await request.post('rating', { speed: 5, comment: 'Oddcomment' });
		const stored = async () =>
			JSON.stringify(
				await env.DB.batch(
					['requests', 'request_ratings', 'request_terms', 'audit_log'].map((t) => env.DB.prepare(`SELECT * FROM ${t}`)),
				),
			).match(/odd[a-z]+/gi) ?? [];
		expect(new Set(await stored())).toContain('Oddcomment');
		for (const field of ['name', 'txHash', 'address', 'appVersion', 'device', 'comment']) {
			expect(await request.desk()).toContain(`name="field" value="${field}"`);
			expect((await request.staff({ action: 'purge-field', field })).status).toBe(303);
		}
		expect(await stored()).toEqual([]);
		expect((await request.staff({ action: 'purge-field', field: 'email' })).status).toBe(422);
		expect(await countRows(`audit_log WHERE subject = '${request.reference}'`)).toBe(6);
	});

	it('hands nothing over without a reason', async ({ expect }) => {
		const { staff, view } = await newRequest();
		expect((await staff({ action: 'hand', team: 'risk', reason: ' ' })).status).toBe(422);
		expect((await view()).state).toBe('received');
	});

	it('owes the writer one mail for a reply and one when it is solved', async ({ expect }) => {
		const { staff } = await newRequest();
		await staff({ action: 'reply', text: 'It has arrived.' });
		await staff({ action: 'state', state: 'solved' });
		const { results } = await env.DB.prepare(`SELECT kind FROM outbox WHERE kind IN ('reply', 'solved') ORDER BY id`).all();
		expect(results).toEqual([{ kind: 'reply' }, { kind: 'solved' }]);
	});

	it('looks released to staff and never held to its writer', async ({ expect }) => {
		const { staff, view, desk } = await newRequest({ website: 'http://spam.example' });
		expect([(await view()).state, (await desk()).includes('class="tag held"')]).toEqual(['received', true]);
		await staff({ action: 'state', state: 'received' });
		expect(await desk()).toContain('Released as no spam');
		expect((await view()).timeline.map(({ event }) => event)).toEqual(['received']);
	});
});

describe('the private page without script', () => {
	async function visit(body: Record<string, string> = {}) {
		const created = await postForm('/api/contact', { ...contactBody, ...body }, addressHeader(network++));
		const first = await send('/en/requests/', { headers: { Cookie: cookies(created) } });
		let cookie = cookies(first) || cookies(created);
		const csrf = /name="csrf"[^>]*value="([\w-]{22})"/.exec(await first.text())?.[1] ?? '';
		return async (fields: Record<string, string>) => {
			const answer = await postForm('/en/requests/', { csrf, ...fields }, { Cookie: cookie, ...addressHeader(network++) });
			cookie = cookies(answer) || cookie;
			const page =
				answer.status === 303 ? await (await send('/en/requests/', { headers: { Cookie: cookie } })).text() : await answer.text();
			return { answer, page };
		};
	}
	const isShown = (page: string, fact: string) => {
		const tag = new RegExp(`<[^>]*data-show="${fact}"[^>]*>`).exec(page)?.[0];
		return tag !== undefined && !/\shidden/.test(tag);
	};

	it('takes a message, an end, a rating and a new start', async ({ expect }) => {
		const act = await visit();
		const written = await act({ action: 'message', message: 'One <b>more</b> thing' });
		expect(written.answer.status).toBe(303);
		expect([written.page.includes('One &#60;b&#62;more'), isShown(written.page, 'done:written')]).toEqual([true, true]);
		// Nobody has answered yet, and it may be solved all the same.
		expect(['pending:yes', 'answered:yes'].map((fact) => isShown(written.page, fact))).toEqual([true, false]);
		const solved = await act({ action: 'solved' });
		expect(['rating:asked', 'reopen:yes', 'writable:yes', 'pending:yes'].map((fact) => isShown(solved.page, fact))).toEqual([
			true,
			true,
			false,
			false,
		]);
		const rated = await act({ action: 'rating', speed: '1', tone: '', comment: '' });
		expect(['rating:asked', 'rating:low', 'reopen:yes'].map((fact) => isShown(rated.page, fact))).toEqual([false, true, true]);
		const reopened = await act({ action: 'reopen' });
		expect(['done:reopened', 'writable:yes', 'state:assigned'].map((fact) => isShown(reopened.page, fact))).toEqual([
			true,
			true,
			true,
		]);
	});

	it('gives a refused message back, without what is secret in it', async ({ expect }) => {
		const act = await visit();
		const { answer, page } = await act({ action: 'message', message: `Look: ${phrases.English}` });
		expect([answer.status, page.includes('abandon abandon'), isShown(page, 'secret:yes'), isShown(page, 'view:request')]).toEqual(
			[422, false, true, true],
		);
		expect(/<textarea[^>]*name="message"[^>]*>([^<]*)/.exec(page)?.[1]).toContain('Look:');
	});

	it('hands out the transcript, and deletes everything when told to', async ({ expect }) => {
		const act = await visit();
		const { answer, page } = await act({ action: 'transcript' });
		expect([answer.headers.get('Content-Disposition'), page.includes(contactBody.message)]).toEqual([
			expect.stringMatching(/^attachment; filename="R-/),
			true,
		]);
		const gone = await act({ action: 'delete' });
		expect([gone.answer.status, isShown(gone.page, 'done:deleted'), isShown(gone.page, 'view:open')]).toEqual([200, true, true]);
		expect(await countRows('requests')).toBe(0);
	});

	it('does nothing without the token of its own page', async ({ expect }) => {
		const act = await visit();
		expect((await act({ action: 'delete', csrf: 'x'.repeat(22) })).answer.status).toBe(403);
		expect(await countRows('requests')).toBe(1);
	});
});

describe('the time to a first reply', () => {
	it('is the measured median of the last seven days, or not known yet', async ({ expect }) => {
		const page = async () => (await send('/en/requests/', {}, { at: start + dayMs })).text();
		const fill = async () => /data-fill="median"[^>]*>([^<]*)</.exec(await page())?.[1];
		const minutes = [4, 8, 14, 30, 600];
		for (const [index, minute] of minutes.entries()) {
			if (index === 4) expect(await fill()).toBe('');
			const { staff } = await newRequest();
			await staff({ action: 'reply', text: 'Here is the answer.' }, { at: start + minute * 60_000 });
		}
		expect(await fill()).toBe('14 minutes');
		const later = await (await send('/en/requests/', {}, { at: start + 9 * dayMs })).text();
		expect(/<p[^>]*data-show="median:unknown"[^>]*>/.exec(later)?.[0]).not.toContain('hidden');
	});
});
