import { describe, expect, test } from 'vitest';

import { applyRules } from '../../src/lib/check/index.ts';
import { openFolder, readSource } from '../../src/lib/check/source.ts';
import { articleOf, makeGoodContent } from './lib/good-content.ts';

/** Every mistake of a fixture as `line message`, in the order of the file. */
const seeded: [kind: string, locale: string, mistakes: string[]][] = [
	[
		'blocks',
		'en',
		[
			'13 remove import and export; building blocks need none',
			'15 <Calout> is no building block; choose from: Callout, Fact, Diagram, Figure, Platform, Steps, WhoCanFix, Accordion, PlatformTabs',
			'21 type of <Callout> is "red"; choose from: info, tip, warning, danger',
			'27 <WhoCanFix> needs who; choose from: you, chain, issuer, exchange, us',
			'33 <PlatformTabs> holds nothing but <Platform name="…">; move the rest out of it',
			'37 name of <Platform> is "iphone"; choose from: ios, android, extension',
			'45 <Steps> holds no numbered list; write its steps as 1. 2. 3., with a blank line above and below',
			'51 <Accordion> needs title="…"',
			"53 {details} is read as code; write \\{ for a brace, or {'24 hours'} for a number that is no fact",
			'53 write Markdown for <div>, or \\< for a sign that only looks like a tag',
			'61 "Nor this" has no text; write it, or remove the heading',
		],
	],
	['language', 'zh-cn', ['3 this is English; write it in Chinese', '12 this is English; write it in Chinese']],
	[
		'contacts',
		'en',
		[
			'3 "400-123-4567" is not one of our contacts; remove it, and link to /en/channels/',
			'13 "help@wallet-desk.com" is not one of our contacts; remove it, and link to /en/channels/',
			'14 "@wallet_help" is not one of our contacts; remove it, and link to /en/channels/',
			'14 "t.me/wallet_help" is not one of our contacts; remove it, and link to /en/channels/',
			'14 "WeChat: wallet888" is not one of our contacts; remove it, and link to /en/channels/',
			'15 "+86 138 0013 8000" is not one of our contacts; remove it, and link to /en/channels/',
		],
	],
	[
		'links',
		'en',
		[
			'13 "/en/faq/gone/" does not exist; link to an article (/en/faq/<slug>/), a category or a page that does',
			'13 "/en/faq/lost-password/" has moved; write /en/faq/forgot-password/',
			'14 "/zh-cn/guides/back-up/" is in the other language; write /en/guides/back-up/',
			'14 "/guides/back-up/" does not name the language; write /en/guides/back-up/',
			'14 "/en/guides/back-up" lacks the slash at its end; write /en/guides/back-up/',
			'15 "../guides/back-up/" is not a whole path; write it from the root, such as /en/faq/<slug>/',
			'15 "/en/guides/back-up.md" is not how this page is addressed; write /en/guides/back-up/',
			'17 "#nowhere" is not a heading of content/articles/en/faq/forgot-password.mdx; choose from: #keep-trying, #import-the-wallet-again',
			'17 "#write-it-down" is not a heading of content/articles/en/guides/back-up.mdx; choose from: #write-the-words-down, #compare-the-addresses, #when-nothing-matches',
			'18 "http://etherscan.io/tx/" can be read by others on the way; write https://etherscan.io/tx/',
			'18 "https://example.com/" leads outside; link only to block explorers: tronscan.org, etherscan.io, bscscan.com, polygonscan.com, arbiscan.io, optimistic.etherscan.io, basescan.org, solscan.io, mempool.space',
			'20 "click here" does not say where the link leads; name the page or task',
			'20 this link has no text; say where it leads',
			'20 "/en/nowhere/" does not exist; link to an article (/en/faq/<slug>/), a category or a page that does',
			'23 "/en/categories/frozen/" does not exist; link to an article (/en/faq/<slug>/), a category or a page that does',
		],
	],
	[
		'pictures',
		'en',
		[
			'13 "/figures/missing.png" does not exist; put the picture at public/figures/missing.png',
			'15 say in alt what "/figures/keys.svg" shows, for those who cannot see it',
			'17 "keys.svg" does not say what the picture shows; write in alt what readers should see in it',
			'19 "Screenshot 2" does not say what the picture shows; write in alt what readers should see in it',
			'21 "https://example.com/keys.png" is not a file of ours; put it into public/figures and write /figures/<name>',
			'23 "nothing" does not exist; put the picture at content/diagrams/nothing.en.svg',
		],
	],
	[
		'promises',
		'en',
		[
			'3 "support will reset your password" promises a reset password; write: the password is on your device only, and nobody can reset it',
			'13 "we can restore your recovery phrase" promises a restored phrase or key; write: without a backup nobody can get the phrase back',
			'13 "we can cancel the transfer" promises a reversed transaction; write: nobody can reverse a confirmed transaction; only the recipient can send it back',
			'14 "support may refund" promises a refund; write: nobody can return a fee that is spent',
			'16 "unfreeze" promises an unfreezing; write: say who can (the issuer, the exchange, you); support cannot unfreeze anything',
			'17 "guaranteed" promises a guarantee; write: say what happens and who decides it',
			'18 "Send us your private key" promises help in return for a secret; write: never send a phrase, private key, password or code to anyone, us included',
			'20 "24/7" promises people at any hour; write: say when people answer, with a link to /en/channels/',
			'20 "replies within 5 minutes" promises an answer by a certain time; write: name no time; link to the opening hours on /en/channels/',
		],
	],
	[
		'promises',
		'zh-cn',
		[
			'3 "客服可以帮你重置钱包密码" promises a reset password; write: 密码只在你的设备上，没有人能重置',
			'12 "我们会帮你找回助记词" promises a restored phrase or key; write: 没有备份，谁也找不回助记词',
			'12 "客服能撤回这笔转账" promises a reversed transaction; write: 已确认的交易没有人能撤回，只有收款人能转回来',
			'13 "可以申请退款" promises a refund; write: 花掉的手续费没有人能退',
			'15 "联系我们解冻" promises an unfreezing; write: 说清谁能做：代币发行方、交易所，还是你自己；客服不能解冻',
			'16 "保证到账" promises a guarantee; write: 说会发生什么、由谁决定，不作保证',
			'17 "把助记词发给客服" promises help in return for a secret; write: 助记词、私钥、密码、验证码，一个字也不要发给任何人',
			'19 "24 小时在线" promises people at any hour; write: 写明有人值班的时间，链接到 /zh-cn/channels/',
			'19 "5 分钟内回复" promises an answer by a certain time; write: 不写固定的时间；写明值班时间，链接到 /zh-cn/channels/',
		],
	],
	[
		'prose',
		'en',
		[
			'13 write ## before "The title again": the title is the only # of a page',
			'15 write ## before "Too deep": no level may be skipped',
			'17 46 words in one sentence; make two of it: "This is the the sentence that…"',
			'17 write "the" once for "the the"',
			'21 write "recovery phrase" for "seed phrase", as everywhere (content/glossary.yml)',
			'21 write "recovery phrase" for "mnemonics", as everywhere (content/glossary.yml)',
			'25 "Keep trying" is a heading on line 19 already; say how this part differs',
		],
	],
	[
		'prose',
		'zh-cn',
		[
			'14 76 characters in one sentence; make two of it: "如果如果你看到了这一句，它从一…"',
			'14 write "如果" once for "如果如果"',
			'16 write "助记词" for "助记码", as everywhere (content/glossary.yml)',
			'16 write "的" once for "的的"',
			'20 "继续试" is a heading on line 12 already; say how this part differs',
		],
	],
	[
		'secrets',
		'en',
		[
			'13 this looks like a recovery phrase; describe it in words, and show none, not even an invented one',
			'15 "e9873d…" may be a private key; write only its first and last characters, such as 0x12…ab',
			'16 "0xe987…" may be a private key; write only its first and last characters, such as 0x12…ab',
			'16 "5HueCG…" may be a private key; write only its first and last characters, such as 0x12…ab',
		],
	],
	[
		'typography',
		'en',
		[
			'3 write one sign for ",,"',
			'13 write one space for two',
			'13 write one sign for ".."',
			'13 write ( for （',
			'13 write ) for ）',
			'15 ** shows in the text; put the full stop or comma outside the **, or a space beside it',
			'15 ** shows in the text; put the full stop or comma outside the **, or a space beside it',
		],
	],
	[
		'typography',
		'zh-cn',
		[
			'3 write "，" for "," next to Chinese',
			'6 write one space for two',
			'12 put a space between "转账" and "USDT"',
			'12 put a space between "先看" and "`…`"',
			'12 put a space between "再抄下" and "Memo"',
			'12 put a space between "gas" and "费"',
			'13 write "：" for ":" next to Chinese',
			'13 write "（" for "(" next to Chinese',
			'13 write "）" for ")" next to Chinese',
			'13 put a space between "3" and "步"',
			'15 remove the space next to "，"',
			'15 write “ and ” for " in Chinese',
			'15 write “ and ” for " in Chinese',
			'15 write …… for ...',
			'15 write one sign for "！！"',
			'16 ** shows in the text; put the full stop or comma outside the **, or a space beside it',
			'16 ** shows in the text; put the full stop or comma outside the **, or a space beside it',
			'16 write one space for two',
			'16 write 12 for １２',
			'18 write "：" for ":" next to Chinese',
			'20 write "，" for "," next to Chinese',
			'21 put a space between "第二行" and "14"',
		],
	],
];

describe('the content check', () => {
	test('finds nothing wrong in good articles, denials, quotes, code and addresses included', () => {
		expect(makeGoodContent().check()).toEqual([]);
	});

	test.each(seeded)('names every mistake of %s.%s.mdx with file, line and remedy', (kind, locale, mistakes) => {
		const content = makeGoodContent();
		content.write('public/figures/keys.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
		content.write('content/redirects.yml', 'faq/lost-password: faq/forgot-password\n');
		content.overlay(kind, locale);
		expect(content.check()).toEqual(mistakes.map((mistake) => `${articleOf(locale)}:${mistake}`));
	});

	test.each([
		'Support cannot reset your password, and nobody can unfreeze it.',
		'We can’t refund it; only the exchange can.',
		'Can support cancel the transfer?',
		'The issuer can unfreeze it.',
		'There is no guarantee, and no immediate answer.',
		'Someone who says “we will restore your phrase” is lying.',
		'A scammer promises to get your money back within minutes.',
		'Never give support your recovery phrase or private key.',
		'You can cancel a callback, and we can tell you which case it is.',
		'### What we cannot do\n\n- Reverse a confirmed transfer.\n- Unfreeze your coins.',
		'| You want | Who can |\n| --- | --- |\n| to unfreeze coins | nobody |',
		'It had had 1,000 visits; that that happened is odd.',
		'Use `**bold**` or `a  b`, at 10:30, e.g. v1.2.3.',
		'See [the form](/en/contact/?topic=safety), [home](/en/) or [a search](/en/search/?q=gas#results).',
		'The address `T9yDabcdefghijkmnopqrstuvwxyz12345` is public, and so is 0x52908400098527886E0F7030069857D2E4169EE7.',
	])('lets pass: %s', (text) => {
		const content = makeGoodContent();
		content.append('en', text);
		expect(content.check()).toEqual([]);
	});

	test.each([
		'没有人能解冻它，我们也不能帮你重置密码。',
		'我们无法撤回转账，也没法退款。',
		'客服能帮我找回助记词吗？',
		'发行方可以解冻，交易所能解冻自己的账户。',
		'说“我们可以帮你追回资金”的，都是骗子。',
		'不要把助记词发给我们，客服也不需要私钥。',
		'约 0.5 TRX（30% 左右），在 12:30 之前，温度 20°以下。',
		'看看、试试，再一个一个地核对；动不了了就等到到账。',
		'错误 `a,b`：把 `x` 换成 `y`，“USDT”也一样。',
		'https://tronscan.org 和 [Etherscan](https://etherscan.io) 都能查。',
	])('lets pass: %s', (text) => {
		const content = makeGoodContent();
		content.append('zh-cn', text);
		expect(content.check()).toEqual([]);
	});
});

describe('the rules', () => {
	test('let only drafts be short, and nothing be endless', () => {
		const content = makeGoodContent();
		const file = 'content/articles/en/guides/back-up.mdx';
		const [top = ''] = /^---[\s\S]*?\n---\n/.exec(content.read(file)) ?? [];
		const linkless = 'Short.\n';
		content.write(articleOf('en'), content.read(articleOf('en')).replace(/\[([^\]]*)\]\(\/en\/guides[^)]*\)/, '$1'));
		content.write(file, top + linkless);
		expect(content.check()).toEqual([
			`${file}:1 1 words hardly help; say how to tell the case, what to do and when to write to us`,
		]);
		content.write(file, top.replace(/---\n$/, 'draft: true\n---\n') + linkless);
		expect(content.check()).toEqual([]);
		content.write(file, `${top}\n${'All is well here. '.repeat(300)}\n`);
		expect(content.check()).toEqual([
			`${file}:1 1200 words are too many for someone in trouble; split it in two, or cut it to 1000`,
		]);
	});

	test('name a link to a draft, which readers do not get', () => {
		const content = makeGoodContent();
		const draft = content.read('content/articles/en/guides/back-up.mdx').replace(/\n---\n/, '\ndraft: true\n---\n');
		content.write('content/articles/en/guides/back-up.mdx', draft);
		expect(content.check()).toEqual([
			`${articleOf('en')}:29 "/en/guides/back-up/" is a draft, which readers do not get; publish it, or remove the link`,
		]);
	});

	test('name what is wrong in their own lists', () => {
		const content = makeGoodContent();
		content.write('content/glossary.yml', 'phrase:\n  term: { zh-cn: 助记词 }\n');
		const lines = ['promises:', '  - promise: x', '    pattern: { en: ["(", "{we}"] }', '    write: { zh-cn: 不, en: no }'];
		content.write('content/promises.yml', `${lines.join('\n')}\n`);
		expect(content.check()).toEqual([
			'content/glossary.yml:2 phrase.term.en: write the text',
			'content/glossary.yml:2 phrase.everyday: write it in each language: { zh-cn: …, en: … }',
			'content/glossary.yml:2 phrase.explain: write it in each language: { zh-cn: …, en: … }',
			'content/promises.yml:3 promises.0.pattern.en.0: is not a regular expression; check its brackets',
			'content/promises.yml:3 promises.0.pattern.en.1: {we} is not among the patterns at the top; add it there, or check its spelling',
		]);
	});

	test('look at each article equally often, however many there are', () => {
		const folder = openFolder('tests/fixtures/content');
		const source = readSource(folder, articleOf('en'), new Map());
		const looksAt = (count: number): number => {
			let looks = 0;
			const counted = new Proxy(source, {
				get: (target, key, receiver) => {
					looks++;
					return Reflect.get(target, key, receiver);
				},
			});
			const sources = new Map(Array.from({ length: count }, (_, index) => [`en/faq/${index}`, counted]));
			applyRules({
				sources,
				categories: new Set(),
				redirects: new Map(),
				pictures: new Set(),
				avoided: new Map(),
				promises: new Map(),
			});
			return looks;
		};
		expect(looksAt(80) - looksAt(76)).toBe(looksAt(8) - looksAt(4));
	});
});
