import { site } from '#config/site';
import { support } from '#config/support';

import { alertKinds, type AlertKind } from '../db/alerts.ts';
import { findMailTarget } from '../db/mail-targets.ts';
import { answerFields, DeliveryError, postToProvider, type Channel, type Fetch } from '../outbox/delivery.ts';
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
		async deliver({ kind, reference, about }) {
			if (kind === 'alert' || kind === 'recovery') {
				await posts[name](alertText(kind, about), settings, send);
				return 'sent';
			}
			const target = reference === null ? null : await findMailTarget(env.DB, reference);
			if (!target || reference === null) return 'gone';
			await posts[name](staffText(reference, target), settings, send);
			return 'sent';
		},
	}));
}

/** What is wrong, and where to look; how many are concerned is on the desk, and may have changed by now. */
function alertText(kind: 'alert' | 'recovery', about: string | null): string {
	const [chinese, english] = alertTexts[alertKinds.find((known) => known === about) ?? 'late'];
	const state = kind === 'alert' ? '⚠' : '✓ 已恢复 / Over:';
	return `${state} ${chinese} / ${english} · ${site.url}/desk/`;
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

const alertTexts: Record<AlertKind, [chinese: string, english: string]> = {
	late: ['消息超过五分钟没有发出', 'messages out are more than five minutes late'],
	dead: ['有消息发送失败', 'messages were given up'],
	lost: ['有队列消息无法处理', 'queue messages could not be worked with'],
	overdue: ['首次回复超时', 'first replies are overdue'],
	calls: ['有预约的电话过了时间还没有打', 'booked calls have not been made in their time'],
};

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
