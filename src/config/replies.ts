import * as z from 'zod';

import { localeIds } from './locales.ts';

/** What a saved reply may leave to be filled in. */
export const replyVariables = ['name', 'reference', 'topic', 'agent', 'reopenDays'] as const;

const variable = /\{([^}]*)\}/g;
const text = z
	.string()
	.min(1)
	.max(2000)
	.refine(
		(written) => [...written.matchAll(variable)].every(([, name]) => (replyVariables as readonly string[]).includes(name ?? '')),
		`the variables are ${replyVariables.map((name) => `{${name}}`).join(', ')}`,
	);

const RepliesSchema = z.array(
	z.strictObject({
		id: z.string().regex(/^[a-z-]+$/),
		/** What agents choose it by. */
		title: z.record(z.enum(localeIds), z.string().min(1)),
		/** In the language of whoever wrote. A test holds each to the rules that every reply has to keep. */
		text: z.record(z.enum(localeIds), text),
	}),
);

/** Saved replies: what is asked and explained again and again. They say only what is true of every self-custodial wallet. */
export const replies = RepliesSchema.parse([
	{
		id: 'hash',
		title: { 'zh-cn': '请对方给出交易哈希', en: 'Ask for the transaction hash' },
		text: {
			'zh-cn': `{name}，你好：

要弄清这笔转账现在在哪里，需要它的交易哈希。请在钱包里点开这笔交易，从详情页复制哈希，写在这个页面上；再说一下转出时选的网络，以及收款方是钱包还是交易所。

在确认这一笔已经失败或过期之前，先不要再转一次，以免重复。

{agent}`,
			en: `Hello {name},

to find out where this transfer is now, we need its transaction hash. Open the transaction in your wallet, copy the hash from its detail page and write it on this page; please add which network you chose, and whether the receiving side is a wallet or an exchange.

Until we know that this one has failed or expired, don’t repeat it: you might end up with two.

{agent}`,
		},
	},
	{
		id: 'exchange',
		title: { 'zh-cn': '链上已确认，请找交易所入账', en: 'Confirmed: the exchange has to credit it' },
		text: {
			'zh-cn': `{name}，你好：

这笔转账在链上已经确认，币已经到了交易所的地址。接下来只有交易所能入账，我们和区块链都办不到。

请带着交易哈希联系交易所的客服，并先对照它的充币页面看三件事：网络是否支持、是否需要备注或标签（memo、tag）、是否达到最低数量。确认次数不够时，再等一会儿就会入账。

{agent}`,
			en: `Hello {name},

this transaction is confirmed on the chain, and the coins have reached the exchange’s address. From here only the exchange can credit them; neither we nor the chain can.

Please take the hash to the exchange’s own support, and compare three things with its page for incoming coins first: whether it takes this network, whether it wants a memo or tag, and its minimum. If it only waits for more confirmations, it will arrive by itself.

{agent}`,
		},
	},
	{
		id: 'pending',
		title: { 'zh-cn': '以太坊系：一直待确认', en: 'EVM: stuck as pending' },
		text: {
			'zh-cn': `{name}，你好：

这笔交易还没有进入区块，所以还没有最终结果。通常可以用同一个 nonce 发出一笔新交易来替换它，优先费和最高费用都至少提高 10%；钱包里一般叫“加速”或“取消”，名称随版本不同。

如果前面还有一笔更早的交易没有确认，要先处理那一笔。

{agent}`,
			en: `Hello {name},

this transaction is not in a block yet, so nothing is final. It can usually be replaced by a new one with the same nonce, with both the maximum and the priority price of gas at least 10 % higher; wallets call this “speed up” or “cancel”, and the names differ by version.

If an earlier transaction of yours is still pending as well, that one comes first.

{agent}`,
		},
	},
	{
		id: 'energy',
		title: { 'zh-cn': '波场：OUT_OF_ENERGY', en: 'TRON: OUT_OF_ENERGY' },
		text: {
			'zh-cn': `{name}，你好：

交易失败是因为能量加上 TRX 不够这次合约调用，或者手续费上限设得太低。你的代币还在原来的地址；已经燃烧的 TRX 不会退回。

补一些 TRX 或能量，或者调高手续费上限，然后再试。收款地址当前没有 USDT 时，需要的能量大约是有余额时的两倍。

{agent}`,
			en: `Hello {name},

the transaction failed because energy and TRX together, or the fee limit, did not cover the contract call. Your tokens are still where they were; the TRX that was burnt does not come back.

Add TRX or energy, or raise the fee limit, and try again. Where the receiving address holds no USDT at the moment, the call takes about twice the energy.

{agent}`,
		},
	},
	{
		id: 'password',
		title: { 'zh-cn': '忘记密码', en: 'Forgotten password' },
		text: {
			'zh-cn': `{name}，你好：

密码只存在你的设备上，我们看不到，也不能重置。输错没有次数限制，可以慢慢试。

如果确实想不起来：先在同一台设备上逐个核对备份是否有效，再重置应用、重新导入钱包。没有核对过备份之前不要重置，重置会清除本机数据。不要把备份内容发到这里或任何网站，我们从不需要它。

{agent}`,
			en: `Hello {name},

the password exists on your device only: we can neither see nor reset it. There is no limit on attempts, so take your time.

If it will not come back: verify every backup on the same device first, then reset the app and import the wallet again. Do not reset before that, because it erases what is on the device. Never write a backup here or on any site; we never need it.

{agent}`,
		},
	},
	{
		id: 'stolen',
		title: { 'zh-cn': '被盗：先做什么', en: 'Theft: what to do first' },
		text: {
			'zh-cn': `{name}，你好：

请按这个顺序做：
1. 在没有风险的设备上新建一个钱包，把剩下的资产转到新地址。
2. 撤销旧地址上的授权。
3. 报警，并把交易哈希告诉代币发行方和收款的交易所。

链上已经确认的转账，任何人都不能撤回；我们也不能冻结别人的地址。说能追回、但要先收钱的，是第二次骗局。

请在这个页面写下受影响的公开地址和可疑交易的哈希，我们一起看发生了什么。

{agent}`,
			en: `Hello {name},

please do this, in this order:
1. Make a new wallet on a device that you trust, and move what is left to its address.
2. Revoke the approvals of the old address.
3. Report it to the police, and give the transaction hash to the issuer of the token and to the exchange that received it.

Nobody can undo a transfer that is confirmed on the chain, and we cannot freeze anybody’s address. Whoever promises to get it back for money in advance is the second scam.

Please write the affected public address and the hash of the suspicious transaction on this page, and we will look at what happened.

{agent}`,
		},
	},
	{
		id: 'frozen',
		title: { 'zh-cn': '显示冻结：先分清是哪一种', en: 'Looks frozen: find out which kind' },
		text: {
			'zh-cn': `{name}，你好：

“冻结”可能是好几种不同的情况：发行方限制了地址、手续费不够、TRX 在质押中、权限被改、交易所的风控，或者代币本身卖不出去。每一种能处理的人都不一样。

请写下：是哪个币、在哪条链上、公开地址，以及转账时看到的完整提示，一个字也不要改。

钱包客服不能解冻其中任何一种，也没有谁能收钱解冻，但我们可以帮你认出是哪一种、该找谁。

{agent}`,
			en: `Hello {name},

“frozen” can be several different things: the issuer has restricted the address, there is nothing to cover gas, TRX is staked, the permissions were changed, an exchange is checking, or the token itself cannot be sold. Each has somebody else who can act.

Please write which token it is, on which chain, the public address, and the exact message that you see, letter for letter.

Wallet support cannot unfreeze any of these, and nobody does it for money; but we can tell which one it is and whom to turn to.

{agent}`,
		},
	},
	{
		id: 'passed-on',
		title: { 'zh-cn': '已转给同事，请等消息', en: 'Passed on: please wait' },
		text: {
			'zh-cn': `{name}，你好：

你的请求 {reference} 已经交给负责这类问题的同事。进展都会写在这个页面上，有回复时也会发邮件提醒你。期间有新情况，直接写在这里就好，不用重新提交。

我们不会主动打电话或发私信联系你；自称是我们而先来找你的，都不是我们。

{agent}`,
			en: `Hello {name},

your request {reference} is now with the colleagues who know this best. Whatever happens shows on this page, and a mail tells you when there is an answer. If anything changes, just write it here; there is no need to start again.

We do not call or message you first. Whoever does and says that it is us, is not.

{agent}`,
		},
	},
	{
		id: 'solved',
		title: { 'zh-cn': '解决了吗？', en: 'Is it solved?' },
		text: {
			'zh-cn': `{name}，你好：

上面的办法有用吗？解决了就请在这个页面上点“已解决”；还没有的话，告诉我们做到了哪一步、看到了什么。标记为解决之后，{reopenDays} 天内都可以重新打开。

{agent}`,
			en: `Hello {name},

did that help? If so, please mark the request as solved on this page; if not, tell us how far you got and what you saw. Once solved, it can be reopened for {reopenDays} days.

{agent}`,
		},
	},
]);
