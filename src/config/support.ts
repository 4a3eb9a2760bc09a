import { holidayLists } from './holidays.ts';
import { SupportSchema } from './schema.ts';

const shanghai = { timezone: 'Asia/Shanghai' } as const;
const everyDay = (from: string, to: string) =>
	Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [[from, to]]]));

/** Channels, hours, callbacks, topics and teams. Demonstration data: edit it to make the help centre yours. */
export const support = SupportSchema.parse({
	hours: {
		'desk-zh': { ...shanghai, weekly: everyDay('09:00', '21:00'), holidays: ['china'] },
		'desk-en': {
			...shanghai,
			weekly: {
				mon: [['10:00', '19:00']],
				tue: [['10:00', '19:00']],
				wed: [['10:00', '19:00']],
				thu: [['10:00', '19:00']],
				fri: [['10:00', '19:00']],
			},
			holidays: ['china', 'international'],
		},
	},
	holidays: holidayLists,
	channels: [
		{
			id: 'form',
			name: { 'zh-cn': '联系表单', en: 'Contact form' },
			purpose: {
				'zh-cn': '大多数问题的首选：写一次就好，会得到编号和一个只有你能打开的进度页面。',
				en: 'The best start for most problems: say it once, get a reference and a private page that shows what happens next.',
			},
			hours: 'always',
		},
		{
			id: 'callback',
			name: { 'zh-cn': '预约回电', en: 'Booked callback' },
			purpose: {
				'zh-cn': '想和人说清楚时：你选一个时间，由我们打给你，可以改期或取消。',
				en: 'When talking is easier: you choose the time, we call you, and you can move or cancel it.',
			},
			hours: { 'zh-cn': 'desk-zh', en: 'desk-en' },
		},
		{
			id: 'phone',
			name: { 'zh-cn': '客服热线', en: 'Phone line' },
			purpose: {
				'zh-cn': '只在下面的时间有人接听，高峰时要等；预约回电通常更省时间。',
				en: 'Answered only in the hours below, with a wait at busy times; a booked callback usually costs you less time.',
			},
			contact: '+12025550142',
			hours: { 'zh-cn': 'desk-zh', en: 'desk-en' },
		},
		{
			id: 'email',
			name: { 'zh-cn': '电子邮件', en: 'E-mail' },
			purpose: {
				'zh-cn': '用不了表单时的备用方式。发件人可以伪造：收到邮件不等于它来自我们。',
				en: 'A fallback when the form does not work for you. Senders can be forged: a mail in your inbox is not proof that it came from us.',
			},
			contact: 'support@example.com',
			hours: { 'zh-cn': 'desk-zh', en: 'desk-en' },
		},
	],
	callback: {
		slotMinutes: 30,
		capacity: 3,
		agents: 3,
		shifts: [{ days: ['sat', 'sun'], from: '09:00', to: '21:00', agents: 2 }],
		leadMinutes: 60,
		horizonDays: 14,
		load: [
			{ from: '10:00', to: '12:00', load: 'busy' },
			{ from: '20:00', to: '21:00', load: 'busy' },
			{ from: '13:00', to: '15:00', load: 'quiet' },
			{ from: '17:00', to: '18:30', load: 'quiet' },
		],
	},
	chains: [
		{ id: 'tron', name: 'TRON' },
		{ id: 'ethereum', name: 'Ethereum' },
		{ id: 'bsc', name: 'BNB Smart Chain' },
		{ id: 'polygon', name: 'Polygon' },
		{ id: 'arbitrum', name: 'Arbitrum' },
		{ id: 'optimism', name: 'Optimism' },
		{ id: 'base', name: 'Base' },
		{ id: 'solana', name: 'Solana' },
		{ id: 'bitcoin', name: 'Bitcoin' },
		{ id: 'other', name: 'Other / 其他' },
	],
	topics: [
		{
			id: 'safety',
			name: {
				'zh-cn': '账户安全：忘记密码、怀疑被盗、可疑消息',
				en: 'Account safety: forgotten password, theft, suspicious messages',
			},
			category: 'safety',
			team: 'risk',
			fields: ['chain', 'address', 'txHash'],
			prepare: {
				'zh-cn': [
					'受影响的地址（公开地址，不是私钥）',
					'可疑交易的哈希',
					'事情发生的大致时间，以及在那之前你点过、装过或签过什么',
				],
				en: [
					'The affected address (the public one, never a key)',
					'The hash of the suspicious transaction',
					'Roughly when it happened, and what you clicked, installed or signed before',
				],
			},
		},
		{
			id: 'transactions',
			name: { 'zh-cn': '交易失败或一直待确认', en: 'A transaction failed or is stuck' },
			category: 'transactions',
			team: 'engineering',
			fields: ['chain', 'txHash', 'appVersion'],
			prepare: {
				'zh-cn': ['所在的链和交易哈希', '完整的报错文字，一个字母也不要改', '应用版本号'],
				en: ['The chain and the transaction hash', 'The exact error text, letter for letter', 'The app version'],
			},
		},
		{
			id: 'deposits',
			name: { 'zh-cn': '转账或提币没到账', en: 'A transfer or withdrawal has not arrived' },
			category: 'deposits',
			team: 'support',
			fields: ['chain', 'txHash', 'address'],
			prepare: {
				'zh-cn': ['交易哈希，从交易详情页复制', '收款地址，以及它属于钱包还是交易所', '发送时选的网络'],
				en: [
					'The transaction hash, copied from the transaction’s detail page',
					'The receiving address, and whether it belongs to a wallet or an exchange',
					'The network you chose when sending',
				],
			},
		},
		{
			id: 'how-to',
			name: { 'zh-cn': '不知道怎么操作', en: 'How do I do something?' },
			category: 'how-to',
			team: 'support',
			fields: ['appVersion', 'device'],
			prepare: {
				'zh-cn': ['你想做什么、做到哪一步停住了', '手机型号和应用版本号'],
				en: ['What you want to do, and the step at which you got stuck', 'Your phone model and the app version'],
			},
		},
		{
			id: 'frozen',
			name: { 'zh-cn': '账户或资产显示“冻结”、转不出去', en: 'Account or assets look frozen' },
			category: 'frozen',
			team: 'risk',
			fields: ['chain', 'address', 'txHash'],
			prepare: {
				'zh-cn': ['是哪个币、在哪条链上', '公开地址', '转账时看到的完整提示'],
				en: ['Which token, on which chain', 'The public address', 'The exact message you see when you try to send'],
			},
		},
		{
			id: 'fake',
			name: { 'zh-cn': '举报假冒：假客服、假网站、假应用', en: 'Report a fake: support, site or app' },
			category: 'safety',
			team: 'risk',
			fields: [],
			prepare: {
				'zh-cn': ['假冒的链接、账号、号码或应用名，原样复制', '你是在哪里看到的，什么时候', '它要你做什么'],
				en: [
					'The fake link, account, number or app name, copied as it is',
					'Where and when you came across it',
					'What it wanted you to do',
				],
			},
		},
		{
			id: 'other',
			name: { 'zh-cn': '其他问题', en: 'Something else' },
			category: 'service',
			team: 'support',
			fields: ['appVersion', 'device'],
			prepare: {
				'zh-cn': ['用一两句话说清楚：发生了什么，你希望怎样'],
				en: ['One or two sentences: what happened, and what you would like to happen'],
			},
		},
	],
	teams: [
		{ id: 'support', name: { 'zh-cn': '客服', en: 'Support' } },
		{ id: 'engineering', name: { 'zh-cn': '技术', en: 'Engineering' } },
		{ id: 'risk', name: { 'zh-cn': '风险控制', en: 'Risk control' } },
		{ id: 'legal', name: { 'zh-cn': '法务', en: 'Legal' } },
	],
	/** The first rule that matches decides who gets a request, how soon it is looked at, and until when a first reply is promised. */
	routing: [
		{
			id: 'being-robbed',
			when: { urgent: true },
			team: 'risk',
			priority: 'high',
			firstReplyMinutes: 15,
		},
		{
			id: 'stolen',
			when: {
				topics: ['safety', 'transactions', 'deposits', 'frozen', 'how-to', 'other'],
				words: {
					'zh-cn': ['被盗', '盗走', '盗币', '盗刷', '偷走', '被转走', '被骗', '黑客', '钓鱼'],
					en: ['stolen', 'stole', 'hacked', 'hacker', 'drained', 'drainer', 'scammed', 'phished', 'phishing', 'robbed'],
				},
			},
			team: 'risk',
			priority: 'high',
			firstReplyMinutes: 30,
		},
		{
			id: 'law',
			when: {
				words: {
					'zh-cn': ['律师', '律师函', '法院', '传票', '警方', '公安', '立案'],
					en: ['lawyer', 'attorney', 'court order', 'subpoena', 'police report', 'law enforcement'],
				},
			},
			team: 'legal',
			priority: 'normal',
			firstReplyMinutes: 240,
		},
		{ id: 'safety', when: { topics: ['safety'] }, team: 'risk', priority: 'high', firstReplyMinutes: 60 },
		{ id: 'fakes', when: { topics: ['fake'] }, team: 'risk', priority: 'normal', firstReplyMinutes: 120 },
		{ id: 'frozen', when: { topics: ['frozen'] }, team: 'risk', priority: 'normal', firstReplyMinutes: 120 },
		{ id: 'transactions', when: { topics: ['transactions'] }, team: 'engineering', priority: 'normal', firstReplyMinutes: 120 },
		{
			id: 'rare-chains',
			when: { topics: ['deposits'], chains: ['other'] },
			team: 'engineering',
			priority: 'normal',
			firstReplyMinutes: 240,
		},
		{ id: 'how-to', when: { topics: ['how-to'] }, team: 'support', priority: 'low', firstReplyMinutes: 240 },
		{ id: 'everything-else', when: {}, team: 'support', priority: 'normal', firstReplyMinutes: 120 },
	],
	solvedHours: 72,
});
