import { explorerHosts } from '#config/explorers';
import { official } from '#config/official';
import { site } from '#config/site';

/** Words that turn a sentence into the warning that we want agents to write. */
const negation =
	/\b(?:never|not|don['’]t|won['’]t|no one|nobody|without|cannot|can['’]t)\b|不要|不会|不能|不用|不需要|不必|无需|从不|绝不|永不|请勿|切勿|勿|别把|别向|别给|没有人|任何人都不|谁都不/iu;

const asking =
	/\b(?:send|give|tell|provide|share|enter|type|reply with|need|confirm|submit|paste|show)\b|发给|发送|发来|提供|告诉|输入|填写|报一下|给我|给我们|回复|截图|提交|粘贴|需要你的/iu;

const secretNouns =
	/(?:recovery|seed|secret|backup|mnemonic)[\s-]*(?:phrase|words?)|private key|keystore|password|passcode|\bPIN\b|verification code|one[- ]time code|\bOTP\b|\b2FA code|助记词|恢复词|恢复短语|私钥|密码|验证码|口令|动态码/iu;

const remoteTools =
	/anydesk|team\s?viewer|rustdesk|todesk|向日葵|remote (?:control|access|desktop|session)|share your screen|screen[- ]sharing|远程(?:控制|协助|桌面|操作)|共享屏幕|屏幕共享/iu;

const payments =
	/\b(?:pay|transfer|deposit|send)\b.{0,60}\b(?:fee|deposit|to us|to this address|to the (?:following )?address|tax|insurance)\b|(?:支付|缴纳|缴|付|转|汇|打).{0,16}(?:保证金|押金|解冻费|解冻金|验证金|手续费给|税费|给我们|到(?:这个|以下|下面的?)地址)/iu;

const linkPattern = /(?:https?:\/\/|www\.)[^\s<>"'，。；）)]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>"'，。；）)]*)?/giu;

const fileName = /^[^/]+\.(?:png|jpe?g|webp|gif|pdf|mp4|txt|log|json)$/iu;

/** What a reply of ours must never do. The rules are deliberately coarse: an agent can always say it in another way. */
export function checkReply(text: string): ReplyFault[] {
	// Clause by clause: “don’t worry, send me your phrase” is no warning.
	const sentences = text.split(/(?<=[.!?。！？；;，,\n])|\bbut\b|但/u).filter((sentence) => !negation.test(sentence));
	const has = (rule: (sentence: string) => boolean) => sentences.some(rule);
	const faults: ReplyFault[] = [];
	if (has((sentence) => secretNouns.test(sentence) && asking.test(sentence))) faults.push('asksSecret');
	if (has((sentence) => remoteTools.test(sentence))) faults.push('asksRemote');
	if (has((sentence) => payments.test(sentence))) faults.push('asksPayment');
	if (strangeLinks(text).length > 0) faults.push('strangeLink');
	return faults;
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
