import { describe, it } from 'vitest';

import { remind } from '../../worker/callbacks/call-reminders.ts';
import { agent, bookCall, slotAt } from './call-helpers.ts';
import { dayMs, envAt, hourMs, secretOf, send, sendJson, setUp, start } from './helpers.ts';
import { mailbox, minute, outbox, sweep } from './outbox-helpers.ts';

setUp();

const email = 'lin@example.com';
/** More than a day after the tests' first instant: Wednesday, 11:00 in Shanghai. */
const later = '2026-11-25T03:00:00Z';
const laterAt = Date.parse(later);

/** What cron does about calls at an instant. */
async function tick(at: number): Promise<void> {
	await remind(envAt(at));
	await sweep(at);
}

const subjects = async () => (await mailbox()).map(({ subject }) => subject.replace(/^\[.*?\] /, '').replace(/ C-.*$/, ''));

describe('mails about a call', () => {
	it('say when, in the zone of its person, and hold nothing that anybody typed', async ({ expect }) => {
		const call = await bookCall({
			email,
			name: 'Typedname',
			note: 'Typednote',
			locale: 'en',
			timezone: 'Europe/Berlin',
			country: 'CN',
		});
		await sweep();
		const [mail] = await mailbox();
		expect(mail?.recipient).toBe(email);
		expect(mail?.text).toMatch(/07:00.*Berlin time/);
		expect(JSON.stringify(mail)).not.toMatch(/Typed/);
		const link = /\/en\/requests\/#(\S+)/.exec(mail?.text ?? '')?.[0] ?? '';
		expect(secretOf(link)).not.toBe(secretOf(call.url));
		const opened = await send(call.path, { headers: { Authorization: `Bearer ${secretOf(link)}` } });
		expect(opened.status).toBe(200);
		const messages = await (await agent()).page(`/desk/callbacks/${call.reference}`);
		expect(messages).toContain('The address is proved');
	});

	it('are none where no address was given', async ({ expect }) => {
		const call = await bookCall({ slot: later });
		await send(call.path, { method: 'DELETE', headers: call.link });
		await tick(laterAt - dayMs);
		expect(await outbox()).toEqual([]);
	});

	it('tell of a move and a cancellation, and not of what is no longer true', async ({ expect }) => {
		const call = await bookCall({ email, locale: 'en', country: 'CN' });
		await sendJson('PATCH', call.path, { slot: later, timezone: 'Asia/Shanghai' }, call.link);
		await sweep();
		expect((await subjects()).toSorted((a, b) => a.localeCompare(b))).toEqual([
			'Your call has a new time',
			'Your call is booked',
		]);
		for (const { text } of await mailbox()) expect(text).toContain('11:00');
		await send(call.path, { method: 'DELETE', headers: call.link });
		await sweep(start + minute);
		expect(await subjects()).toContain('Your call is cancelled');
		const second = await bookCall({ email, locale: 'en', country: 'CN' });
		await send(second.path, { method: 'DELETE', headers: second.link });
		await sweep(start + 2 * minute);
		expect((await mailbox()).filter(({ reference }) => reference === second.reference)).toHaveLength(1);
	});
});

describe('reminders', () => {
	it('come a day and an hour before, each once however often cron runs', async ({ expect }) => {
		await bookCall({ email, locale: 'en', country: 'CN', slot: later });
		const count = async () => (await subjects()).filter((subject) => subject === 'We will call you soon').length;
		const seen: number[] = [];
		for (const ahead of [dayMs + minute, dayMs, dayMs - 5 * minute, hourMs + minute, hourMs, hourMs - 5 * minute, minute]) {
			await tick(laterAt - ahead);
			await tick(laterAt - ahead);
			seen.push(await count());
		}
		expect(seen).toEqual([0, 1, 1, 1, 2, 2, 2]);
	});

	it('are left out for a call that was booked closer than that', async ({ expect }) => {
		await bookCall({ email });
		await tick(start + minute);
		expect((await outbox()).filter(({ kind }) => kind === 'callReminder')).toEqual([]);
		await tick(slotAt - hourMs + minute);
		expect((await outbox()).filter(({ kind }) => kind === 'callReminder')).toHaveLength(1);
	});

	it('are for the new time only, once a call was moved, and for none once it was cancelled', async ({ expect }) => {
		const call = await bookCall({ email, locale: 'en', country: 'CN', slot: later });
		await remind(envAt(laterAt - dayMs));
		const moved = '2026-11-26T03:00:00Z';
		await sendJson('PATCH', call.path, { slot: moved, timezone: 'Asia/Shanghai' }, call.link, { at: laterAt - dayMs });
		await tick(laterAt - dayMs);
		expect(await subjects()).not.toContain('We will call you soon');
		await tick(Date.parse(moved) - dayMs + minute);
		expect((await subjects()).filter((subject) => subject === 'We will call you soon')).toHaveLength(1);
		await send(call.path, { method: 'DELETE', headers: call.link }, { at: Date.parse(moved) - 2 * hourMs });
		await tick(Date.parse(moved) - hourMs);
		expect((await subjects()).filter((subject) => subject === 'We will call you soon')).toHaveLength(1);
	});
});
