import { locales, type Locale } from '#config/locales';

import type { MailKind } from '../db/outbox.ts';
import { markup, type Markup } from '../pages/markup.ts';
import { isCallMail } from './call-mail.ts';
import { callMailWords } from './call-words.ts';
import { mailWords } from './words.ts';

/** A mail as plain text and as HTML, the same words in both: fixed text, references and links, and nothing that anybody typed. */
export function composeMail(kind: MailKind, { locale, links, brand, isDemonstration, time = '' }: MailFacts): ComposedMail {
	const t = { ...mailWords[locale], ...(isCallMail(kind) ? callMailWords[locale] : {}), ...wordsOf(kind, locale) };
	const fill = (text: string) => text.replaceAll('{reference}', links[0]?.reference ?? '').replaceAll('{time}', time);
	const subject = fill(t.subject);
	const before = [...(isDemonstration ? [t.demonstration] : []), t.greeting, ...t.lines.map(fill)];
	const after = [t.private, t.notYou];
	return {
		subject: isDemonstration ? `[${demonstrationMark[locale]}] ${subject}` : subject,
		text: [
			...before,
			...links.map(({ reference, url }) => (kind === 'links' ? `${reference}\n${url}` : url)),
			...after,
			`* ${t.safety} *`,
			t.automatic,
			brand,
		].join('\n\n'),
		html: page(locale, subject, [
			...before.map((line) => markup`<p>${line}</p>`),
			...links.map(({ reference, url }) => markup`<p>${kind === 'links' ? `${reference}: ` : ''}<a href="${url}">${url}</a></p>`),
			...after.map((line) => markup`<p>${line}</p>`),
			markup`<p style="padding:12px 16px;border-left:4px solid #a3201a;font-weight:bold">${t.safety}</p>`,
			markup`<p style="opacity:.75;font-size:14px">${t.automatic}</p><p>${brand}</p>`,
		]),
	};
}

function wordsOf(kind: MailKind, locale: Locale): { subject: string; lines: string[] } {
	return isCallMail(kind) ? callMailWords[locale][kind] : mailWords[locale][kind];
}

/** Colours are left to the reader's program, which may be dark. */
function page(locale: Locale, title: string, body: Markup[]): string {
	const style = 'max-width:36em;margin:0 auto;padding:16px;font:16px/1.6 system-ui,sans-serif;overflow-wrap:anywhere';
	const head = markup`<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title}</title>`;
	const { html } =
		markup`<html lang="${locales[locale].lang}"><head>${head}</head><body><div style="${style}">${body}</div></body></html>`;
	return `<!doctype html>${html}`;
}

const demonstrationMark = { 'zh-cn': '演示', en: 'Demonstration' } as const;

interface MailFacts {
	locale: Locale;
	links: { reference: string; url: string }[];
	brand: string;
	isDemonstration: boolean;
	/** When a call begins, in words. */
	time?: string;
}

interface ComposedMail {
	subject: string;
	text: string;
	html: string;
}
