import { env } from 'cloudflare:workers';
import { beforeEach, describe, inject, it, vi } from 'vitest';

import type { Fetch } from '../../worker/outbox/delivery.ts';
import type { Origin } from '../fixtures/webhooks/provided.ts';
import { contactBody, hourMs, postJson, setUp, start } from './helpers.ts';
import { sweep } from './outbox-helpers.ts';

setUp();

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

const right = {
	slack: { NOTIFY_SLACK_URL: 'https://hooks.example/slack' },
	telegram: { NOTIFY_TELEGRAM_TOKEN: '123:token-x', NOTIFY_TELEGRAM_CHAT: '-1001' },
	feishu: { NOTIFY_FEISHU_URL: 'https://open.example/feishu', NOTIFY_FEISHU_SECRET: 'demo' },
	dingtalk: { NOTIFY_DINGTALK_URL: 'https://oapi.example/dingtalk?access_token=t', NOTIFY_DINGTALK_SECRET: 'SECx' },
} as const;

const wrong = {
	telegram: { ...right.telegram, NOTIFY_TELEGRAM_TOKEN: '123:token-y' },
	feishu: { ...right.feishu, NOTIFY_FEISHU_SECRET: 'other' },
	dingtalk: { ...right.dingtalk, NOTIFY_DINGTALK_SECRET: 'other' },
} as const;

/** The same bytes over real HTTP, to the receiver in place of the service; its clock stands where it is told. */
function toReceiver(clock = start): Fetch {
	return (url, init) => {
		const { pathname, search } = new URL(url);
		const headers = new Headers(init.headers);
		headers.set('X-Clock', String(clock));
		const origin: Origin = inject('receiver');
		return fetch(`${origin}${pathname}${search}`, { ...init, headers });
	};
}

async function notify(overrides: Record<string, string>, send = toReceiver()): Promise<unknown> {
	await postJson('/api/contact', contactBody, {}, { overrides });
	await sweep(start, overrides, send);
	return env.DB.prepare(`SELECT state, failure FROM outbox WHERE kind = 'staff'`).first();
}

describe('a receiver that checks as the service does', () => {
	it.for(Object.keys(right) as (keyof typeof right)[])('takes what %s is sent', async (name, { expect }) => {
		expect(await notify(right[name])).toEqual({ state: 'sent', failure: null });
	});

	it.for(Object.keys(wrong) as (keyof typeof wrong)[])(
		'refuses what %s is sent with another secret',
		async (name, { expect }) => {
			expect(await notify(wrong[name])).toEqual({ state: 'due', failure: 'REFUSED' });
		},
	);

	it.for(['feishu', 'dingtalk'] as const)('refuses a signature of %s that is older than an hour', async (name, { expect }) => {
		const late = toReceiver(start + 2 * hourMs);
		expect(await notify(right[name], late)).toEqual({ state: 'due', failure: 'REFUSED' });
	});
});
