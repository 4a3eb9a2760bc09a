import { explorerHosts } from '#config/explorers';
import { official } from '#config/official';
import { site } from '#config/site';

/** A warning: a negation that governs the verb itself, as in “never send”, and not “if you cannot log in, send”. */
const negatedEnglish =
	/(?:(?<!\b(?:why|if|or)\s)\b(?:never|not|don['’]t|doesn['’]t|won['’]t|can['’]t|cannot|mustn['’]t|shouldn['’]t|no need to)|\b(?:no one|nobody|none)(?:\s(?:of|from|at|in|on|us|our|the|team|support|staff|desk|here|else|will|would|may|should|can|must|is|are|has|to|allowed)){1,8})(?:\s(?:ever|even|again|also|simply|going to|allowed to|need to|have to|want to|try to|under any circumstances|be asked to|be asked for|be told to|ask you to|ask you for|ask anyone to|ask anybody to)){0,4}\s(?:ask for|ask|send|give|tell|provide|share|enter|type|reply|need|confirm|submit|paste|show|read|dictate|forward|upload|install|download|use|open|run|start|launch|enable|allow|accept|grant|offer|let|pay|transfer|deposit|wire|needed|used|asked for)(?:(?:,| or| and| nor|, or|, and)\s(?:send|give|tell|provide|share|enter|type|confirm|submit|paste|show|read|dictate|forward|upload|install|download|use|open|run|start|allow|accept|grant|pay|transfer|deposit|wire))*\b|\b(?:pay (?:no|nothing)|(?:no|without)(?: any)?(?= (?:anydesk|team ?viewer|rustdesk|todesk|remote|screen)))\b/giu;

const negatedChinese =
	/(?:不要|不会|不能|不用|不需要|不必|不得|不可|无需|无须|从不|绝不|永不|永远不|请勿|切勿|勿|别|没有人|任何人都不|谁都不)(?:会|再|要求|要|让|叫|主动|随便|轻易|你|您|用户|任何人|别人|他人|我们|通过|用)*(?:[把将][^，。；！？请只就则]{0,24}|[在到向给对跟][^，。；！？请只就则后时录把]{0,12})?(?:索要|索取|要你的|需要你的|发给|发送|发来|发到|发我|发|提供|告诉|透露|输入|填写|报|念|给我们|给我|给|回复|截图|提交|粘贴|安装|下载|使用|打开|支付|缴纳|缴|付|转账|转|汇|打|远程|共享)(?:[、或和](?:发给|发送|发到|发|提供|告诉|透露|输入|填写|截图|提交|粘贴|安装|打开|支付|转账|远程|共享))*|不需要[你您]的/gu;

/** Two turns of phrase stand in titles of our articles, which replies link. */
const asking =
	/\b(?:send|give|tell|provide|share|enter|type|reply with|need|require|confirm|submit|paste|show|ask (?:you )?for|let (?:me|us) (?:have|know|see)|read|dictate|forward|upload|write (?:me|us|back|to (?:me|us)))\b|发给|发送|发来|发到|发过来|发一下|发我|提供|告诉|输入|填写|报一下|报给|念给|读给|(?<!有人)给我|回复|(?<!拍照、)截图|提交|粘贴|需要[你您]的|索要|要一下|是什么|是多少|是啥|有哪些/iu;

const secretNouns =
	/(?:recovery|seed|secret|backup|mnemonic)[\s-]*(?:phrase|words?)|\b(?:12|24|twelve|twenty-?four)[\s-]words?\b|private key|keystore|password|passcode|\bPIN\b|verification code|one[- ]time code|\bOTP\b|\b2FA code|(?:12|24|十二|二十四)\s?个(?:英文)?(?:单词|词)|助记词|恢复词|恢复短语|私钥|密码|验证码|口令|动态码/iu;

/** “Your private key please”: no verb is needed to ask. */
const wish =
	/\b(?:please|pls|plz)\b|\b(?:what|which|where)(?:['’]s| is| are| was| were)? (?:your|the)\b|\byour\b[^?]{0,60}\?|(?:词|钥|码|语|令)(?:呢|吗)?[？?]/iu;

const keeping = /\b(?:keep|store|guard|protect|hide|have|change|set|forget|forgot|lose|lost)\b|保管|保存|忘|丢|还在/iu;

const remoteTools =
	/anydesk|team\s?viewer|rustdesk|todesk|向日葵|remote (?:control|access|desktop|session)|share your screen|screen[- ]sharing|远程(?:控制|协助|桌面|操作)|共享屏幕|屏幕共享|(?<=¬)(?:控制|协助|桌面|操作|屏幕)/iu;

const remoteVerbs =
	/\b(?:install|download|open|run|start|launch|enable|allow|accept|join|grant|use)\b|安装|下载|打开|启动|开启|允许|同意|使用/iu;

const payments =
	/\b(?:pay|transfer|deposit|send)\b.{0,60}\b(?:fee|deposit|to us|to this address|to the (?:following )?address|tax|insurance)\b|(?:支付|缴纳|缴|付|转|汇|打).{0,16}(?:保证金|押金|解冻费|解冻金|验证金|手续费给|税费|给我们|到(?:这个|以下|下面的?)地址)/iu;

/** Not “you sent 200 USDT”, nor “your transfer of 200 USDT”. */
const paymentVerbs =
	/(?<!\b(?:the|your|a|an|this|that|any|each|every|first|second|last|incoming|outgoing|failed|usdt|trx|eth|tried to|wanted to|did you|you did)\s)\b(?:pay|transfer|deposit|send|wire|remit)\b(?! of\b)(?=(.{0,60}))/giu;

/** Right behind the verb: “send the hash of the 200 USDT” asks for no money. */
const amount =
	/^(?: (?:us|me|in|another|an?|extra|further|at least|about|exactly|only|just|first|the|amount|sum|deposit|fee|minimum|of|it|with)){0,5} ?(?:[$€¥£] ?\d|\d[\d.,]{0,20} ?(?:USD[TC]?|TRX|ETH|BTC|BNB|SOL|DAI|EUR|CNY|RMB|dollars?|euros?|yuan)\b)/iu;

const toAddress =
	/\bto (?:the |our |my )?(?:address |wallet )?(?:T[1-9A-HJ-NP-Za-km-z]{33}|0x[\da-f]{40}|bc1[a-z\d]{20,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b/iu;

const chinesePayments =
	/(?<![笔次的已你您])(?:支付|缴纳|缴|付|转入|转账|转|汇款|汇|打款|打|充值|充)\s?(?:一笔|至少|大约|给我们)?\s?\d[\d.,]{0,20}\s?(?:USD[TC]?|TRX|ETH|BTC|BNB|美元|美金|人民币|元|块|个|U)|[把将]\s?\d[\d.,]{0,20}\s?(?:USD[TC]?|TRX|ETH|BTC|BNB|美元|元|块|个|U)\s?(?:支付|付|转|汇|打|充|发)|(?:支付|付|转|汇|打|充)[^，。；了过\dT]{0,12}[到至给]\s?(?:地址)?\s?(?:T[1-9A-HJ-NP-Za-km-z]{33}|0x[\da-f]{40})(?!\s?的)/iu;

const linkPattern = /(?:https?:\/\/|www\.)[^\s<>"'，。；）)]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>"'，。；）)]*)?/giu;

const fileName = /^[^/]+\.(?:png|jpe?g|webp|gif|pdf|mp4|txt|log|json)$/iu;

/** What a reply of ours must never do. The rules are deliberately coarse: an agent can always say it in another way. */
export function checkReply(text: string): ReplyFault[] {
	const plain = text
		.normalize('NFKC')
		.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
		.replace(/[^\S\n]+/g, ' ');
	const warned = plain.replace(negatedEnglish, '¬').replace(negatedChinese, '¬');
	// Clause by clause: “don’t worry, send me your phrase” is no warning.
	const clauses = warned.split(/(?<=[!?。！？；;，\n]|[.,](?!\d))|\bbut\b|但/u);
	const faults: ReplyFault[] = [];
	if (clauses.some(asksSecret)) faults.push('asksSecret');
	if (clauses.some(asksRemote)) faults.push('asksRemote');
	if (clauses.some(asksPayment)) faults.push('asksPayment');
	if (strangeLinks(text).length > 0) faults.push('strangeLink');
	return faults;
}

function asksSecret(clause: string): boolean {
	if (!secretNouns.test(clause)) return false;
	return asking.test(clause) || (wish.test(clause) && !clause.includes('¬') && !keeping.test(clause));
}

function asksRemote(clause: string): boolean {
	return remoteTools.test(clause) && (!clause.includes('¬') || remoteVerbs.test(clause));
}

function asksPayment(clause: string): boolean {
	const objects = [...clause.matchAll(paymentVerbs)].map(([, object = '']) => object);
	const wantsMoney = objects.some((object) => amount.test(object) || toAddress.test(object));
	return wantsMoney || payments.test(clause) || chinesePayments.test(clause);
}

/** Links that are neither ours nor a block explorer's; a warning does not make a fake address harmless to click. */
function strangeLinks(text: string): string[] {
	return (text.normalize('NFKC').match(linkPattern) ?? []).filter((link) => {
		const host = hostOf(link);
		return host !== null && !isOurs(host);
	});
}

function hostOf(link: string): string | null {
	if (fileName.test(link)) return null;
	const url = URL.parse(/^https?:/i.test(link) ? link : `https://${link}`);
	return url ? url.hostname.replace(/^www\./, '') : null;
}

function isOurs(host: string): boolean {
	if (host === new URL(site.url).hostname || explorerHosts.has(host)) return true;
	return official.some((channel) => {
		if (channel.kind === 'email') return channel.value.endsWith(`@${host}`);
		if (channel.kind === 'website') return host === channel.value || (channel.subdomains && host.endsWith(`.${channel.value}`));
		return host === channel.value;
	});
}

export type ReplyFault = 'asksSecret' | 'asksRemote' | 'asksPayment' | 'strangeLink';
