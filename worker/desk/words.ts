import { locales, type Locale } from '#config/locales';
import { support } from '#config/support';
import { formatInstant } from '#shared/instant';

import { lineTimezone } from '../callbacks.ts';

const english = {
	desk: 'Desk',
	demonstration: 'Demonstration, not affiliated with any company',
	readOnly: 'Read-only: what people have sent.',
	switches: 'Switches',
	switchesHint:
		'A form that is flooded can be switched off here, at once and without a deployment. Its page then names the other ways to reach you. What has been sent stays, and booked calls can still be moved or cancelled.',
	contactForm: 'Contact form',
	on: 'On',
	off: 'Off',
	switchOn: 'Switch on',
	switchOff: 'Switch off',
	requests: 'Requests',
	callbacks: 'Callbacks',
	votes: 'Votes',
	comments: 'Comments',
	searches: 'Failed searches',
	searchesHint: 'Found nothing, or nothing that was opened. Words are shown once {networks} networks have used them on one day.',
	searchedFor: 'Words',
	count: 'Searches',
	days: 'Days',
	lastDays: 'Last {days} days',
	foundNothing: 'Found nothing',
	all: 'All',
	hidden: 'Not shown, because too few networks have used them: wordings {texts}, searches {searches}.',
	lost: 'Searches that could not be counted: {count}.',
	older: 'Older',
	more: 'More',
	none: 'Nothing here yet.',
	logIn: 'Log in',
	logOut: 'Log out',
	token: 'Token',
	tokenHint: 'npm start prints it.',
	wrongToken: 'This is not the token.',
	held: 'Held',
	heldHint: 'Looked like spam to a simple check. Judge for yourself: autofill can cause it.',
	urgent: 'Urgent',
	received: 'Received',
	booked: 'Booked',
	moved: 'Moved',
	cancelled: 'Cancelled',
	article: 'Article',
	articles: 'Articles read before writing',
	yes: 'Yes',
	no: 'No',
	name: 'Name',
	email: 'E-mail',
	phone: 'Phone',
	message: 'Message',
	note: 'Note',
	topic: 'Topic',
	team: 'Team',
	chain: 'Chain',
	txHash: 'Transaction hash',
	explorer: 'Open in explorer',
	address: 'Address',
	appVersion: 'App version',
	device: 'Device',
	language: 'Language',
	callAt: 'Call at',
	callerTime: 'Their time',
	createdAt: 'Sent',
	state: 'State',
	timeline: 'Timeline',
	reason: 'Reason',
	outdated: 'Outdated',
	unclear: 'Unclear',
	wrong: 'Wrong',
	missing: 'Something is missing',
	other: 'Other',
	back: 'Back to the list',
	notFound: 'There is nothing here.',
};

const chinese: Words = {
	desk: '工作台',
	demonstration: '演示，与任何公司无关',
	readOnly: '只读：用户发来的内容。',
	switches: '开关',
	switchesHint:
		'某个表单被大量滥用时，可以在这里立刻关闭，不用重新部署；页面会提示其他联系方式。已经收到的内容不受影响，已预约的回电仍可改期或取消。',
	contactForm: '联系表单',
	on: '开启',
	off: '已关闭',
	switchOn: '开启',
	switchOff: '关闭',
	requests: '工单',
	callbacks: '回电',
	votes: '投票',
	comments: '评论',
	searches: '搜索未命中',
	searchesHint: '没有搜到结果，或者结果没有人点开。同一天有 {networks} 个网络搜过的词才会显示。',
	searchedFor: '搜索词',
	count: '次数',
	days: '天数',
	lastDays: '最近 {days} 天',
	foundNothing: '无结果',
	all: '全部',
	hidden: '另有 {texts} 个词因搜过的网络太少而不显示，共搜索 {searches} 次。',
	lost: '未能计数的搜索：{count} 次。',
	older: '更早的',
	more: '更多',
	none: '这里还没有内容。',
	logIn: '登录',
	logOut: '退出',
	token: '令牌',
	tokenHint: '由 npm start 打印。',
	wrongToken: '令牌不对。',
	held: '待核',
	heldHint: '被简单规则判断为疑似垃圾信息，请自行判断：浏览器自动填充也可能触发。',
	urgent: '紧急',
	received: '已收到',
	booked: '已预约',
	moved: '已改期',
	cancelled: '已取消',
	article: '文章',
	articles: '提交前读过的文章',
	yes: '有用',
	no: '没用',
	name: '姓名',
	email: '邮箱',
	phone: '电话',
	message: '内容',
	note: '备注',
	topic: '主题',
	team: '团队',
	chain: '链',
	txHash: '交易哈希',
	explorer: '在浏览器中查看交易',
	address: '地址',
	appVersion: '应用版本',
	device: '设备',
	language: '语言',
	callAt: '回电时间',
	callerTime: '对方当地时间',
	createdAt: '提交时间',
	state: '状态',
	timeline: '时间线',
	reason: '原因',
	outdated: '过时了',
	unclear: '看不懂',
	wrong: '有错误',
	missing: '缺内容',
	other: '其他',
	back: '返回列表',
	notFound: '这里什么也没有。',
};

/** The desk's own words; the site's stay with the site. */
export const words: Record<Locale, Words> = { 'zh-cn': chinese, en: english };

/** An instant in the zone in which the desk works. */
export function deskTime(locale: Locale, at: number): string {
	return formatInstant(locales[locale].lang, at, lineTimezone('zh-cn'));
}

export function topicName(locale: Locale, id: string): string {
	return support.topics.find((topic) => topic.id === id)?.name[locale] ?? id;
}

/** The team that owns a topic. */
export function teamName(locale: Locale, topicId: string): string {
	const team = support.topics.find(({ id }) => id === topicId)?.team;
	return support.teams.find(({ id }) => id === team)?.name[locale] ?? '';
}

export function languageName(locale: Locale): string {
	return locales[locale].name;
}

export type Words = Record<keyof typeof english, string>;
