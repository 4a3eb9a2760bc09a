import { env } from 'cloudflare:workers';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeEach, describe, it, vi } from 'vitest';

import { createApp } from '../../worker/app.ts';
import { cookies, countRows, postForm, send, setUp, start, tag } from './helpers.ts';
import { api, mailbox, minute, newRequest, outbox, provider, sweep } from './outbox-helpers.ts';

setUp();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

async function staff(): Promise<{ Cookie: string }> {
	return { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })) };
}

async function page(path: string, overrides: Record<string, unknown> = {}, at = start): Promise<string> {
	return (await send(path, { headers: await staff() }, { overrides, at })).text();
}

/** A page as staff see it in production. */
async function productionPage(path: string, overrides: Record<string, unknown> = {}): Promise<string> {
	const { publicKey, privateKey } = await generateKeyPair('RS256');
	const access = { ACCESS_TEAM_DOMAIN: 'https://team.cloudflareaccess.com', ACCESS_AUDIENCE: 'audience' };
	const through = createApp({ accessKeys: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256' }] }) });
	const token = await new SignJWT({ email: 'agent@example.com' })
		.setProtectedHeader({ alg: 'RS256' })
		.setIssuer(access.ACCESS_TEAM_DOMAIN)
		.setAudience(access.ACCESS_AUDIENCE)
		.setExpirationTime('5 minutes')
		.sign(privateKey);
	const production = { ENVIRONMENT: 'production', DESK_TOKEN: '', CLOCK_OFFSET_MS: '', ...access, ...overrides };
	const answer = await send(path, { headers: { 'Cf-Access-Jwt-Assertion': token } }, { through, overrides: production });
	return answer.text();
}

/** A section of a page, by its heading. */
function section(text: string, heading: string): string {
	const at = text.indexOf(`<h2>${heading}</h2>`);
	return at < 0 ? '' : text.slice(at, text.indexOf('</section>', at));
}

describe('/desk/outbox/', () => {
	it('shows what is due, dead, sent and possibly sent twice, and no address', async ({ expect }) => {
		const { reference: dead } = await newRequest();
		await sweep(start, api, provider(422).fetch);
		const { reference: twice } = await newRequest({ email: 'twice@example.com' });
		const slow = provider('timeout', 200);
		await sweep(start, api, slow.fetch);
		await sweep(start + 2 * minute, api, slow.fetch);
		const { reference: due } = await newRequest({ email: 'due@example.com' });
		const text = await page('/desk/outbox/?lang=en');
		expect(section(text, 'Dead')).toContain(dead);
		expect(section(text, 'Dead')).toContain('HTTP_422');
		expect(section(text, 'Due')).toContain(due);
		expect(section(text, 'Possibly sent twice')).toContain(twice);
		expect(section(text, 'Sent')).toContain(twice);
		expect(text).not.toContain('example.com<');
		expect(text).not.toContain('role="alert"');
	});

	it('says that nothing can send mail, and that something is late', async ({ expect }) => {
		await newRequest();
		const local = await page('/desk/outbox/?lang=en', {}, start + 6 * minute);
		expect(local).toContain('due for more than five minutes');
		expect(local).not.toContain('No way to send mail');
		expect(await productionPage('/desk/outbox/?lang=en')).toContain('No way to send mail');
		expect(await productionPage('/desk/outbox/?lang=en', api)).not.toContain('No way to send mail');
		expect(await productionPage('/desk/mailbox/')).toContain('NOT_FOUND');
	});

	it('sends a dead message again, once however often the button is pressed', async ({ expect }) => {
		const { reference } = await newRequest();
		await sweep(start, api, provider(422).fetch);
		const headers = await staff();
		const fields = { action: 'again', message: String((await outbox())[0]?.['id']), back: `/desk/requests/${reference}` };
		for (let press = 0; press < 2; press++) {
			const answer = await postForm('/desk/outbox/', fields, headers, { at: start + minute });
			expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/desk/requests/${reference}`]);
		}
		await sweep(start + minute);
		expect(await mailbox()).toHaveLength(1);
		await postForm('/desk/outbox/', fields, headers, { at: start + minute });
		await sweep(start + 2 * minute);
		expect([await countRows('mailbox'), await outbox()]).toMatchObject([1, [{ state: 'sent', failure: null }]]);
		const log = await env.DB.prepare('SELECT action, subject FROM audit_log').all();
		expect(log.results).toContainEqual({ action: 'resent', subject: reference });
	});

	it('sets a dead message aside, also one about nobody, once, and with a line in the log', async ({ expect }) => {
		const { reference } = await newRequest();
		await sweep(start, api, provider(422).fetch);
		await env.DB.prepare(
			`INSERT INTO outbox (dedupe_key, channel, kind, about, locale, state, failure, due_at, created_at)
			VALUES ('slack.alert.late.1', 'slack', 'alert', 'late', 'en', 'dead', 'HTTP_500', 1, 1)`,
		).run();
		const ids = (await outbox()).map(({ id }) => String(id));
		const headers = await staff();
		for (const message of [...ids, ...ids]) {
			const fields = { action: 'dismiss', message, back: '/desk/outbox/' };
			expect((await postForm('/desk/outbox/', fields, headers)).status).toBe(303);
		}
		expect(section(await page('/desk/outbox/?lang=en'), 'Dead')).toContain('Nothing here.');
		const log = await env.DB.prepare(`SELECT subject FROM audit_log WHERE action = 'dismissed'`).all();
		expect(log.results).toEqual([{ subject: reference }, { subject: 'late' }]);
		const kept = section(await page(`/desk/requests/${reference}?lang=en`), 'Messages');
		expect(kept).toMatch(/HTTP_422[\s\S]*Send again/);
		expect(kept).not.toContain('value="dismiss"');
		const fields = { action: 'again', message: ids[0] ?? '', back: `/desk/requests/${reference}` };
		await postForm('/desk/outbox/', fields, headers);
		await sweep(start + minute);
		expect(await mailbox()).toHaveLength(1);
	});

	it('leads nowhere but back into the desk', async ({ expect }) => {
		const answer = await postForm('/desk/outbox/', { action: 'again', message: '1', back: '//evil.example/' }, await staff());
		expect(answer.status).toBe(422);
	});

	it('is for staff only', async ({ expect }) => {
		for (const path of ['/desk/outbox/', '/desk/mailbox/', '/desk/mailbox/html?key=x'])
			expect((await send(path)).status).toBe(401);
		expect((await postForm('/desk/outbox/', { message: '1', back: '/desk/outbox/' })).status).toBe(401);
	});
});

describe('the page of a request', () => {
	it('shows its messages, why one failed, and whether the address is proved', async ({ expect }) => {
		const { reference } = await newRequest();
		await sweep(start, api, provider(422).fetch);
		const path = `/desk/requests/${reference}`;
		const failed = section(await page(`${path}?lang=en`), 'Messages');
		expect(failed).toContain('HTTP_422');
		expect(failed).toContain('Send again');
		expect(failed).toContain('not proved');
		await env.DB.prepare('UPDATE requests SET email_verified_at = 1').run();
		expect(section(await page(`${path}?lang=zh-cn`), '消息')).toContain('邮箱已验证');
	});
});

describe('/desk/mailbox/', () => {
	it('shows the mails of this machine with links that can be followed', async ({ expect }) => {
		const { reference } = await newRequest();
		await sweep(start, { PUBLIC_ORIGIN: 'http://localhost:8787' });
		const text = await page('/desk/mailbox/?lang=en');
		expect(tag(text, `http://localhost:8787/en/requests/#${reference}.`)).toContain('<a href');
		expect(text).toContain('ada@example.com');
	});

	it('shows a mail as HTML in a world of its own', async ({ expect }) => {
		const { reference } = await newRequest();
		await sweep();
		const answer = await send(`/desk/mailbox/html?key=acknowledgement.${reference}`, { headers: await staff() });
		expect(await answer.text()).toContain(reference);
		expect(answer.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*sandbox/);
		expect((await send('/desk/mailbox/html?key=none', { headers: await staff() })).status).toBe(404);
	});
});
