import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, vi } from 'vitest';

import { DeliveryError } from '../../worker/outbox/delivery.ts';
import { composeMail } from '../../worker/mail/compose.ts';
import { requireSafe } from '../../worker/mail/headers.ts';
import { openSender } from '../../worker/mail/sender.ts';
import { readSettings, type Settings } from '../../worker/settings.ts';
import { json, secretOf, send, setUp, start } from './helpers.ts';
import { api, mailbox, minute, newRequest, outbox, provider, sweep } from './outbox-helpers.ts';

setUp();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

const safety = { en: /never ask for a recovery phrase.*never call you first/, 'zh-cn': /绝不会索要助记词.*绝不会主动打电话/ };
const facts = {
	links: [{ reference: 'R-00000-00000', url: 'https://help.example/en/requests/#R-00000-00000.secret' }],
	brand: 'Help',
	isDemonstration: false,
};
const mail = {
	key: 'k',
	reference: 'R-00000-00000',
	to: 'ada@example.com',
	fromName: 'Help & Co 帮助',
	subject: '已收到',
	text: 't',
	headers: {},
	html: 'h',
};

/** The private link in a mail. */
function linkIn(text: string): string {
	return /\S+\/requests\/#\S+/.exec(text)?.[0] ?? '';
}

function open(url: string): Promise<Response> {
	const [reference] = url.split('#')[1]?.split('.') ?? [];
	return send(`/api/requests/${reference}`, { headers: { Authorization: `Bearer ${secretOf(url)}` } });
}

function verifiedAt(reference: string): Promise<number | null> {
	return env.DB.prepare('SELECT email_verified_at FROM requests WHERE reference = ?1')
		.bind(reference)
		.first<number>('email_verified_at');
}

describe('an acknowledgement', () => {
	it.each(['en', 'zh-cn'] as const)('is written in the person’s language, with nothing they typed (%s)', async (locale) => {
		const { expect } = await import('vitest');
		const typed = { name: 'Click-evil-example', message: 'Visit evil.example now, dear friend', device: 'Evilphone' };
		const { reference } = await newRequest({ ...typed, locale });
		await sweep();
		const [received] = await mailbox();
		expect(received).toMatchObject({ recipient: 'ada@example.com', reference });
		expect(received?.subject).toContain(reference);
		for (const body of [received?.text, received?.html]) {
			expect(body).toMatch(safety[locale]);
			expect(body).toContain(`/${locale}/requests/#${reference}.`);
			expect(body).toMatch(/demonstration|演示/i);
		}
		expect(received?.html).toContain(locale === 'en' ? '<html lang="en">' : '<html lang="zh-CN">');
		expect(JSON.stringify(received)).not.toMatch(/evil|friend/i);
	});

	it('proves the address to whoever opens its link, which the link on the screen does not', async ({ expect }) => {
		const { reference, url } = await newRequest();
		await sweep();
		const mailed = linkIn((await mailbox())[0]?.text ?? '');
		expect(secretOf(mailed)).not.toBe(secretOf(url));
		expect([(await open(url)).status, await verifiedAt(reference)]).toEqual([200, null]);
		expect((await open(mailed)).status).toBe(200);
		const at = await verifiedAt(reference);
		expect(at).toBeGreaterThanOrEqual(start);
		await open(mailed);
		expect(await verifiedAt(reference)).toBe(at);
	});

	it('opens only the request that it belongs to', async ({ expect }) => {
		const { reference } = await newRequest();
		const other = await newRequest({ email: 'grace@example.com' });
		await sweep();
		const mailed = linkIn((await mailbox()).find((one) => one.reference === reference)?.text ?? '');
		expect((await open(mailed.replace(reference, other.reference))).status).toBe(404);
		expect(await verifiedAt(other.reference)).toBeNull();
		await env.DB.prepare('UPDATE requests SET generation = 2 WHERE reference = ?1').bind(reference).run();
		expect((await open(mailed)).status).toBe(404);
	});
});

describe('every mail', () => {
	it.each(['acknowledgement', 'reply', 'solved', 'links'] as const)(
		'says the same in HTML and in plain text (%s)',
		async (kind) => {
			const { expect } = await import('vitest');
			for (const locale of ['en', 'zh-cn'] as const) {
				const { subject, text, html } = composeMail(kind, { ...facts, locale });
				expect(text).toMatch(safety[locale]);
				expect([subject, text, html].join()).not.toMatch(/\{|undefined/);
				const words = html.replace(/<title>.*?<\/title>/, '').replace(/<[^>]*>/g, '\n');
				for (const line of text.split(/\n+/)) expect(words).toContain(line.replace(/^\* | \*$/g, ''));
			}
		},
	);
});

describe('a mail’s headers', () => {
	it.each([
		{ to: 'ada@example.com\r\nBcc: all@example.com' },
		{ to: 'ada@example.com, all@example.com' },
		{ to: 'Ada <ada@example.com>' },
		{ to: 'ada@example.com\u2028x' },
		{ to: `${'a'.repeat(250)}@example.com` },
		{ subject: 'Hello\r\nBcc: all@example.com' },
		{ subject: 'Hello\nX: y' },
		{ subject: 'Hello\u0000' },
		{ fromName: 'Help\r\nBcc: all@example.com' },
		{ fromName: 'Help <evil@example.com>' },
		{ headers: { 'X-Mail-Key': 'a\r\nBcc: all@example.com' } },
	])('take nothing in: %j', async (fields) => {
		const { expect } = await import('vitest');
		expect(() => requireSafe({ ...mail, ...fields })).toThrow(DeliveryError);
		const asked = provider(200);
		const settings = readSettings({ ...env, ...api } as Env);
		const sent = openSender(env, settings, asked.fetch)?.send({ ...mail, ...fields });
		await expect(sent).rejects.toMatchObject({ isFinal: true });
		expect(asked.calls).toEqual([]);
	});

	it('carry other scripts and signs', ({ expect }) => {
		expect(requireSafe(mail)).toBe(mail);
	});

	it('cannot be reached by an address in a form', async ({ expect }) => {
		for (const email of ['a@example.com\r\nBcc: b@example.com', 'a@example.com,b@example.com', '"a\nb"@example.com'])
			expect(await newRequest({ email })).toMatchObject({ code: 'INVALID' });
		expect(await outbox()).toEqual([]);
	});
});

describe('the way a mail goes out', () => {
	it('is an HTTP API when one is configured', async ({ expect }) => {
		const { reference } = await newRequest();
		const asked = provider({ id: 'x' });
		await sweep(start, api, asked.fetch);
		const [call] = asked.calls;
		expect(call).toMatchObject({ url: api.MAIL_API_URL, body: { to: ['ada@example.com'] } });
		expect(call?.body['from']).toMatch(/^"[^"]+" <help@example\.com>$/);
		expect(call?.headers.get('Authorization')).toBe('Bearer key-1');
		expect(call?.headers.get('Idempotency-Key')).toBe(`acknowledgement.${reference}`);
	});

	it('is Cloudflare’s binding when there is one, whose errors are told apart', async ({ expect }) => {
		await newRequest();
		const failures = [new Error('connection'), Object.assign(new Error('x'), { code: 'E_RECIPIENT_SUPPRESSED' })];
		const MAIL = {
			send: vi.fn<(message: object) => Promise<object>>(async () => Promise.reject(failures.shift() ?? new Error('x'))),
		};
		await sweep(start, { MAIL, MAIL_FROM: 'help@example.com' });
		expect(await outbox()).toMatchObject([{ state: 'due', failure: 'NO_ANSWER', unsure: 1 }]);
		await sweep(start + 2 * minute, { MAIL, MAIL_FROM: 'help@example.com' });
		expect(await outbox()).toMatchObject([{ state: 'dead', failure: 'E_RECIPIENT_SUPPRESSED' }]);
		expect(MAIL.send.mock.calls[0]?.[0]).toMatchObject({ to: 'ada@example.com', from: { email: 'help@example.com' } });
	});

	it('is the local mailbox on a developer’s machine only', ({ expect }) => {
		const settings = { ENVIRONMENT: 'local' } as Settings;
		expect(openSender(env, settings, fetch)?.isIdempotent).toBe(true);
		expect(openSender(env, { ...settings, ENVIRONMENT: 'production' }, fetch)).toBeNull();
		expect(openSender(env, { ...settings, ENVIRONMENT: 'production', MAIL_FROM: 'a@example.com' }, fetch)).toBeNull();
	});

	it('leads links to where the server stands', async ({ expect }) => {
		await newRequest();
		await sweep(start, { PUBLIC_ORIGIN: 'http://localhost:8787' });
		expect(linkIn((await mailbox())[0]?.text ?? '')).toMatch(/^http:\/\/localhost:8787\/en\/requests\/#R-/);
		expect(() =>
			readSettings({ ...env, ENVIRONMENT: 'production', DESK_TOKEN: '', PUBLIC_ORIGIN: 'https://x.example' } as unknown as Env),
		).toThrow('PUBLIC_ORIGIN');
	});

	it('answers the page of a mailed link like any other', async ({ expect }) => {
		await newRequest();
		await sweep();
		const answer = await json<{ state: string }>(await open(linkIn((await mailbox())[0]?.text ?? '')));
		expect(answer.state).toBe('received');
	});
});
