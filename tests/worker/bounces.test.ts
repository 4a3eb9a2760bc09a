import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, vi } from 'vitest';

import { bounceTag, tagHeader } from '../../worker/mail/bounce-tag.ts';
import worker from '../../worker/index.ts';
import { cookies, envAt, postForm, send, setUp, start } from './helpers.ts';
import { api, failingAt, minute, newRequest, outbox, provider, sweep } from './outbox-helpers.ts';

setUp();

const logged: string[] = [];

beforeEach(() => {
	logged.length = 0;
	for (const method of ['log', 'info', 'warn', 'error'] as const)
		vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void logged.push(args.map(String).join(' ')));
});

/** A request whose acknowledgement has been sent, and the tag that it bore. */
async function sentMail() {
	const { reference } = await newRequest();
	const mails = provider(200);
	await sweep(start, api, mails.fetch);
	const headers = mails.calls.at(-1)?.body['headers'] as Record<string, string> | undefined;
	return { reference, tag: headers?.[tagHeader] ?? '' };
}

/** What a mail server writes when it cannot deliver (RFC 3464). */
function report({
	tag = '',
	action = 'failed',
	status = '5.1.1',
	quoted = 'message/rfc822',
	type = 'delivery-status',
	folded = false,
}: ReportParts): string {
	const header = folded ? `${tagHeader}:\r\n ${tag}` : `${tagHeader}: ${tag}`;
	return [
		'From: Mail Delivery System <MAILER-DAEMON@mail.example>',
		'To: help@example.com',
		'Subject: Undelivered Mail Returned to Sender',
		'MIME-Version: 1.0',
		`Content-Type: multipart/report; report-type=${type};\r\n\tboundary="b1"`,
		'',
		'--b1',
		'Content-Type: text/plain; charset=us-ascii',
		'',
		'<ada@example.com>: user unknown, marked words',
		'',
		'--b1',
		'Content-Type: message/delivery-status',
		'',
		'Reporting-MTA: dns; mail.example',
		'',
		'Final-Recipient: rfc822; ada@example.com',
		`Action: ${action}`,
		`Status: ${status}`,
		'Diagnostic-Code: smtp; 550 5.1.1 user unknown, marked words',
		'',
		'--b1',
		`Content-Type: ${quoted}`,
		'',
		'From: Help <help@example.com>',
		'To: ada@example.com',
		header,
		'Subject: We have your request',
		'',
		'Hello',
		'--b1--',
		'',
	].join('\r\n');
}

async function receive(text: string, overrides: Record<string, unknown> = {}): Promise<void> {
	const bytes = new TextEncoder().encode(text);
	const raw = new Response(bytes).body as ReadableStream<Uint8Array>;
	await worker.email({ raw, rawSize: bytes.byteLength } as ForwardableEmailMessage, envAt(start + minute, overrides));
}

const bounces = async () => (await outbox()).map(({ bounce }) => bounce);

describe('a mail that comes back', () => {
	it.each([{}, { quoted: 'text/rfc822-headers' }, { folded: true }, { action: 'Failed' }])(
		'is marked with its status: %j',
		async (parts) => {
			const { expect } = await import('vitest');
			const { tag } = await sentMail();
			await receive(report({ tag, ...parts }));
			expect(await outbox()).toMatchObject([{ state: 'sent', bounce: '5.1.1', bounced_at: expect.any(Number) }]);
		},
	);

	it('shows on the request and in the list of messages', async ({ expect }) => {
		const { reference, tag } = await sentMail();
		await receive(report({ tag }));
		const login = cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }));
		for (const path of [`/desk/requests/${reference}`, '/desk/outbox/']) {
			const page = await (await send(path, { headers: { Cookie: login, 'Accept-Language': 'en' } })).text();
			expect(page).toContain('Came back 5.1.1');
		}
	});

	it('is logged as a word, without an address or what the report says, and nothing of the report is stored', async ({
		expect,
	}) => {
		const { tag } = await sentMail();
		await receive(report({ tag }));
		expect(logged).toEqual([JSON.stringify({ bounce: 'MARKED', code: '5.1.1' })]);
		expect(JSON.stringify(await outbox())).not.toMatch(/ada@|marked words|MAILER/);
	});

	it('has its odd status made a plain one', async ({ expect }) => {
		const { tag } = await sentMail();
		await receive(report({ tag, status: '<script>' }));
		expect(await bounces()).toEqual(['5.0.0']);
	});

	it('keeps the first status when it is reported again', async ({ expect }) => {
		const { tag } = await sentMail();
		await receive(report({ tag }));
		await receive(report({ tag, status: '5.2.2' }));
		expect(await bounces()).toEqual(['5.1.1']);
	});

	it('is reported again when the database did not answer', async ({ expect }) => {
		const { tag } = await sentMail();
		await expect(receive(report({ tag }), { DB: failingAt('UPDATE outbox') })).rejects.toThrow('D1_ERROR');
		await receive(report({ tag }));
		expect(await bounces()).toEqual(['5.1.1']);
	});
});

describe('what marks nothing', () => {
	it('is a report that nobody signed, or that another key signed', async ({ expect }) => {
		const { tag } = await sentMail();
		const key = tag.slice(0, tag.lastIndexOf('.'));
		const forged = [
			key,
			`${key}.${'A'.repeat(22)}`,
			await bounceTag('another-link-key-another-link-key', key),
			`${tag}x`,
			'.',
			'',
		];
		for (const attempt of forged) await receive(report({ tag: attempt }));
		expect([await bounces(), logged]).toEqual([[null], forged.map(() => JSON.stringify({ bounce: 'IGNORED' }))]);
	});

	it('is a report about a mail that is not there any more', async ({ expect }) => {
		await sentMail();
		await receive(report({ tag: await bounceTag(env.LINK_KEY, 'reply.R-00000-00000.1') }));
		expect(await bounces()).toEqual([null]);
	});

	it('is "not yet", a read receipt, and any mail that is no report', async ({ expect }) => {
		const { tag } = await sentMail();
		await receive(report({ tag, action: 'delayed', status: '4.4.1' }));
		await receive(report({ tag, type: 'disposition-notification' }));
		await receive(`From: a@example.com\r\nSubject: Hello\r\n${tagHeader}: ${tag}\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`);
		await receive('\u0000\u0001 nonsense');
		await receive('');
		await receive(report({ tag }) + 'x'.repeat(600_000));
		expect(await bounces()).toEqual([null]);
	});
});

interface ReportParts {
	tag?: string;
	action?: string;
	status?: string;
	/** How the returned mail is quoted. */
	quoted?: string;
	type?: string;
	folded?: boolean;
}
