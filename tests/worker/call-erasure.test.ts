import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { agent, bookCall, slotAt } from './call-helpers.ts';
import { callbackBody, cookies, countRows, deskHeaders, postForm, send, sendJson, setUp } from './helpers.ts';
import { sweep } from './outbox-helpers.ts';
import { privateVisit } from './private-visit.ts';

setUp();

const tables = [
	'callbacks',
	'callback_events',
	'callback_seats',
	'callback_times',
	'callback_notes',
	'callback_ratings',
	'outbox',
	'mailbox',
	'idempotency_keys',
];

async function left(): Promise<Record<string, number>> {
	const counts = await Promise.all(tables.map(async (table) => [table, await countRows(table)] as const));
	return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

async function logged(reference: string): Promise<unknown[]> {
	const { results } = await env.DB.prepare(`SELECT actor, action FROM audit_log WHERE subject = ?1 AND action = 'erased'`)
		.bind(reference)
		.all();
	return results;
}

describe('deleting a call', () => {
	it('is for its person: nothing is left of it, and its link opens nothing', async ({ expect }) => {
		const call = await bookCall({ email: 'ada@example.com' });
		await sweep();
		const ada = await agent();
		await ada.act(call.reference, 'note', slotAt, { text: 'Asked about fees' });
		await ada.act(call.reference, 'call', slotAt);
		await ada.act(call.reference, 'reached', slotAt);
		expect((await sendJson('POST', `${call.path}/rating`, { speed: 4 }, call.link, { at: slotAt })).status).toBe(201);
		expect((await sendJson('POST', `${call.path}/erasure`, {}, { Authorization: 'Bearer wrong' })).status).toBe(404);
		expect(Object.keys(await left())).toEqual(tables.filter((table) => table !== 'idempotency_keys'));
		expect((await sendJson('POST', `${call.path}/erasure`, {}, call.link, { at: slotAt })).status).toBe(200);
		expect(await left()).toEqual({});
		expect((await send(call.path, { headers: call.link })).status).toBe(404);
		expect(await logged(call.reference)).toEqual([{ actor: 'person', action: 'erased' }]);
	});

	it('is begun from the log of leads as well, where calls are links', async ({ expect }) => {
		const call = await bookCall();
		await (await agent()).act(call.reference, 'call', slotAt);
		const log = await (await agent('Lea', 'lead')).page('/desk/audit/');
		expect(log).toContain(`href="/desk/callbacks/${call.reference}`);
	});

	it('takes the mark of the call from the browser that booked, and no other', async ({ expect }) => {
		const [call, other] = [await bookCall(), await bookCall({ slot: '2026-11-23T07:00:00Z' })];
		const Cookie = `${call.browser.Cookie}; ${other.browser.Cookie}`;
		const erased = await sendJson('POST', `${call.path}/erasure`, {}, { ...call.link, Cookie });
		expect(erased.headers.get('Set-Cookie')).toMatch(new RegExp(`^__Host-call-${call.reference}=; Max-Age=0;`));
		expect(erased.headers.get('Set-Cookie')).not.toContain(other.reference);
	});

	it('needs no script: the session ends with it, and its time is free again', async ({ expect }) => {
		const { act, page } = await privateVisit(await postForm('/api/callbacks', { ...callbackBody, locale: 'en', country: 'CN' }));
		expect(page).toContain('data-action="erase-call"');
		const deleted = await act({ action: 'delete' });
		expect(await deleted.text()).toMatch(/data-show="done:deleted"(?![^>]*hidden)/);
		expect(cookies(deleted)).not.toContain('C-');
		expect(await left()).toEqual({});
	});

	it('is for leads of the desk, who type its reference', async ({ expect }) => {
		const { reference } = await bookCall();
		const path = `/desk/erase/${reference}`;
		const [lead, other] = [await deskHeaders({ name: 'lin' }), await deskHeaders({ role: 'agent' })];
		const shown = async (headers: Record<string, string>) => (await send(`/desk/callbacks/${reference}`, { headers })).text();
		expect([(await shown(lead)).includes(path), (await shown(other)).includes(path)]).toEqual([true, false]);
		const erase = (fields: Record<string, string>, headers = lead) =>
			postForm(path, { version: '1', typed: reference, ...fields }, headers);
		expect((await erase({}, other)).status).toBe(403);
		expect((await erase({ typed: 'C-00000-00000' })).status).toBe(422);
		expect((await erase({ version: '2' })).status).toBe(409);
		expect((await erase({})).status).toBe(303);
		expect(await left()).toEqual({});
		expect(await logged(reference)).toEqual([{ actor: 'lin', action: 'erased' }]);
	});
});
