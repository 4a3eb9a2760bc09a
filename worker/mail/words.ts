import type { Locale } from '#config/locales';

const english = {
	greeting: 'Hello,',
	private: 'Whoever has this link can read your request: give it to nobody.',
	notYou: 'If you have not written to us, somebody mistyped an address. Please ignore this mail.',
	safety:
		'We never ask for a recovery phrase, a private key, a password or a code, and we never call you first. Whoever does so in our name is a thief.',
	automatic: 'This mail was written by a machine, and answers to it are not read. Please answer on the page.',
	demonstration: 'Demonstration, not affiliated with any company: nobody reads what is sent here.',
	acknowledgement: {
		subject: 'We have your request {reference}',
		lines: ['We have received your request {reference}. There is no need to send it again.', 'Its page shows every step:'],
	},
	reply: {
		subject: 'There is an answer to your request {reference}',
		lines: ['There is an answer to your request {reference}. You can read it, and write back, on its page:'],
	},
	solved: {
		subject: 'Your request {reference} is marked as solved',
		lines: ['Your request {reference} has been marked as solved. If it is not, say so on its page:'],
	},
	links: {
		subject: 'Links to your requests',
		lines: ['Somebody, probably you, has asked for the links to the open requests of this address. Here they are:'],
	},
};

const chinese: MailWords = {
	greeting: '你好：',
	private: '有此链接的人都能看到你的请求，请不要转给任何人。',
	notYou: '如果你没有联系过我们，可能是别人填错了邮箱，请忽略本邮件。',
	safety: '我们绝不会索要助记词、私钥、密码或验证码，也绝不会主动打电话给你。凡是以我们的名义这样做的，都是骗子。',
	automatic: '本邮件由系统自动发出，直接回复不会有人看到，请在页面上回复。',
	demonstration: '这是演示，与任何公司无关：没有人会看到这里提交的内容。',
	acknowledgement: {
		subject: '已收到你的请求 {reference}',
		lines: ['我们已收到你的请求 {reference}，不用重复提交。', '处理进展都在这个页面上：'],
	},
	reply: {
		subject: '你的请求 {reference} 有新回复',
		lines: ['你的请求 {reference} 有新回复，可以在这个页面上查看并继续沟通：'],
	},
	solved: {
		subject: '你的请求 {reference} 已标记为解决',
		lines: ['你的请求 {reference} 已标记为解决。如果问题还在，请在这个页面上告诉我们：'],
	},
	links: {
		subject: '你的请求链接',
		lines: ['有人（应该是你本人）申请找回此邮箱名下未关闭请求的链接，如下：'],
	},
};

/** What mails say. Nothing in them was typed by anybody. */
export const mailWords: Record<Locale, MailWords> = { 'zh-cn': chinese, en: english };

export type MailWords = typeof english;
