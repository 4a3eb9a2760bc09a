import { length } from '#shared/limits';
import type { Candidate, ChannelKind, Reason } from '#shared/verify/kinds';
import { readHost, readLink } from '#shared/verify/links';

/** More than this in one text is noise. */
const mostCandidates = 20;
const knownScheme = /^(?:https?|tel|sms|tg|weixin|wechat|market|itms(?:-apps)?|javascript|data|ftp|file|blob|ws|wss):/i;
/** What ends a word in running text, Chinese or English; a full stop between Latin characters is taken for a dot by browsers. */
const separators = /[\s，、；！？（）《》〈〉「」『』【】“”‘’"'<>|]+|：(?!\/\/)|[。｡](?![a-z0-9])/iu;
/** Not `_` and `-`: with one more it is another account. */
const edges = /^[([{.,;:!?*…]+|[)\]}.,;:!?*…]+$/g;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** Digits with what people write between them. Bounded, so that it stays linear. */
const phonePattern = /(^|[^\w@./=?&#%+-])(\+?\(?\d[\d ().\u00a0\u2010-\u2013-]{3,26}\d)(?![\w@%=&/]|[.-]\w)/g;
const phoneWords = /电话|热线|手机|致电|拨打|号码|\btel\b|phone|hotline|\bcall\b/i;
/** Words before a name that say where it belongs. */
const platforms: readonly [words: RegExp, kind: ChannelKind][] = [
	[/微信|威信|薇信|公众号|wechat|weixin|^(?:vx|wx)$/i, 'wechat'],
	[/电报|飞机|telegram|^tg$/i, 'telegram'],
	[/推特|twitter|^x$/i, 'x'],
];
const namePattern = /^@?[\p{L}\p{N}][\p{L}\p{N}_-]{2,39}$/u;

/** Everything in a pasted text that may be a channel, in its order. Linear in the length of the text; never throws. */
export function findCandidates(text: string): Candidate[] {
	const whole = text
		.slice(0, length.verify)
		.replace(/[\ud800-\udbff]$/, '')
		.trim();
	const phones = findPhones(whole);
	const rest = phones.reduceRight((left, { at, shown }) => `${left.slice(0, at)} ${left.slice(at + shown.length)}`, whole);
	const words = rest.split(separators).filter(Boolean);
	const found: Candidate[] = [];
	let hint: ChannelKind | undefined;
	for (const word of words) {
		const [label, part] = splitLabel(word.replace(edges, ''));
		hint = platformOf(label) ?? hint;
		const isAlone = words.length === 1 && phones.length === 0 && label === '';
		const candidate = part === '' ? null : readWord(part, hint, isAlone);
		if (candidate) found.push(candidate);
		// A name follows its platform at once: "WeChat: name", "微信 name".
		hint = candidate ? undefined : (platformOf(part) ?? (part === '' ? hint : undefined));
	}
	return [...found, ...phones].slice(0, mostCandidates);
}

/** What one word can be, without what is invisible in it; a word that hides something is never ours. */
function readWord(word: string, hint: ChannelKind | undefined, isAlone: boolean): Candidate | null {
	const visible = word.replace(invisible, '');
	const isHiding =
		word.replace(
			/^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u200b]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u200b]+$/g,
			'',
		) !== visible;
	const candidate = readVisible(visible, hint, isAlone);
	return candidate && isHiding ? { ...candidate, faults: [...candidate.faults, 'hidden'] } : candidate;
}

function readVisible(word: string, hint: ChannelKind | undefined, isAlone: boolean): Candidate | null {
	if (/^mailto:/i.test(word)) return readMail(word.slice(7).split('?')[0] ?? '', word);
	if (/^(?:tel|sms):$/i.test(word)) return null;
	if (knownScheme.test(word) || /^[a-z][a-z0-9+.-]*:[\\/]/i.test(word)) return readLink(word);
	if (/^[a-z]{0,12}:?\/\//i.test(narrow(word))) return { kinds: ['website'], value: word, shown: word, faults: ['broken'] };
	if (/^id\d{6,12}$/.test(word)) return { kinds: ['ios'], value: word, shown: word, faults: [] };
	if (/^[^@/\\?#]+@[^@/\\?#]+$/.test(word)) return readMail(word, word);
	if (/[.。｡．][^@.]/u.test(word) || word.indexOf('@') > 0) return readBareHost(word);
	return readName(word, hint, isAlone);
}

function readMail(address: string, shown: string): Candidate {
	const at = address.lastIndexOf('@');
	const host = readHost(address.slice(at + 1));
	const value = `${address.slice(0, at).toLowerCase()}@${host ?? address.slice(at + 1)}`;
	const isGlued = /\p{Script=Han}/u.test(address);
	return { kinds: ['email'], value, shown, faults: host === null ? ['broken'] : isGlued ? ['glued'] : [] };
}

/** An address without `https://`: the last label has letters, so that numbers with a point are none. */
function readBareHost(word: string): Candidate | null {
	const host = /^[^/\\?#]*/.exec(word)?.[0] ?? '';
	const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/.test(host);
	if (!isAddress && !/[.。｡．]\p{L}[^.。]*$/u.test(host)) return null;
	if (word.startsWith('@')) return { kinds: ['email'], value: word, shown: word, faults: [] };
	const bare = word.replace(/^\p{Script=Han}+(?=[a-z0-9])/iu, '').replace(/^([^/\\?#]*[a-z])\p{Script=Han}+$/iu, '$1');
	const link = readLink(word, `https://${bare}`);
	if (!link) return null;
	if (bare !== word) return { ...link, faults: [...link.faults, 'glued'] };
	const isPackage = word === host && /^[a-z]\w*(?:\.[a-z]\w*)+$/i.test(word) && link.kinds[0] === 'website';
	return isPackage ? { ...link, kinds: ['website', 'android'] } : link;
}

/** A bare name counts where something says that it is one: an @, its platform, or that nothing else was pasted. */
function readName(word: string, hint: ChannelKind | undefined, isAlone: boolean): Candidate | null {
	const glued = /^(\p{Script=Han}+)(@?[\w-]{3,40})$/u.exec(word);
	if (glued) return readName(glued[2] ?? '', platformOf(glued[1] ?? '') ?? hint, false);
	if (!namePattern.test(word) || !(word.startsWith('@') || hint || isAlone)) return null;
	if (!word.startsWith('@') && /^\p{Script=Han}+$/u.test(word)) return null;
	return { kinds: hint ? [hint] : ['telegram', 'x', 'wechat'], value: word.replace(/^@/, ''), shown: word, faults: [] };
}

/** "Telegram:@name" is a label and a name; what stands before `//` is a scheme. */
function splitLabel(word: string): [label: string, part: string] {
	if (knownScheme.test(word) || /^mailto:/i.test(word)) return ['', word];
	const match = /^([^\s:@/.]{1,20}):(?![/\\]|\d+$)(.*)$/.exec(word);
	return match ? [match[1] ?? '', match[2] ?? ''] : ['', word];
}

function platformOf(words: string): ChannelKind | undefined {
	return words === '' ? undefined : platforms.find(([pattern]) => pattern.test(words))?.[1];
}

function findPhones(text: string): (Candidate & { at: number })[] {
	const plain = narrow(text);
	const least = phoneWords.test(text) || /^[\d\s()+.-]+$/.test(plain) ? 5 : 7;
	return [...plain.matchAll(phonePattern)].flatMap(({ 1: before = '', 2: number = '', index }) => {
		const value = number.replace(/[^\d+]/g, '');
		const isOther = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(number) || /^\d{4}[-.]\d{1,2}[-.]\d{1,2}\b/.test(number);
		if (isOther || value.replace('+', '').length < least) return [];
		const at = index + before.length;
		// More digits right before it: only a part of some other number.
		const faults: Reason[] = /[\d+]\s?$/.test(plain.slice(Math.max(at - 3, 0), at)) ? ['broken'] : [];
		return [{ kinds: ['phone' as const], value, shown: text.slice(at, at + number.length), faults, at }];
	});
}

/** Full-width characters as plain ones and invisible ones as spaces, each in its place. */
function narrow(text: string): string {
	return text
		.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
		.replace(invisible, (character) => ' '.repeat(character.length))
		.replace(/\u3000/g, ' ');
}
