import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { localeIds } from '#config/locales';
import { formatInstant } from '#shared/instant';

import { settle } from '../../worker/callbacks/call-settling.ts';
import { callMailKinds } from '../../worker/db/outbox.ts';
import { composeMail } from '../../worker/mail/compose.ts';
import { agent, bookCall, slot, slotAt } from './call-helpers.ts';
import { dayMs, envAt, hourMs, json, send, sendJson, setUp, start } from './helpers.ts';
import { mailbox, minute, sweep } from './outbox-helpers.ts';

setUp();

const email = 'lin@example.com';
const english = { email, locale: 'en', country: 'CN', timezone: 'Europe/Berlin' };

/** The last mail that went out by an instant. */
async function lastMail(at: number): Promise<{ subject: string; text: string; html: string }> {
	await sweep(at);
	const mail = (await mailbox()).at(-1);
	return { subject: mail?.subject ?? '', text: mail?.text ?? '', html: mail?.html ?? '' };
}

const closeDay = async (day: string) => (await agent('Lea', 'lead')).post('/desk/call-days', { action: 'close', day });

const listed = (text: string) => text.split('\n').filter((line) => line.startsWith('- '));

describe('the mail of a call that has lost its time', () => {
	it('says that it cannot be, while its time is ahead, and offers the nearest free times in the zone of its person', async ({
		expect,
	}) => {
		const call = await bookCall(english);
		await closeDay('2026-11-23');
		const { text, html } = await lastMail(start + minute);
		expect(text).toContain('We are sorry: we cannot call you at Mon, Nov 23, 2026, 07:00 (Berlin time).');
		expect(text).not.toContain('has not come about');
		const times = listed(text);
		expect(times).toEqual(['03:00', '03:30', '04:00'].map((time) => `- Tue, Nov 24, 2026, ${time} (Berlin time)`));
		for (const time of times) expect(html).toContain(`<li>${time.slice(2)}</li>`);
		expect(text.indexOf('go to whoever takes them first')).toBeLessThan(text.indexOf('/en/requests/#'));
		const [taken = ''] = (await json<{ slots: { start: string }[] }>(await send('/api/callbacks/slots?locale=en'))).slots.map(
			(free) => free.start,
		);
		expect(taken).toBe('2026-11-24T02:00:00Z');
		expect((await sendJson('PATCH', call.path, { slot: taken, timezone: 'Europe/Berlin' }, call.link)).status).toBe(200);
	});

	it('offers what is free when it is sent, not when the day was closed', async ({ expect }) => {
		await bookCall(english);
		await closeDay('2026-11-23');
		await env.DB.prepare(
			`INSERT INTO closed_days (from_at, until_at, at) VALUES (unixepoch('2026-11-23T16:00:00Z') * 1000, unixepoch('2026-11-24T16:00:00Z') * 1000, 1)`,
		).run();
		const times = listed((await lastMail(start + minute)).text);
		expect(times).toHaveLength(3);
		for (const time of times) expect(time).toContain('Nov 25');
	});

	it('has only its link where nothing is free', async ({ expect }) => {
		await bookCall(english);
		await closeDay('2026-11-23');
		await env.DB.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (0, ?1, 1)')
			.bind(start + 400 * dayMs)
			.run();
		const { text, html } = await lastMail(start + minute);
		expect([listed(text), html.includes('<li>'), text.includes('/en/requests/#')]).toEqual([[], false, true]);
		expect(text).not.toContain('free');
	});

	it('says once its time is over that it has not come about', async ({ expect }) => {
		await bookCall(english);
		await sweep();
		const at = slotAt + 2 * hourMs;
		await settle(envAt(at));
		const { text } = await lastMail(at);
		expect(text).toContain('has not come about');
		expect(listed(text)).toHaveLength(3);
	});
});

describe('the mail of a call that reached nobody', () => {
	it('says so, and when we try again, or that there is a time to choose', async ({ expect }) => {
		const call = await bookCall(english);
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		const page = await ada.page(`/desk/callbacks/${call.reference}`, slotAt + minute);
		const proposed = /name="next" value="(2026[^"]*)"/.exec(page)?.[1] ?? '';
		const next = Date.parse(proposed);
		await ada.act(call.reference, 'missed', slotAt + minute, { next: proposed });
		const first = await lastMail(slotAt + 2 * minute);
		expect(first.subject).toContain('We called and did not reach you');
		expect(first.text).toContain(`nobody answered. We will try again at ${formatInstant('en', next, 'Europe/Berlin')}.`);
		await ada.act(call.reference, 'call', next);
		await ada.act(call.reference, 'missed', next + minute, { next: '' });
		const { text } = await lastMail(next + 2 * minute);
		expect(text).toContain('We called you, and nobody answered.');
		expect(listed(text)).toHaveLength(3);
	});

	it('says after the last attempt that there is no other, and sends nobody to a form that is not there', async ({ expect }) => {
		const call = await bookCall(english);
		await env.DB.prepare('UPDATE callbacks SET attempts = 2').run();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'missed', slotAt + minute, { next: '' });
		const { subject, text } = await lastMail(slotAt + 2 * minute);
		expect(subject).toContain('We could not reach you');
		expect(text).toContain('will not call again');
		expect(text).not.toContain('did not book');
	});

	it('is sent, too, when nobody has said how the last attempt went', async ({ expect }) => {
		const call = await bookCall(english);
		await env.DB.prepare('UPDATE callbacks SET attempts = 2').run();
		await (await agent()).act(call.reference, 'call', slotAt);
		await settle(envAt(slotAt + 2 * hourMs));
		expect((await lastMail(slotAt + 2 * hourMs)).subject).toContain('We could not reach you');
	});
});

describe('the mail of a cancellation', () => {
	it('tells who did not book to say so where that can be done, and nobody else', async ({ expect }) => {
		const cancelled = await bookCall(english);
		await send(cancelled.path, { method: 'DELETE', headers: cancelled.link });
		expect((await lastMail(start + minute)).text).toContain('open the page and say so: then nobody can book your number');
		const denied = await bookCall({ ...english, slot: '2026-11-23T07:00:00Z' });
		await sendJson('POST', `${denied.path}/not-me`, {}, denied.link);
		const { subject, text } = await lastMail(start + 2 * minute);
		expect(subject).toContain('cancelled');
		expect(text).not.toContain('say so');
		const late = await bookCall(english);
		await send(late.path, { method: 'DELETE', headers: late.link });
		expect((await lastMail(Date.parse(slot) + hourMs)).text).not.toContain('say so');
	});
});

describe('every mail about a call', () => {
	it.for([...callMailKinds, 'callOfferedAhead'] as const)(
		'says the same in HTML and in plain text, and sets Chinese without gaps (%s)',
		(words, { expect }) => {
			const kind = words === 'callOfferedAhead' ? 'callOffered' : words;
			for (const locale of localeIds) {
				const call = { words, time: '（北京时间）', free: ['（北京时间）'], denial: 'before' as const };
				const facts = { locale, links: [{ reference: 'C-1', url: 'https://a/' }], brand: 'B', isDemonstration: true, call };
				const { subject, text, html } = composeMail(kind, facts);
				expect([subject, text, html].join()).not.toMatch(locale === 'en' ? /\{|undefined/ : /\{|undefined|） /);
				const read = html.replace(/<title>.*?<\/title>/, '').replace(/<[^>]*>/g, '\n');
				for (const line of text.split(/\n+/)) expect(read).toContain(line.replace(/^\* | \*$|^- /g, ''));
			}
		},
	);
});
