import { env } from 'cloudflare:workers';
import { beforeEach, describe, it, vi } from 'vitest';

import { signDingTalk, signFeishu } from '../../worker/notify/sign.ts';
import { contactBody, countRows, json, postForm, postJson, setUp, start } from './helpers.ts';
import { minute, outbox, provider, sweep } from './outbox-helpers.ts';

setUp();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

const settings = {
	slack: { NOTIFY_SLACK_URL: 'https://hooks.example/slack' },
	telegram: { NOTIFY_TELEGRAM_TOKEN: '123:token-x', NOTIFY_TELEGRAM_CHAT: '-1001' },
	feishu: { NOTIFY_FEISHU_URL: 'https://open.example/feishu', NOTIFY_FEISHU_SECRET: 'demo' },
	dingtalk: { NOTIFY_DINGTALK_URL: 'https://oapi.example/robot/send?access_token=t', NOTIFY_DINGTALK_SECRET: 'SECx' },
};
const yes = { ok: true, code: 0, errcode: 0 };

async function notify(name: keyof typeof settings, ...answers: (number | 'timeout' | object)[]) {
	const overrides = settings[name];
	const { reference } = await json<{ reference: string }>(await postJson('/api/contact', contactBody, {}, { overrides }));
	const asked = provider(...answers);
	await sweep(start, overrides, asked.fetch);
	return { reference, ...asked };
}

function staffRows() {
	return env.DB.prepare(`SELECT channel, state, failure FROM outbox WHERE kind = 'staff'`).all();
}

describe('a staff webhook', () => {
	it.each(['slack', 'telegram', 'feishu', 'dingtalk'] as const)(
		'%s is told reference, topic and team, and nothing else',
		async (name) => {
			const { expect } = await import('vitest');
			const { reference, calls } = await notify(name, yes);
			expect(calls).toHaveLength(1);
			const body = JSON.stringify(calls[0]?.body);
			expect(body).toContain(reference);
			expect(body).toMatch(/充值|Deposit|deposit|到账/);
			expect(body).toContain('客服 / Support');
			expect(body).not.toMatch(/Ada|example\.com|arrived since/);
			expect((await staffRows()).results).toEqual([{ channel: name, state: 'sent', failure: null }]);
		},
	);

	it('is told once a request, also when the queue or the cron come again', async ({ expect }) => {
		const { calls, fetch } = await notify('slack', 200);
		await sweep(start + minute, settings.slack, fetch);
		expect(calls).toHaveLength(1);
	});

	it.each([
		['telegram', { ok: false }],
		['feishu', { code: 19021, msg: 'sign match fail' }],
		['dingtalk', { errcode: 310000 }],
	] as const)('%s that says no with status 200 has not been told', async (name, answer) => {
		const { expect } = await import('vitest');
		await notify(name, answer);
		expect((await staffRows()).results).toEqual([{ channel: name, state: 'due', failure: 'REFUSED' }]);
	});

	it('that fails keeps no mail from being sent', async ({ expect }) => {
		await notify('slack', 500);
		expect(await countRows('mailbox')).toBe(1);
		expect((await staffRows()).results).toMatchObject([{ state: 'due', failure: 'HTTP_500' }]);
	});

	it('is not told of what may be spam, and nobody is when none is configured', async ({ expect }) => {
		await postForm('/api/contact', { ...contactBody, website: 'spam' }, {}, { overrides: settings.slack });
		await postJson('/api/contact', { ...contactBody, email: 'grace@example.com' });
		expect((await outbox()).map(({ kind }) => kind)).toEqual(['acknowledgement', 'acknowledgement']);
	});
});

describe('a signature', () => {
	it('goes into the body for Feishu and Lark', async ({ expect }) => {
		const { calls } = await notify('feishu', yes);
		const { timestamp, sign } = { ...calls[0]?.body } as { timestamp: string; sign: string };
		expect(timestamp).toMatch(/^\d{10}$/);
		expect(sign).toBe(await signFeishu('demo', Number(timestamp)));
	});

	it('goes into the address for DingTalk, beside its token', async ({ expect }) => {
		const { calls } = await notify('dingtalk', yes);
		const { searchParams } = new URL(calls[0]?.url ?? '');
		expect(searchParams.get('access_token')).toBe('t');
		expect(searchParams.get('timestamp')).toMatch(/^\d{13}$/);
		expect(searchParams.get('sign')).toBe(await signDingTalk('SECx', Number(searchParams.get('timestamp'))));
	});

	it('is what the providers compute', async ({ expect }) => {
		expect(await signFeishu('demo', 1_599_360_473)).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=');
		expect(await signDingTalk('SECx', 1_599_360_473_000)).toBe('kZClFWJgWKbpyiNuCYzh2LpxohAhwJ2TFVhsZ+jjN8o=');
	});
});
