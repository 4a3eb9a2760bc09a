import { support } from '#config/support';

import { findMailTarget } from '../db/mail-targets.ts';
import { answerFields, DeliveryError, postToProvider, type Channel, type Fetch } from '../delivery.ts';
import { now, type Settings } from '../settings.ts';
import { signDingTalk, signFeishu } from './sign.ts';

/** The staff webhooks that are configured, by their names in the outbox. */
export function webhookNames(settings: Settings): WebhookName[] {
	const { NOTIFY_TELEGRAM_TOKEN: token, NOTIFY_TELEGRAM_CHAT: chat } = settings;
	const configured = {
		slack: settings.NOTIFY_SLACK_URL,
		telegram: token && chat,
		feishu: settings.NOTIFY_FEISHU_URL,
		dingtalk: settings.NOTIFY_DINGTALK_URL,
	};
	return (Object.keys(posts) as WebhookName[]).filter((name) => configured[name]);
}

/** The ways out to staff. They carry reference, topic and team, and none of them knows keys. */
export function openWebhooks(env: Env, settings: Settings, send: Fetch): Channel[] {
	return webhookNames(settings).map((name) => ({
		name,
		isIdempotent: false,
		async deliver({ reference }) {
			const target = reference === null ? null : await findMailTarget(env.DB, reference);
			if (!target || reference === null) return 'gone';
			await posts[name](staffText(reference, target), settings, send);
			return 'sent';
		},
	}));
}

/** In both languages: a team's chat has one text for everybody. */
function staffText(reference: string, target: { topic: string; team: string }): string {
	const topic = support.topics.find(({ id }) => id === target.topic);
	const team = support.teams.find(({ id }) => id === target.team);
	return [reference, bothNames(topic?.name, target.topic), bothNames(team?.name, target.team)].filter(Boolean).join(' · ');
}

function bothNames(name: Record<'zh-cn' | 'en', string> | undefined, fallback: string): string {
	return name ? `${name['zh-cn']} / ${name.en}` : fallback;
}

const posts = {
	async slack(text, { NOTIFY_SLACK_URL: url = '' }, send) {
		await postToProvider(send, url, { text });
	},
	async telegram(text, { NOTIFY_TELEGRAM_TOKEN: token = '', NOTIFY_TELEGRAM_CHAT: chat = '' }, send) {
		const answer = await postToProvider(send, `https://api.telegram.org/bot${token}/sendMessage`, { chat_id: chat, text });
		if (answerFields(answer)['ok'] !== true) throw new DeliveryError('REFUSED');
	},
	async feishu(text, settings, send) {
		const { NOTIFY_FEISHU_URL: url = '', NOTIFY_FEISHU_SECRET: secret } = settings;
		const seconds = Math.floor(now(settings) / 1000);
		const signed = secret ? { timestamp: String(seconds), sign: await signFeishu(secret, seconds) } : {};
		const answer = answerFields(await postToProvider(send, url, { ...signed, msg_type: 'text', content: { text } }));
		// It says "no" with status 200; older robots spell the field another way.
		if ((answer['code'] ?? answer['StatusCode']) !== 0) throw new DeliveryError('REFUSED');
	},
	async dingtalk(text, settings, send) {
		const { NOTIFY_DINGTALK_URL: url = '', NOTIFY_DINGTALK_SECRET: secret } = settings;
		const address = new URL(url);
		const at = now(settings);
		if (secret) {
			address.searchParams.set('timestamp', String(at));
			address.searchParams.set('sign', await signDingTalk(secret, at));
		}
		const answer = await postToProvider(send, address.href, { msgtype: 'text', text: { content: text } });
		if (answerFields(answer)['errcode'] !== 0) throw new DeliveryError('REFUSED');
	},
} as const satisfies Record<string, (text: string, settings: Settings, send: Fetch) => Promise<void>>;

type WebhookName = keyof typeof posts;
