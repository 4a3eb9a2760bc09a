import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { rates } from '#shared/limits';

import { phrases } from '../fixtures/phrases.ts';
import {
	addressHeader,
	anyArticle,
	contactBody,
	cookies,
	countRows,
	hourMs,
	json,
	postForm,
	postJson,
	problem,
	secretOf,
	send,
	setUp,
	start,
	tag,
} from './helpers.ts';

setUp();

const phrase = phrases.English;
const hash = `0x${'ab12'.repeat(16)}`;

describe('POST /api/contact', () => {
	it('stores a request and answers with its reference and private link', async ({ expect }) => {
		const response = await postJson('/api/contact', contactBody);
		expect(response.status).toBe(201);
		const { reference, url } = await json<{ reference: string; url: string }>(response);
		expect(reference).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
		expect(url).toMatch(new RegExp(`^/en/requests/#${reference}\\.[\\w-]{22}$`));
		const row = await env.DB.prepare('SELECT * FROM requests').first();
		expect(row).toMatchObject({
			reference,
			state: 'received',
			name: 'Ada',
			email: 'ada@example.com',
			urgent: 0,
			created_at: expect.any(Number),
		});
	});

	it('keeps the hash out of an explorer link, and only articles that exist', async ({ expect }) => {
		const article = await anyArticle();
		const body = {
			...contactBody,
			txHash: `https://etherscan.io/tx/${hash}`,
			articles: [article.id, 'en/faq/never-written'],
			urgent: true,
		};
		expect((await postJson('/api/contact', body)).status).toBe(201);
		const row = await env.DB.prepare('SELECT tx_hash, articles, urgent FROM requests').first();
		expect(row).toEqual({ tx_hash: hash, articles: JSON.stringify([article.id]), urgent: 1 });
	});

	it('names every wrong field at once', async ({ expect }) => {
		const body = {
			locale: 'fr',
			name: ' ',
			email: 'ada',
			message: 'short',
			chain: 'dogecoin',
			txHash: 'none',
			address: '?',
			appVersion: 'x'.repeat(41),
		};
		expect(await problem(await postJson('/api/contact', body))).toEqual({
			status: 422,
			code: 'INVALID',
			fields: [
				'locale: UNKNOWN_OPTION',
				'topic: REQUIRED',
				'name: REQUIRED',
				'email: INVALID_EMAIL',
				'message: TOO_SHORT',
				'chain: UNKNOWN_OPTION',
				'txHash: INVALID_HASH',
				'address: INVALID_ADDRESS',
				'appVersion: TOO_LONG',
			],
		});
		expect(await countRows('requests')).toBe(0);
	});

	it('refuses a recovery phrase in any free text, says where it stands and stores nothing', async ({ expect }) => {
		for (const name of ['name', 'email', 'message', 'txHash', 'address', 'appVersion', 'device']) {
			const response = await postJson(
				'/api/contact',
				{ ...contactBody, [name]: `hi ${phrase}` },
				{ 'Idempotency-Key': `key-${name}` },
			);
			expect(response.status).toBe(422);
			const { code, fields } = await json<{ code: string; fields: unknown[] }>(response);
			expect(code).toBe('SECRET_DETECTED');
			expect(fields[0]).toEqual({ name, code: 'SECRET_DETECTED', span: [3, 3 + phrase.length] });
		}
		expect(await countRows('requests')).toBe(0);
		expect(await countRows('idempotency_keys')).toBe(0);
	});

	it('refuses U+0000 and half characters in any text, and stores nothing', async ({ expect }) => {
		for (const garbled of ['\0', '\ud83d', '\ude00']) {
			const body = {
				...contactBody,
				name: `A${garbled}`,
				message: `Not yet arrived. ${garbled}`,
				device: garbled,
				articles: [garbled],
			};
			expect(await problem(await postJson('/api/contact', { ...body, email: 'ada' }))).toEqual({
				status: 422,
				code: 'INVALID',
				fields: ['name: INVALID', 'message: INVALID', 'device: INVALID', 'articles: INVALID', 'email: INVALID_EMAIL'],
			});
		}
		expect((await postJson('/api/contact', { ...contactBody, name: 'Ada 😀' })).status).toBe(201);
		expect(await countRows('requests')).toBe(1);
	});

	it('holds what smells of a machine, without telling', async ({ expect }) => {
		for (const [index, signal] of [{ website: 'https://spam.example' }, { elapsedMs: 300 }].entries()) {
			const { reference, url } = await json<{ reference: string; url: string }>(
				await postJson('/api/contact', { ...contactBody, ...signal }, addressHeader(index)),
			);
			const view = await send(`/api/requests/${reference}`, { headers: { Authorization: `Bearer ${secretOf(url)}` } });
			expect(await json(view)).toMatchObject({ state: 'received' });
		}
		const { results } = await env.DB.prepare('SELECT state FROM requests').all();
		expect(results).toEqual([{ state: 'held' }, { state: 'held' }]);
	});
});

describe('Idempotency-Key', () => {
	it('lets one of 100 concurrent posts write and gives all of them the same answer', { timeout: 30_000 }, async ({ expect }) => {
		const responses = await Promise.all(
			Array.from({ length: 100 }, () => postJson('/api/contact', contactBody, { 'Idempotency-Key': 'once' })),
		);
		expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
		const references = await Promise.all(responses.map(async (response) => (await json(response))['reference']));
		expect(new Set(references).size).toBe(1);
		expect(await countRows('requests')).toBe(1);
		expect(await countRows('request_events')).toBe(1);
	});

	it('answers a replay with the same link, even when only the measured time differs', async ({ expect }) => {
		const key = { 'Idempotency-Key': 'again' };
		const first = await json(await postJson('/api/contact', { ...contactBody, elapsedMs: 9000 }, key));
		const second = await postJson('/api/contact', { ...contactBody, elapsedMs: 12_000 }, key);
		expect(second.status).toBe(201);
		expect(await json(second)).toEqual(first);
	});

	it('refuses another body under the same key', async ({ expect }) => {
		const key = { 'Idempotency-Key': 'taken' };
		await postJson('/api/contact', contactBody, key);
		expect(await problem(await postJson('/api/contact', { ...contactBody, name: 'Bob' }, key))).toMatchObject({
			status: 409,
			code: 'CONFLICT',
		});
		expect(await countRows('requests')).toBe(1);
	});

	it('refuses keys that are too long or not visible ASCII', async ({ expect }) => {
		for (const key of ['k'.repeat(129), 'two words', '']) {
			expect(await problem(await postJson('/api/contact', contactBody, { 'Idempotency-Key': key }))).toMatchObject({
				status: 422,
				code: 'INVALID',
			});
		}
	});

	it('keeps neither the key nor the body', async ({ expect }) => {
		await postJson('/api/contact', contactBody, { 'Idempotency-Key': 'my-secret-key' });
		const row = JSON.stringify(await env.DB.prepare('SELECT * FROM idempotency_keys').first());
		expect(row).not.toContain('my-secret-key');
		expect(row).not.toContain('Ada');
	});

	it('stores JSON without a key every time', async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		await postJson('/api/contact', contactBody);
		expect(await countRows('requests')).toBe(2);
	});
});

describe('rates', () => {
	it(
		'refuses the write after the last one of an hour until the hour ends, and counts no replay',
		{ timeout: 30_000 },
		async ({ expect }) => {
			const network = addressHeader(1);
			// A form without script is held where a script would be asked for a challenge.
			for (let index = 0; index < rates.contact.hour; index++) {
				const body = { ...contactBody, name: `Ada ${index}` };
				expect((await postForm('/api/contact', body, network)).status).toBe(303);
				expect((await postForm('/api/contact', body, network)).status).toBe(303);
			}
			const post = (network: Record<string, string>, at: number) =>
				send('/api/contact', { method: 'POST', headers: network, body: new URLSearchParams(contactBody) }, { at });
			const refused = await post(network, start + 600_000);
			expect(refused.headers.get('Retry-After')).toBe('3000');
			expect(refused.status).toBe(429);
			expect(await countRows('requests')).toBe(rates.contact.hour);
			expect((await post(addressHeader(2), start)).status).toBe(303);
			expect((await post(network, start + hourMs)).status).toBe(303);
		},
	);

	it('refuses the write after the last one of a day until the day ends', async ({ expect }) => {
		await postJson('/api/contact', contactBody);
		await env.DB.prepare(`UPDATE rate_counts SET count = max WHERE period = 'day'`).run();
		const refused = await postJson('/api/contact', contactBody, {}, { at: start + hourMs });
		expect(refused.status).toBe(429);
		expect(refused.headers.get('Retry-After')).toBe(String(21 * 3600));
	});

	it('stores no address and nothing that stays the same tomorrow', async ({ expect }) => {
		await postJson('/api/contact', contactBody, addressHeader(7));
		await postJson('/api/contact', contactBody, addressHeader(7), { at: start + 24 * hourMs });
		const { results } = await env.DB.prepare(`SELECT DISTINCT network FROM rate_counts WHERE route = 'contact'`).all<{
			network: string;
		}>();
		expect(results).toHaveLength(2);
		expect(JSON.stringify(results)).not.toContain('198.18');
	});

	it('asks the burst limiter before anything else', async ({ expect }) => {
		const overrides = { BURST: { limit: async () => ({ success: false }) } };
		const refused = await postJson('/api/contact', 'not even read', {}, { overrides });
		expect(refused.status).toBe(429);
		expect(refused.headers.get('Retry-After')).toBe('60');
	});

	it('can be switched off for load tests', async ({ expect }) => {
		const overrides = { RATE_LIMIT: 'off', BURST: { limit: async () => ({ success: false }) } };
		expect((await postJson('/api/contact', contactBody, {}, { overrides })).status).toBe(201);
		expect(await countRows('rate_counts')).toBe(0);
	});
});

describe('the contact form without script', () => {
	for (const locale of ['en', 'zh-cn']) {
		it(`leads to the private page (${locale})`, async ({ expect }) => {
			const response = await postForm('/api/contact', { ...contactBody, locale, urgent: 'on', elapsedMs: '' });
			expect(response.status).toBe(303);
			expect(response.headers.get('Location')).toBe(`/${locale}/requests/`);
			expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-request=R-.*HttpOnly; Secure; SameSite=Strict$/);
			expect(cookies(response)).toContain('.fresh');
			expect(await env.DB.prepare('SELECT urgent FROM requests').first('urgent')).toBe(1);
		});

		it(`shows the form again with its errors and everything typed (${locale})`, async ({ expect }) => {
			const typed = { ...contactBody, locale, email: 'not "an" address', message: '<b>short' };
			const response = await postForm('/api/contact', typed);
			expect(response.status).toBe(422);
			expect(response.headers.get('Content-Type')).toContain('text/html');
			expect(response.headers.get('Cache-Control')).toBe('no-store');
			const page = await response.text();
			expect(tag(page, '<html')).toContain(`lang="${locale === 'en' ? 'en' : 'zh-CN'}"`);
			expect(tag(page, 'name="email"')).toContain('value="not &quot;an&quot; address"');
			expect(tag(page, 'name="email"')).toContain('aria-invalid="true"');
			expect(tag(page, 'name="name"')).not.toContain('aria-invalid');
			expect(tag(page, 'value="deposits"')).toContain('checked');
			expect(tag(page, 'value="safety"')).not.toContain('checked');
			expect(page.includes('&lt;b&gt;short</textarea>')).toBe(true);
			expect(tag(page, 'data-error-summary')).not.toContain('hidden');
			expect(tag(page, 'id="field-email-error"')).not.toContain('hidden');
			expect(tag(page, 'id="field-name-error"')).toContain('hidden');
		});
	}

	it('shows a form with U+0000 in it again', async ({ expect }) => {
		const response = await postForm('/api/contact', { ...contactBody, name: 'A\0da', message: `\0${contactBody.message}` });
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(tag(page, 'name="name"')).toContain('aria-invalid="true"');
		expect(tag(page, 'name="email"')).toContain('value="ada@example.com"');
	});

	it('cuts a secret out of its field and keeps all else', async ({ expect }) => {
		const response = await postForm('/api/contact', { ...contactBody, message: `Please help me.\n${phrase}` });
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(tag(page, 'name="email"')).toContain('value="ada@example.com"');
		expect([page.includes('>Please help me.</textarea>'), page.includes(phrase)]).toEqual([true, false]);
	});

	it('stores a form that is sent twice once, and again after ten minutes', async ({ expect }) => {
		const first = await postForm('/api/contact', contactBody);
		const second = await postForm('/api/contact', contactBody, {}, { at: start + 60_000 });
		expect(cookies(second)).toBe(cookies(first));
		expect(await countRows('requests')).toBe(1);
		await postForm('/api/contact', contactBody, {}, { at: start + 601_000 });
		expect(await countRows('requests')).toBe(2);
	});

	it('gives everything back when it is too large to send', async ({ expect }) => {
		const message = '又过了一天，还是没有到账。'.repeat(3000);
		const response = await postForm('/api/contact', { ...contactBody, message });
		expect(response.status).toBe(413);
		const page = await response.text();
		expect(page).toContain(message.trim());
		expect(tag(page, 'data-code="TOO_LARGE"')).not.toContain('hidden');
		expect(await countRows('requests')).toBe(0);
	});

	it('ignores fields with the names of object properties', async ({ expect }) => {
		for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
			expect((await postForm('/api/contact', { ...contactBody, message: `Something about ${name}`, [name]: 'x' })).status).toBe(
				303,
			);
		}
		expect(await countRows('requests')).toBe(4);
	});

	it('takes multipart forms too', async ({ expect }) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(contactBody)) body.set(name, value);
		expect((await send('/api/contact', { method: 'POST', body })).status).toBe(303);
	});

	it('says on the page that a rate is used up', async ({ expect }) => {
		const response = await postForm(
			'/api/contact',
			contactBody,
			{},
			{ overrides: { BURST: { limit: async () => ({ success: false }) } } },
		);
		expect(response.status).toBe(429);
		expect(response.headers.get('Retry-After')).toBe('60');
		const page = await response.text();
		expect(tag(page, 'name="email"')).toContain('value="ada@example.com"');
		expect(tag(page, 'data-code="RATE_LIMITED"')).not.toContain('hidden');
	});
});
