import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { blockedNumbersSql } from '../../worker/db/blocked-numbers.ts';
import { callSql } from '../../worker/db/call-lists.ts';
import { reminderSql } from '../../worker/db/call-mails.ts';
import { closedSql } from '../../worker/db/closed-days.ts';
import { phrases } from '../fixtures/phrases.ts';
import { agent, bookCall, slotAt, wordsOn } from './call-helpers.ts';
import { contactBody, cookies, hourMs, postForm, postJson, send, sendJson, setUp, start } from './helpers.ts';
import { minute } from './outbox-helpers.ts';

setUp();

async function row(reference: string) {
	return env.DB.prepare('SELECT state, attempts, slot_start, sequence, agent FROM callbacks WHERE reference = ?1')
		.bind(reference)
		.first<Record<string, unknown>>();
}

async function seats(): Promise<unknown[]> {
	return (await env.DB.prepare('SELECT slot, reference FROM callback_seats ORDER BY slot').all()).results;
}

const nextOf = (page: string) => [...page.matchAll(/name="next" value="(2026[^"]*)"/g)].map(([, start]) => start ?? '');

describe('a call at the desk', () => {
	it('is made at its time and at no other', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		for (const at of [start, slotAt - 6 * minute, slotAt + hourMs + minute]) {
			expect((await ada.act(call.reference, 'call', at)).status).toBe(409);
			const page = await ada.page(`/desk/callbacks/${call.reference}`, at);
			expect(page).not.toContain('value="call"');
			expect(page).toMatch(/from \d+ minutes before its time until \d+ minutes after its end/);
		}
		expect(await ada.page(`/desk/callbacks/${call.reference}`, slotAt)).toMatch(/words live for \d+ minutes/);
		expect((await ada.act(call.reference, 'call', slotAt - 4 * minute)).status).toBe(303);
		expect(await row(call.reference)).toMatchObject({ state: 'calling', attempts: 1, agent: 'Ada' });
		expect((await ada.act(call.reference, 'reached', slotAt)).status).toBe(303);
		expect(await row(call.reference)).toMatchObject({ state: 'done', attempts: 1 });
		for (const action of ['call', 'reached', 'missed', 'wrong', 'offer', 'release'])
			expect([action, (await ada.act(call.reference, action, slotAt)).status]).toEqual([action, 409]);
	});

	it('says what was mailed and whether the address is proved, where there is one', async ({ expect }) => {
		const [call, other] = [await bookCall(), await bookCall({ email: 'ada@example.com', slot: '2026-11-23T07:00:00Z' })];
		const ada = await agent();
		const said = async ({ reference }: { reference: string }) =>
			(await ada.page(`/desk/callbacks/${reference}`)).includes('The address is not proved');
		expect([await said(call), await said(other)]).toEqual([false, true]);
	});

	it('is tried three times, each at a time that was proposed, and then given up', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const ada = await agent();
		const path = `/desk/callbacks/${call.reference}`;
		let at = slotAt;
		for (const attempt of [1, 2]) {
			await ada.act(call.reference, 'call', at);
			const [next = ''] = nextOf(await ada.page(path, at + minute));
			expect(Date.parse(next)).toBeGreaterThanOrEqual(at + hourMs);
			expect((await ada.act(call.reference, 'missed', at + minute, { next: '2026-11-23T18:00:00Z' })).status).toBe(409);
			expect((await ada.act(call.reference, 'missed', at + minute, { next })).status).toBe(303);
			at = Date.parse(next);
			expect(await row(call.reference)).toMatchObject({ state: 'missed', attempts: attempt, slot_start: at, sequence: attempt });
			expect(await seats()).toEqual([{ slot: at, reference: call.reference }]);
			expect(await call.here(at - minute)).toMatchObject({ state: 'missed', isOver: false, isChangeable: true });
		}
		await ada.act(call.reference, 'call', at);
		expect(await ada.page(path, at)).toContain('This was the last attempt.');
		await ada.act(call.reference, 'missed', at + minute, { next: '' });
		expect(await call.here(at + minute)).toMatchObject({ state: 'missed', attempts: 3, isOver: true, isChangeable: false });
		for (const action of ['call', 'offer'])
			expect([action, (await ada.act(call.reference, action, at + 4 * minute)).status]).toEqual([action, 409]);
		expect(await seats()).toEqual([]);
		const mails = await env.DB.prepare(`SELECT kind FROM outbox ORDER BY id`).all();
		expect(mails.results.map(({ kind }) => kind)).toEqual(['callBooked', 'callMissed', 'callMissed', 'callGivenUp']);
	});

	it('is tried again by day where its person is, with the clocks of both, and at night only when there is nothing else', async ({
		expect,
	}) => {
		const ada = await agent();
		const proposedTo = async (timezone: string) => {
			const call = await bookCall({ locale: 'en', timezone });
			await ada.act(call.reference, 'call', slotAt);
			const page = await ada.page(`/desk/callbacks/${call.reference}`, slotAt);
			return [...page.matchAll(/name="next" value="2026[^"]*"[^>]*> ([^<]*)</g)].map(([, text = '']) => text);
		};
		const newYork = await proposedTo('America/New_York');
		expect([newYork.length, newYork[0]]).toEqual([
			6,
			'Tue, Nov 24, 2026, 10:00 (Shanghai time) · Mon, Nov 23, 2026, 21:00 (New York time)',
		]);
		for (const text of newYork) expect(text).toMatch(/ · .* (0[89]|1\d|2[01]):\d\d \(New York time\)$/);
		const halifax = await proposedTo('America/Halifax');
		expect(halifax).toHaveLength(6);
		for (const text of halifax) expect(text).toMatch(/\(Halifax time\) · night where they are$/);
		for (const text of await proposedTo('Asia/Shanghai')) expect(text).not.toContain('·');
	});

	it('gives its seat back when its person has to choose a time, and goes on from there', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'missed', slotAt + minute, { next: '' });
		expect(await call.here(slotAt + minute)).toMatchObject({ state: 'offered', attempts: 1, isChangeable: true });
		expect([await seats(), await ada.page('/desk/callbacks/offered')]).toEqual([[], expect.stringContaining(call.reference)]);
		const moved = { slot: '2026-11-24T03:00:00Z', timezone: 'Asia/Shanghai' };
		expect((await sendJson('PATCH', call.path, moved, call.link, { at: slotAt + 2 * minute })).status).toBe(200);
		expect(await row(call.reference)).toMatchObject({ state: 'booked', attempts: 1 });
		expect(await seats()).toHaveLength(1);
	});

	it('does nothing for a form that was opened before the last change, and of two agents one calls', async ({ expect }) => {
		const call = await bookCall();
		const [ada, bob] = [await agent('Ada'), await agent('Bob')];
		const both = await Promise.all([
			ada.act(call.reference, 'call', slotAt, { version: '1' }),
			bob.act(call.reference, 'call', slotAt, { version: '1' }),
		]);
		expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
		expect(await row(call.reference)).toMatchObject({ attempts: 1 });
		const stale = await ada.act(call.reference, 'note', slotAt, { version: '1', text: 'Typed for a while' });
		expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('Typed for a while')]);
		expect(await env.DB.prepare('SELECT COUNT(*) FROM callback_notes').first('COUNT(*)')).toBe(0);
	});

	it('belongs to whoever makes it for an hour: nobody else begins it anew or ends it', async ({ expect }) => {
		const call = await bookCall();
		const [ada, bob] = [await agent('Ada'), await agent('Bob')];
		await ada.act(call.reference, 'call', slotAt);
		const at = slotAt + 4 * minute;
		for (const action of ['call', 'again', 'reached', 'missed', 'wrong'])
			expect([action, (await bob.act(call.reference, action, at)).status]).toEqual([action, 409]);
		expect(await row(call.reference)).toMatchObject({ state: 'calling', attempts: 1, agent: 'Ada' });
		const page = await bob.page(`/desk/callbacks/${call.reference}`, at);
		expect(page).toContain('Ada is on this call, which began on Mon, Nov 23, 2026, 14:00 (Shanghai time).');
		expect(page).not.toContain(call.phone);
		for (const action of ['again', 'reached', 'missed', 'wrong']) expect(page).not.toContain(`value="${action}"`);
		expect((await ada.act(call.reference, 'reached', at)).status).toBe(303);
	});

	it('is taken over in a step of its own that the log knows, without a new attempt', async ({ expect }) => {
		const call = await bookCall();
		const [ada, bob] = [await agent('Ada'), await agent('Bob')];
		const path = `/desk/callbacks/${call.reference}`;
		expect((await bob.act(call.reference, 'take-over', slotAt)).status).toBe(409);
		await ada.act(call.reference, 'call', slotAt);
		const words = wordsOn(await ada.page(path, slotAt + minute));
		expect((await ada.act(call.reference, 'take-over', slotAt + minute)).status).toBe(409);
		expect((await bob.act(call.reference, 'take-over', slotAt + minute)).status).toBe(303);
		expect(await row(call.reference)).toMatchObject({ state: 'calling', attempts: 1, agent: 'Bob' });
		expect(wordsOn(await bob.page(path, slotAt + minute))).toBe(words);
		expect(await ada.page(path, slotAt + minute)).not.toContain(call.phone);
		expect((await ada.act(call.reference, 'reached', slotAt + minute)).status).toBe(409);
		expect((await bob.act(call.reference, 'reached', slotAt + minute)).status).toBe(303);
		const taken = await env.DB.prepare(`SELECT actor FROM audit_log WHERE action = 'took-over'`).first('actor');
		expect(taken).toBe('Bob');
	});

	it('is begun anew by its own agent on purpose only: a second step, and no key', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		const at = slotAt + 4 * minute;
		const page = await ada.page(`/desk/callbacks/${call.reference}`, at);
		expect(page).not.toContain('data-key="c"');
		expect(page.indexOf('value="reached"')).toBeLessThan(page.indexOf('value="again"'));
		expect(/<details><summary>Call again<.summary>.*?value="again"/s.test(page)).toBe(true);
		expect((await ada.act(call.reference, 'call', at)).status).toBe(409);
		expect((await ada.act(call.reference, 'again', at)).status).toBe(303);
		expect(await row(call.reference)).toMatchObject({ state: 'calling', attempts: 2 });
	});

	it('asks before it is cancelled for a wrong number, without script too, and lists the keys that its page has', async ({
		expect,
	}) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		const page = await ada.page(`/desk/callbacks/${call.reference}`, slotAt);
		expect(/<details>\s*<summary accesskey="w" data-key="w">(?:(?!<.details>).)*value="wrong"/s.test(page)).toBe(true);
		expect(page).not.toMatch(/<button[^>]*data-key="w"/);
		const help = /<dialog id="keys".*?<.dialog>/s.exec(page)?.[0] ?? '';
		const listed = [...help.matchAll(/<kbd>(.)<.kbd>/g)].map(([, key]) => key);
		expect(listed).toEqual(['c', 'r', 'm', 'w', 'n', '/', 'q', '?']);
		expect([help.includes('write a reply'), help.includes('wrong number')]).toEqual([false, true]);
	});

	it('ends with a wrong number, which can be blocked at once', async ({ expect }) => {
		const call = await bookCall();
		const other = await bookCall({ phone: call.phone, slot: '2026-11-23T08:00:00Z' });
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		expect((await ada.act(call.reference, 'wrong', slotAt, { block: 'yes' })).status).toBe(303);
		expect([await row(call.reference), await row(other.reference)]).toMatchObject([
			{ state: 'cancelled' },
			{ state: 'cancelled' },
		]);
		expect([await seats(), await env.DB.prepare('SELECT COUNT(*) FROM blocked_numbers').first('COUNT(*)')]).toEqual([[], 1]);
	});

	it('becomes a request of its person, with the topic’s fields', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'reached', slotAt);
		const fields = {
			email: 'lin@example.com',
			message: 'We looked at the transfer together.',
			address: 'TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7',
			chain: 'tron',
		};
		const asking = await ada.act(call.reference, 'convert', slotAt, {
			...fields,
			message: 'Please send me your recovery phrase.',
		});
		expect([asking.status, (await asking.text()).includes('A thief writes like this')]).toEqual([422, true]);
		const made = await ada.act(call.reference, 'convert', slotAt, fields);
		expect([made.status, made.headers.get('Location')]).toEqual([303, expect.stringMatching(/\/desk\/requests\/R-/)]);
		expect(await env.DB.prepare('SELECT topic, locale, name, email, chain, address FROM requests').first()).toEqual({
			topic: 'safety',
			locale: 'zh-cn',
			name: '小林',
			email: 'lin@example.com',
			chain: 'tron',
			address: 'TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7',
		});
		expect(await ada.page(`/desk/callbacks/${call.reference}`, slotAt)).toContain(
			made.headers.get('Location')?.split('/').at(-1) ?? '',
		);
	});

	it('becomes one while strangers find the contact form switched off, and leaves it off', async ({ expect }) => {
		const call = await bookCall();
		const [ada, lead] = [await agent(), await agent('Lea', 'lead')];
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'reached', slotAt);
		expect((await lead.post('/desk/switches', { form: 'contact', state: 'off' })).status).toBe(303);
		const switched = async () =>
			(await env.DB.batch([env.DB.prepare('SELECT * FROM switched_off'), env.DB.prepare('SELECT * FROM switch_events')])).map(
				({ results }) => results,
			);
		const before = await switched();
		const fields = { email: 'lin@example.com', message: 'We looked at the transfer together.' };
		const refused = await ada.act(call.reference, 'convert', slotAt, { ...fields, version: '1' });
		expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining(fields.message)]);
		expect((await ada.act(call.reference, 'convert', slotAt, fields)).status).toBe(303);
		expect([await env.DB.prepare('SELECT COUNT(*) FROM requests').first('COUNT(*)'), await switched()]).toEqual([1, before]);
		expect((await postJson('/api/contact', contactBody)).status).toBe(503);
		await lead.post('/desk/switches', { form: 'contact', state: 'on' });
		expect((await ada.act(call.reference, 'convert', slotAt, fields)).status).toBe(303);
		expect((await switched())[0]).toEqual([]);
	});

	it('keeps no secret that somebody writes into a note, a rating or a request', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'reached', slotAt);
		const note = await ada.act(call.reference, 'note', slotAt, { text: `They said ${phrases.English}` });
		expect([note.status, (await note.text()).includes(phrases.English)]).toEqual([422, false]);
		const fields = { email: 'lin@example.com', message: phrases.Chinese };
		expect((await ada.act(call.reference, 'convert', slotAt, fields)).status).toBe(422);
		const rating = await sendJson('POST', `${call.path}/rating`, { comment: phrases.English }, call.link, { at: slotAt });
		expect(rating.status).toBe(422);
		for (const table of ['callback_notes', 'callback_ratings', 'requests'])
			expect([table, await env.DB.prepare(`SELECT COUNT(*) FROM ${table}`).first('COUNT(*)')]).toEqual([table, 0]);
	});

	it('leaves a line in the log for everything that was done, and never its content', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'note', slotAt, { text: 'Prefers mornings' });
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'reached', slotAt);
		const { results } = await env.DB.prepare('SELECT actor, action FROM audit_log WHERE subject = ?1 ORDER BY id')
			.bind(call.reference)
			.all();
		expect(results.map(({ actor, action }) => `${String(actor)} ${String(action)}`)).toEqual([
			'Ada noted',
			'Ada called',
			'Ada reached',
		]);
	});
});

describe('the desk’s lists of calls', () => {
	it('say above the week when a list of holidays is about to end', async ({ expect }) => {
		const weekAt = async (day: string) => {
			const at = Date.parse(`${day}T02:00:00Z`);
			const login = await postForm('/desk/login', { token: env.DESK_TOKEN, name: 'ada', role: 'lead' }, {}, { at });
			const headers = { Cookie: cookies(login), 'Accept-Language': 'en' };
			return (await send('/desk/callbacks/week', { headers }, { at })).text();
		};
		const note = 'known until the end of 2027 only';
		expect([(await weekAt('2027-11-01')).includes(note), (await weekAt('2027-11-03')).includes(note)]).toEqual([false, true]);
	});

	it('show a day in order, with what is overdue', async ({ expect }) => {
		const later = await bookCall({ slot: '2026-11-23T08:00:00Z' });
		const first = await bookCall();
		const tomorrow = await bookCall({ slot: '2026-11-24T02:00:00Z' });
		const ada = await agent();
		const page = await ada.page('/desk/callbacks', slotAt + hourMs);
		expect(page.indexOf(first.reference)).toBeLessThan(page.indexOf(later.reference));
		expect([page.includes(tomorrow.reference), page.split('Overdue').length]).toEqual([false, 2]);
		expect(await ada.page('/desk/callbacks?day=2026-11-24')).toContain(tomorrow.reference);
		for (const day of ['nonsense', '2026-13-45', '9999-12-31', "2026-11-24'"])
			expect(await ada.page(`/desk/callbacks?day=${encodeURIComponent(day)}`)).toContain(first.reference);
	});

	it('mark an attempt whose time is over as long as there is another one, and no call that was given up', async ({ expect }) => {
		const call = await bookCall();
		const ada = await agent();
		await ada.act(call.reference, 'call', slotAt);
		const [next = ''] = nextOf(await ada.page(`/desk/callbacks/${call.reference}`, slotAt));
		await ada.act(call.reference, 'missed', slotAt, { next });
		const isMarked = async (at: number) => (await ada.page('/desk/callbacks/all', at)).includes('Overdue');
		const at = Date.parse(next) + 30 * minute;
		expect([await isMarked(at - minute), await isMarked(at)]).toEqual([false, true]);
		await env.DB.prepare('UPDATE callbacks SET attempts = 3').run();
		expect(await isMarked(at)).toBe(false);
	});

	it('close no day for an address of none that can be planned', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const lead = await agent('Lea', 'lead');
		for (const day of ['1999-12-31', '2126-11-23', '2026-02-30', '2026-11-23T00:00', 'today', '']) {
			const answer = await lead.post('/desk/call-days', { action: 'close', day });
			expect([day, answer.status]).toEqual([day, 422]);
		}
		expect((await call.here(start)).state).toBe('booked');
		expect(await env.DB.prepare('SELECT COUNT(*) FROM closed_days').first('COUNT(*)')).toBe(0);
	});

	it('ask every person of a day for another time when a lead closes it, and nobody books it until it is opened', async ({
		expect,
	}) => {
		const call = await bookCall({ email: 'ada@example.com' });
		const past = await bookCall({ slot: '2026-11-23T04:00:00Z' });
		const other = await bookCall({ slot: '2026-11-24T02:00:00Z' });
		const fields = { action: 'close', day: '2026-11-23' };
		const [ada, lead] = [await agent(), await agent('Lea', 'lead')];
		expect((await ada.post('/desk/call-days', fields)).status).toBe(403);
		expect((await lead.post('/desk/call-days', fields)).status).toBe(303);
		expect(await row(call.reference)).toMatchObject({ state: 'offered' });
		expect([await row(past.reference), await row(other.reference)]).toMatchObject([{ state: 'offered' }, { state: 'booked' }]);
		expect(await seats()).toHaveLength(1);
		expect(await lead.page('/desk/callbacks/week')).toMatch(/Closed[\s\S]*Open this day again/);
		await expect(bookCall()).rejects.toThrow('SLOT_FULL');
		const owed = await env.DB.prepare(`SELECT reference FROM outbox WHERE kind = 'callOffered'`).all();
		expect(owed.results).toEqual([{ reference: call.reference }]);
		await lead.post('/desk/call-days', { ...fields, action: 'open' });
		expect((await bookCall()).reference).toMatch(/^C-/);
	});

	it('leave alone what is over when a day is closed', async ({ expect }) => {
		const over = await bookCall();
		await env.DB.prepare(`UPDATE callbacks SET state = 'missed', attempts = 3`).run();
		await (await agent('Lea', 'lead')).post('/desk/call-days', { action: 'close', day: '2026-11-23' });
		expect(await row(over.reference)).toMatchObject({ state: 'missed' });
	});

	it('go on where a page ends: calls without a time, and blocked numbers', async ({ expect }) => {
		await env.DB.batch(
			Array.from({ length: 60 }, (_, index) => [
				env.DB.prepare(
					`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
					VALUES (?1, 'offered', 'en', 'other', 'A', ?1, ?2, ?2, 'UTC', 1, 0)`,
				).bind(`C-${1000 + index}`, slotAt + Math.floor(index / 7)),
				env.DB.prepare('INSERT INTO blocked_numbers (hash, booking, at) VALUES (?1, ?2, 5)').bind(
					`h${index}`,
					`C-${1000 + index}`,
				),
			]).flat(),
		);
		const ada = await agent();
		expect(await ada.page('/desk/callbacks/week')).toContain('Asia/Shanghai');
		for (const path of ['/desk/callbacks/offered', '/desk/callbacks/blocked']) {
			const first = await ada.page(path);
			const next = /href="([^"]*cursor=[^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
			const shown = [first, await ada.page(next)].map((page) =>
				[...page.matchAll(/callbacks\/(C-\d+)/g)].map(([, found]) => found),
			);
			expect([path, shown.map(({ length }) => length), new Set(shown.flat()).size]).toEqual([path, [50, 10], 60]);
		}
		for (const path of ['/desk/callbacks/all', '/desk/callbacks/blocked'])
			expect(await ada.page(path)).toMatch(/rel="next">Older</);
		expect(await ada.page('/desk/callbacks/offered')).toMatch(/rel="next">More</);
	});

	it('find what they show by an index', async ({ expect }) => {
		for (const [name, sql] of Object.entries({ ...callSql, blockedNumbersSql, closedSql, reminderSql })) {
			const count = Math.max(...[...sql.matchAll(/\?(\d)/g)].map(([, number]) => Number(number)));
			const parameters = Array.from({ length: count }, () => 1);
			const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
				.bind(...parameters)
				.all<{ detail: string }>();
			const plan = results.map(({ detail }) => detail).join('\n');
			expect([name, plan]).toEqual([name, expect.not.stringMatching(/SCAN \w+\b(?! USING)|TEMP B-TREE FOR ORDER BY/)]);
		}
	});
});
