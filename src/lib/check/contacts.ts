import { site } from '../../config/site.ts';
import { support } from '../../config/support.ts';
import type { Rule } from './index.ts';
import { atIndex } from './source.ts';

/** The ways to reach somebody: in an article, each is ours or a scammer's. */
const withAt = [/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, /(?<![\w.@/-])@[A-Za-z]\w{3,}/g];
const withoutAt = [
	/\b(?:t\.me|telegram\.me|wa\.me|discord\.(?:gg|com\/invite)|line\.me|u\.wechat\.com|weixin:\/)\/[\w+/-]+/gi,
	/(?:微信|电报|飞机|WeChat|Weixin|Telegram|WhatsApp|QQ|Skype|Line)\s?(?:客服|群|号|群号|账号|id|group|number)*\s?(?:[:：是为]\s?[A-Za-z0-9_-]{5,}|\d{5,})/gi,
	/\+\d[\d\s().-]{6,}\d/g,
	/(?<![\w.,/-])(?<!\+\d{1,3} ?)(?:[48]00[- ]?\d{3,4}[- ]?\d{3,4}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-\d{7,8}|\(\d{3}\) ?\d{3}-\d{4})(?![\w.,/-])/g,
];
const ours = new Set([...support.channels.flatMap(({ contact }) => contact ?? []), site.privacyContact].map(normalise));

/** Only configured contacts appear, so that nobody can be sent to another one. Code is looked at, too. */
export const checkContacts: Rule = (source) =>
	[source.top, source.text].flatMap((text, isBody) =>
		(text.includes('@') ? [...withAt, ...withoutAt] : withoutAt).flatMap((pattern) =>
			(text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)]).flatMap(({ 0: contact, index }) => {
				if (ours.has(normalise(contact))) return [];
				const message = `"${contact}" is not one of our contacts; remove it, and link to /${source.locale}/channels/`;
				if (isBody) return [atIndex(source, index, message)];
				return [{ file: source.file, line: text.slice(0, index).split('\n').length, message }];
			}),
		),
	);

function normalise(contact: string): string {
	return contact.includes('@') ? contact.toLowerCase().replace(/\.$/, '') : contact.replace(/[^\w+]/g, '');
}
