import type { Locale } from '#config/locales';

const english = {
	private: 'Whoever has this link can move or cancel your call: give it to nobody.',
	notYou: 'If you did not book this call, open the page and say so: it is cancelled, and nobody can book your number any more.',
	notYouCancelled: 'If you did not book this call, open the page and say so: then nobody can book your number any more.',
	free: 'These times are free as this mail is written, and go to whoever takes them first:',
	safety:
		'We call at the time that you booked and at no other, and say two words first that stand on your page, in the browser in which you booked. We never ask for a recovery phrase, a private key, a code, a payment or your screen. Whoever calls without the words, or asks for any of these, is a thief: hang up.',
	callBooked: {
		subject: 'Your call is booked {reference}',
		lines: ['We will call you at {time}.', 'On its page you can move or cancel the call, and put it into your calendar:'],
	},
	callMoved: {
		subject: 'Your call has a new time {reference}',
		lines: ['We will call you at {time}, instead of the time before.', 'On its page you can move or cancel it:'],
	},
	callCancelled: {
		subject: 'Your call is cancelled {reference}',
		lines: ['Your call {reference} is cancelled: we will not call. Anybody who still does is not from us.', 'Its page:'],
	},
	callReminder: {
		subject: 'We will call you soon {reference}',
		lines: [
			'We will call you at {time}.',
			'Please have its page open in the browser in which you booked: the caller’s words appear only there. You can still move or cancel it:',
		],
	},
	callOffered: {
		subject: 'Please choose another time for your call {reference}',
		lines: [
			'Your call at {time} has not come about; if that was our doing, we are sorry.',
			'Please choose another time on its page:',
		],
	},
	callOfferedAhead: {
		subject: 'Please choose another time for your call {reference}',
		lines: ['We are sorry: we cannot call you at {time}.', 'Please choose another time on its page:'],
	},
	callMissed: {
		subject: 'We called and did not reach you {reference}',
		lines: ['We called you, and nobody answered. We will try again at {time}.', 'On its page you can move or cancel the call:'],
	},
	callMissedOffered: {
		subject: 'We called and did not reach you {reference}',
		lines: ['We called you, and nobody answered.', 'Please choose another time on its page, or cancel the call:'],
	},
	callGivenUp: {
		subject: 'We could not reach you {reference}',
		lines: [
			'We tried to call you several times and did not reach you, so we will not call again. If you still need us, book another call on our site, or write to us.',
			'Its page:',
		],
	},
};

const chinese: typeof english = {
	private: '有此链接的人都能改动你的预约，请不要转给任何人。',
	notYou: '如果你没有预约过，请打开页面说明：预约会被取消，这个号码也不能再被人预约。',
	notYouCancelled: '如果你没有预约过，请打开页面说明：这个号码以后不能再被人预约。',
	free: '写这封邮件时，以下时间还有空位，先约先得：',
	safety:
		'我们只在你预约的时间打来，接通后先说两个词；这两个词只显示在你预约时所用浏览器的页面上。我们绝不会索要助记词、私钥、验证码、付款或屏幕共享。对方说不出这两个词，或者索要以上任何一项，就是骗子，请挂断。',
	callBooked: {
		subject: '回电已预约 {reference}',
		lines: ['我们会在 {time}打给你。', '可以在这个页面上改期、取消，或加入日历：'],
	},
	callMoved: {
		subject: '回电已改期 {reference}',
		lines: ['回电改到 {time}，原来的时间作废。', '可以在这个页面上改期或取消：'],
	},
	callCancelled: {
		subject: '回电已取消 {reference}',
		lines: ['回电预约 {reference} 已取消，我们不会打来。如果还有人打来，那不是我们。', '页面：'],
	},
	callReminder: {
		subject: '我们快要打给你了 {reference}',
		lines: ['我们会在 {time}打给你。', '请用预约时的浏览器打开这个页面：对方要说的两个词只在那里显示。现在还可以改期或取消：'],
	},
	callOffered: {
		subject: '请为回电另选时间 {reference}',
		lines: ['原定 {time}的回电没有打成；如果是我们的原因，非常抱歉。', '请在这个页面上另选时间：'],
	},
	callOfferedAhead: {
		subject: '请为回电另选时间 {reference}',
		lines: ['很抱歉，我们不能在 {time}打给你。', '请在这个页面上另选时间：'],
	},
	callMissed: {
		subject: '回电没有接通 {reference}',
		lines: ['我们打给你时没有人接听，会在 {time}再打。', '可以在这个页面上改期或取消：'],
	},
	callMissedOffered: {
		subject: '回电没有接通 {reference}',
		lines: ['我们打给你时没有人接听。', '请在这个页面上另选时间，或者取消：'],
	},
	callGivenUp: {
		subject: '没有联系上你 {reference}',
		lines: ['我们打了几次都没有联系上你，不会再打。如果还需要帮助，可以在网站上重新预约，或者改为书面联系。', '页面：'],
	},
};

/** What mails about calls say. Nothing in them was typed by anybody, and the caller's words are never in them. */
export const callMailWords: Record<Locale, typeof english> = { 'zh-cn': chinese, en: english };
