import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { personRates, rates } from '#shared/limits';

import { deleteRequest } from '../../worker/db/requests.ts';
import { addressHeader, countRows, hourMs, json, postForm, postJson, problem, send, setUp, start, tag } from './helpers.ts';
import { mailbox, minute, newRequest, outbox, sweep } from './outbox-helpers.ts';

setUp();

const known = { locale: 'en', email: 'ada@example.com' };
const unknown = { locale: 'en', email: 'nobody@example.com' };

/** Requests, their acknowledgements out of the way. */
async function requests(...bodies: object[]): Promise<string[]> {
	const references: string[] = [];
	for (const [index, body] of bodies.entries()) references.push((await newRequest(body, addressHeader(index))).reference);
	await sweep();
	return references;
}

async function linkMails(at = start + minute) {
	await sweep(at);
	return (await mailbox()).filter(({ subject }) => /Links to|请求链接/.test(subject));
}

describe('a lost link', () => {
	it('is mailed with those of all open requests to their address, and to no other', async ({ expect }) => {
		const [first = '', second = '', other = ''] = await requests(
			{},
			{ email: 'Ada@Example.com' },
			{ email: 'grace@example.com' },
		);
		expect(await json(await postJson('/api/links', { ...known, email: 'ADA@example.com' }))).toEqual({ accepted: true });
		const [mail, ...more] = await linkMails();
		expect(more).toEqual([]);
		expect(mail?.recipient.toLowerCase()).toBe('ada@example.com');
		for (const reference of [first, second]) expect(mail?.text).toContain(`/en/requests/#${reference}.`);
		expect(mail?.text).not.toContain(other);
		const [, secret = ''] = new RegExp(`#${first}\\.(\\S+)`).exec(mail?.text ?? '') ?? [];
		const opened = await send(`/api/requests/${first}`, { headers: { Authorization: `Bearer ${secret}` } });
		expect(opened.status).toBe(200);
	});

	it('is mailed although the request that it was found by is deleted first', async ({ expect }) => {
		const [first = '', second = ''] = await requests({}, {});
		await postJson('/api/links', known);
		const reference = (await outbox()).find(({ kind }) => kind === 'links')?.['reference'];
		await env.DB.batch(deleteRequest(env.DB, String(reference)));
		const [mail] = await linkMails();
		expect(mail?.text).toContain(`#${reference === first ? second : first}.`);
		await postJson('/api/links', known);
		await env.DB.batch(deleteRequest(env.DB, reference === first ? second : first));
		expect((await outbox()).filter(({ kind, state }) => kind === 'links' && state !== 'sent')).toEqual([]);
	});

	it('is answered the same, and written the same, when nobody knows the address', async ({ expect }) => {
		await requests({});
		const answers = await Promise.all([postJson('/api/links', known), postJson('/api/links', unknown)]);
		const seen = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
		expect(seen[0]).toEqual(seen[1]);
		const asked = (await outbox()).filter(({ kind }) => kind === 'links');
		expect(asked.map(({ state, attempts }) => [state, attempts])).toEqual([
			['due', 0],
			['due', 0],
		]);
		expect(JSON.stringify(asked)).not.toContain('example.com');
		expect(await linkMails()).toHaveLength(1);
		expect((await outbox()).filter(({ kind }) => kind === 'links')).toHaveLength(1);
	});

	it('is asked for in plain forms too, with the same words for both', async ({ expect }) => {
		await requests({});
		const pages: string[] = [];
		for (const { email } of [known, unknown]) {
			const answer = await postForm('/zh-cn/requests/', { action: 'links', email });
			expect(answer.status).toBe(200);
			pages.push(await answer.text());
		}
		expect(pages[0]).toBe(pages[1]);
		expect(tag(pages[0] ?? '', 'data-show="done:links"')).not.toContain('hidden');
		expect(await linkMails()).toMatchObject([
			{ subject: expect.stringContaining('请求链接'), text: expect.stringContaining('/zh-cn/requests/#') },
		]);
	});

	it('gives a wrong address back to be mended', async ({ expect }) => {
		expect(await problem(await postJson('/api/links', { ...known, email: 'ada' }))).toMatchObject({
			fields: ['email: INVALID_EMAIL'],
		});
		const answer = await postForm('/en/requests/', { action: 'links', email: 'ada@' });
		const page = await answer.text();
		expect([answer.status, tag(page, 'name="email"')]).toEqual([422, expect.stringContaining('value="ada@"')]);
		expect(tag(page, 'data-errors="email"')).not.toContain('hidden');
		expect(await countRows('outbox')).toBe(0);
	});

	it('is asked for so often a day for one address, known or not, from wherever it comes', async ({ expect }) => {
		await requests({});
		for (const asked of [known, unknown]) {
			const statuses: number[] = [];
			for (let index = 0; index <= personRates.linksEmail; index++)
				statuses.push((await postJson('/api/links', asked, addressHeader(index + 20))).status);
			expect(statuses).toEqual([...Array.from({ length: personRates.linksEmail }, () => 200), 429]);
		}
	});

	it('is asked for so often an hour from one network', async ({ expect }) => {
		const ask = (index: number, at = start) =>
			postJson('/api/links', { locale: 'en', email: `p${index}@example.com` }, addressHeader(7), { at });
		for (let index = 0; index < rates.links.hour; index++) expect((await ask(index)).status).toBe(200);
		const late = await ask(99);
		expect([late.status, Number(late.headers.get('Retry-After')) > 0]).toEqual([429, true]);
		expect((await ask(99, start + hourMs)).status).toBe(200);
	});
});
