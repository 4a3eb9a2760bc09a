import { locales, type Locale } from '#config/locales';

import type { CallMailKind, MailKind } from '../db/outbox.ts';
import { markup, type Markup } from '../pages/markup.ts';
import { isCallMail } from './call-mail.ts';
import { callMailWords } from './call-words.ts';
import { mailWords } from './words.ts';

/** A mail as plain text and as HTML, the same words in both: fixed text, references, times and links, and nothing that anybody typed. */
export function composeMail(kind: MailKind, { locale, links, brand, isDemonstration, call }: MailFacts): ComposedMail {
	const shared = { ...mailWords[locale], ...(isCallMail(kind) ? callMailWords[locale] : {}) };
	const { subject: about, lines } = wordsOf(kind, locale, call);
	const fill = (text: string) => text.replaceAll('{reference}', links[0]?.reference ?? '').replaceAll('{time}', call?.time ?? '');
	const subject = fill(about);
	const before = [...(isDemonstration ? [shared.demonstration] : []), shared.greeting, ...lines.slice(0, -1).map(fill)];
	const free = call?.free ?? [];
	const choice = free.length > 0 ? [callMailWords[locale].free] : [];
	// Leads over to the link.
	const last = fill(lines.at(-1) ?? '');
	const after = [shared.private, ...notYouOf(kind, locale, call)];
	return {
		subject: isDemonstration ? `[${demonstrationMark[locale]}] ${subject}` : subject,
		text: [
			...before,
			...choice.map((line) => [line, ...free.map((time) => `- ${time}`)].join('\n')),
			last,
			...links.map(({ reference, url }) => (kind === 'links' ? `${reference}\n${url}` : url)),
			...after,
			`* ${shared.safety} *`,
			shared.automatic,
			brand,
		].join('\n\n'),
		html: page(locale, subject, [
			...before.map((line) => markup`<p>${line}</p>`),
			...choice.map((line) => markup`<p>${line}</p><ul>${free.map((time) => markup`<li>${time}</li>`)}</ul>`),
			markup`<p>${last}</p>`,
			...links.map(({ reference, url }) => markup`<p>${kind === 'links' ? `${reference}: ` : ''}<a href="${url}">${url}</a></p>`),
			...after.map((line) => markup`<p>${line}</p>`),
			markup`<p style="padding:12px 16px;border-left:4px solid #a3201a;font-weight:bold">${shared.safety}</p>`,
			markup`<p style="opacity:.75;font-size:14px">${shared.automatic}</p><p>${brand}</p>`,
		]),
	};
}

function wordsOf(kind: MailKind, locale: Locale, call: CallMailFacts | undefined): { subject: string; lines: string[] } {
	return isCallMail(kind) ? callMailWords[locale][call?.words ?? kind] : mailWords[locale][kind];
}

/** Nobody is sent to a page that has nothing for them to say. */
function notYouOf(kind: MailKind, locale: Locale, call: CallMailFacts | undefined): string[] {
	if (!isCallMail(kind)) return [mailWords[locale].notYou];
	const { notYou, notYouCancelled } = callMailWords[locale];
	return { before: [notYou], afterwards: [notYouCancelled], none: [] }[call?.denial ?? 'none'];
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

/** What a mail about a call says. */
export interface CallMailFacts {
	words: CallMailKind | 'callOfferedAhead';
	/** When the call begins, in words. */
	time: string;
	/** Free times to choose from, in words. */
	free: string[];
	/** Whether whoever did not book can say so: of a call that lies ahead, of one that is cancelled, or not any more. */
	denial: 'before' | 'afterwards' | 'none';
}

interface MailFacts {
	locale: Locale;
	links: { reference: string; url: string }[];
	brand: string;
	isDemonstration: boolean;
	/** Of a mail about a call. */
	call?: CallMailFacts;
}

interface ComposedMail {
	subject: string;
	text: string;
	html: string;
}
