import { stringify } from 'yaml';

import type { Locale } from '../../config/locales.ts';
import type { Actor, Kind } from '../../lib/article-schema.ts';

/** The file of a new article: a draft whose comments say what belongs where. Without `sourceHash` it is the source. */
export function articleTemplate(locale: Locale, article: TemplateValues): string {
	const { kind, title, summary, category, whoCanFix, updated, reviewBy, sourceHash } = article;
	const notes = words[locale];
	const top = [
		`title: ${scalar(title)}`,
		`summary: ${scalar(summary)}`,
		`category: ${category}`,
		`whoCanFix: [${whoCanFix.join(', ')}]`,
		`aliases: [] # ${notes.aliases}`,
		`updated: ${updated}`,
		`reviewBy: ${reviewBy}`,
		`related: [] # ${notes.related}`,
		`draft: true # ${notes.draft}`,
		...(sourceHash === undefined ? [] : [`sourceHash: "${sourceHash}"`]),
	];
	return `---\n${top.join('\n')}\n---\n\n${notes[kind].join('\n\n')}\n`;
}

function scalar(text: string): string {
	return stringify(text, { lineWidth: 0 }).trimEnd();
}

const note = (text: string) => `{/* ${text} */}`;
const steps = (text: string) => `<Steps>\n\n1. ${note(text)}\n\n</Steps>`;

const words = {
	'zh-cn': {
		aliases: '用户自己会怎么说，至少两种；报错原文照抄',
		related: '接着看什么，比如 [guides/back-up-phrase]',
		draft: '写好以后删掉这一行，就会发布',
		faq: [
			note('开头一两句，接着上面的直接回答往下说。读者可能很着急：先说要不要紧。'),
			'## 先看你是哪种情况',
			note('列出两到四种情况。每种写清楚怎么认出来：看到什么提示，什么状态。'),
			'## 怎么做',
			note('每种情况各做什么。一步一个动作，写出做完会看到什么。会变的数字用 Fact。'),
			'## 不要这样做',
			note('哪些做法会丢币，或让事情更糟，为什么。提到助记词、私钥或密码时，旁边写明不要告诉任何人，包括我们。'),
			'## 什么时候联系我们',
			note('哪种情况才需要写给客服，我们能查什么，不能做什么，要带上什么：链、交易哈希、地址、报错原文。'),
		],
		guides: [
			note('开头一两句：做完以后会得到什么，大约要多久。'),
			'## 开始之前',
			note('要准备什么，先确认什么，哪些事做了就不能撤销。'),
			'## 一步一步来',
			steps('一步一个动作，写出做完会看到什么。菜单名称照应用里的写；设备之间确实不同的地方用 PlatformTabs。'),
			'## 怎样知道成功了',
			note('读者自己能核对的结果。没有成功，先看哪里。'),
			'## 不要这样做',
			note('哪些做法会丢币，或让事情更糟，为什么。提到助记词、私钥或密码时，旁边写明不要告诉任何人，包括我们。'),
			'## 什么时候联系我们',
			note('卡在哪一步才需要写给客服，我们能查什么，不能做什么，要带上什么。'),
		],
	},
	en: {
		aliases: 'how users say it, two wordings at least; error messages word for word',
		related: 'what to read next, such as [guides/back-up-phrase]',
		draft: 'remove this line to publish',
		faq: [
			note(
				'One or two sentences that carry on from the direct answer above. Readers may be frightened: say first how serious it is.',
			),
			'## Find out which case is yours',
			note('Two to four cases, each with what tells it apart: the message one sees, the status of the transaction.'),
			'## What to do',
			note('What to do in each case. One action a step, and what one sees after it. Numbers that can change are a Fact.'),
			'## What not to do',
			note(
				'What loses coins or makes it worse, and why. Beside any phrase, key or password, say to tell it to nobody, not even us.',
			),
			'## When to contact us',
			note(
				'Which case needs support, what we can look up, what we cannot do, what to send: chain, hash, address, the exact error.',
			),
		],
		guides: [
			note('One or two sentences: what one has in the end, and about how long it takes.'),
			'## Before you start',
			note('What to have ready, what to make sure of first, and what cannot be undone.'),
			'## Step by step',
			steps(
				'One action a step, and what one sees after it. Name menus as the app does; PlatformTabs where devices really differ.',
			),
			'## How to tell that it worked',
			note('What readers can check for themselves, and where to look first if it did not work.'),
			'## What not to do',
			note(
				'What loses coins or makes it worse, and why. Beside any phrase, key or password, say to tell it to nobody, not even us.',
			),
			'## When to contact us',
			note('At which step support can help, what we can look up, what we cannot do, and what to send.'),
		],
	},
} as const satisfies Record<Locale, Record<'aliases' | 'related' | 'draft', string> & Record<Kind, readonly string[]>>;

interface TemplateValues {
	kind: Kind;
	title: string;
	summary: string;
	category: string;
	whoCanFix: readonly Actor[];
	/** Calendar days, YYYY-MM-DD. */
	updated: string;
	reviewBy: string;
	sourceHash?: string;
}
