import { OfficialSchema } from './schema.ts';
import { support } from './support.ts';

const plain = (text: string) => text.replace(/[^\d@\p{L}.]/gu, '').toLowerCase();

/**
 * Everything that is ours, for `/verify/` and `/.well-known/official-channels.json`: since when, and what for. Demonstration data in
 * reserved names: edit it to make the help centre yours. A contact of support that is missing here stops the build.
 */
export const official = OfficialSchema.check(({ value, issues }) => {
	const listed = new Set(value.map((channel) => plain(channel.value)));
	for (const { id, contact } of support.channels) {
		if (contact === undefined || listed.has(plain(contact))) continue;
		issues.push({
			code: 'custom',
			input: contact,
			message: `${contact} of channel "${id}" in src/config/support.ts is not in src/config/official.ts: readers would be told that it is fake`,
		});
	}
}).parse([
	{
		kind: 'website',
		value: 'help.example.com',
		subdomains: false,
		since: '2025-03-01',
		purpose: { 'zh-cn': '本帮助中心：文章、联系表单、预约回电', en: 'This help centre: articles, contact form, callbacks' },
	},
	{
		kind: 'website',
		value: 'example.org',
		subdomains: true,
		since: '2024-06-01',
		purpose: { 'zh-cn': '钱包官网，下载应用', en: 'The wallet’s own site, and its downloads' },
	},
	{
		kind: 'email',
		value: 'support@example.com',
		since: '2025-03-01',
		purpose: { 'zh-cn': '用不了表单时写给客服', en: 'Support, when the form does not work for you' },
	},
	{
		kind: 'email',
		value: 'privacy@example.com',
		since: '2025-03-01',
		purpose: { 'zh-cn': '查看或删除你的数据', en: 'To see or erase your data' },
	},
	{
		kind: 'phone',
		value: '+1 202-555-0142',
		since: '2025-03-01',
		purpose: { 'zh-cn': '客服热线，只接听来电', en: 'Phone line; it only takes calls' },
	},
	{
		kind: 'telegram',
		value: 'wallet_news_demo',
		since: '2025-05-12',
		purpose: { 'zh-cn': '只发公告，从不私信', en: 'Announcements only; never sends private messages' },
	},
	{
		kind: 'wechat',
		value: 'wallet-service-demo',
		since: '2025-05-12',
		purpose: { 'zh-cn': '公众号，只发文章', en: 'Articles only' },
	},
	{
		kind: 'x',
		value: 'wallet_demo',
		since: '2025-05-12',
		purpose: { 'zh-cn': '只发公告，从不私信', en: 'Announcements only; never sends private messages' },
	},
	{
		kind: 'android',
		value: 'com.example.wallet',
		since: '2024-06-01',
		purpose: { 'zh-cn': '安卓版钱包应用', en: 'The wallet for Android' },
	},
	{
		kind: 'ios',
		value: 'id000000000',
		since: '2024-06-01',
		purpose: { 'zh-cn': 'iPhone 版钱包应用', en: 'The wallet for iPhone' },
	},
]);
