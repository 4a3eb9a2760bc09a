import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { sameSenderSql } from '../../worker/db/same-sender.ts';
import { colleague, column, newRequest, references } from './desk-helpers.ts';
import { dayMs, postJson, setUp, start } from './helpers.ts';

setUp();

const others = (page: string) => page.split('Other requests from this address')[1]?.split('</section>')[0] ?? '';

describe('other requests of an address', () => {
	it('stand beside a request, each with whether its address is proved, and are nothing its writer sees', async ({ expect }) => {
		const { page } = await colleague();
		const first = await newRequest({ email: 'Ada@example.com' });
		const second = await newRequest({ message: 'Something quite different.' }, start + 1000);
		const stranger = await newRequest({ email: 'grace@example.com' });
		await env.DB.prepare('UPDATE requests SET email_verified_at = 1 WHERE reference = ?1').bind(first.reference).run();
		const shown = others(await page(`/desk/requests/${second.reference}`));
		expect(references(shown)).toEqual([first.reference]);
		expect([shown.includes('Address proved'), shown.includes('Address not proved')]).toEqual([true, false]);
		expect(others(await page(`/desk/requests/${first.reference}`))).toContain('Address not proved');
		expect(others(await page(`/desk/requests/${stranger.reference}`))).toBe('');
		const seen = await postJson(
			`/api/requests/${second.reference}/messages`,
			{ message: 'More' },
			{ Authorization: `Bearer ${second.secret}` },
		);
		expect(await seen.text()).not.toContain(first.reference);
	});

	it('are found along an index', async ({ expect }) => {
		const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sameSenderSql}`).bind('a', 'b', 5).all<{ detail: string }>();
		expect(results.map(({ detail }) => detail).join('\n')).toMatch(/^SEARCH requests USING INDEX requests_by_email/);
	});
});

describe('work', () => {
	it('can be given to a colleague who has opened the desk, and to nobody else', async ({ expect }) => {
		const ada = await colleague('amal');
		const ben = await colleague('ben');
		const writer = await colleague('wendy', 'writer');
		await Promise.all([ben.get('/desk/'), writer.get('/desk/votes')]);
		const { reference } = await newRequest();
		const page = await ada.page(`/desk/requests/${reference}`);
		const options = new Set([...page.matchAll(/<option value="([^"]*)"/g)].map(([, name]) => name));
		expect([options.has('amal'), options.has('ben'), options.has('wendy')]).toEqual([false, true, false]);
		expect((await ada.act(reference, 'assign', { version: '1', to: 'wendy' })).status).toBe(422);
		expect((await ada.act(reference, 'assign', { version: '1', to: 'ben' })).status).toBe(303);
		expect([await column(reference, 'assignee'), await column(reference, 'state')]).toEqual(['ben', 'assigned']);
		expect(references(await ben.page('/desk/?view=mine'))).toEqual([reference]);
		const { results } = await env.DB.prepare('SELECT actor, action FROM audit_log WHERE subject = ?1').bind(reference).all();
		expect(results).toEqual([{ actor: 'amal', action: 'assigned' }]);
	});

	it('is not given to who has not been seen for a month', async ({ expect }) => {
		const ben = await colleague('ben');
		await ben.get('/desk/');
		const { page } = await colleague('amal');
		await newRequest();
		expect(await page('/desk/', start + 29 * dayMs)).not.toContain('<option value="ben"');
		const ada = await colleague('amal');
		expect(await ada.page('/desk/')).toContain('<option value="ben"');
	});

	it('is given to many at once, and says of each what became of it', async ({ expect }) => {
		const ada = await colleague('amal');
		await (await colleague('ben')).get('/desk/');
		const made = await Promise.all([newRequest(), newRequest(), newRequest()]);
		const [first = '', second = '', third = ''] = made.map(({ reference }) => reference);
		await ada.act(first, 'assign', { version: '1', to: 'ben' });
		await ada.act(second, 'note', { version: '1', text: 'In the meantime' });
		const chosen = [`${first}.2`, `${second}.1`, `${third}.1`, 'R-00000-00000.1'].map((value) => ['chosen', value]);
		const answer = await ada.post('/desk/', [['action', 'assign'], ['to', 'ben'], ['view', 'open'], ...chosen]);
		const location = answer.headers.get('Location') ?? '';
		expect(location).toBe('/desk/?view=open&value=&done=1&same=1&stale=1&gone=1');
		expect(await ada.page(location)).toContain(
			'Changed: 1. Already so: 1. Left alone, because somebody else changed them first: 1. No longer there: 1.',
		);
		expect([await column(third, 'assignee'), await column(second, 'assignee')]).toEqual(['ben', null]);
		const nothing = await ada.post('/desk/', [['action', 'close']]);
		expect(await ada.page(nothing.headers.get('Location') ?? '')).toContain('Nothing was chosen.');
		expect((await ada.post('/desk/', [['action', 'vanish'], ...chosen])).status).toBe(422);
	});
});

describe('a reply', () => {
	it('that is sent by two presses of the button is sent once, and neither press looks like a conflict', async ({ expect }) => {
		const ada = await colleague();
		const { reference, secret } = await newRequest();
		const reply = { version: '1', text: 'Which network was it?' };
		const both = await Promise.all([ada.act(reference, 'reply', reply), ada.act(reference, 'reply', reply)]);
		expect(both.map(({ status }) => status)).toEqual([303, 303]);
		const said = env.DB.prepare(`SELECT COUNT(*) AS n FROM request_messages WHERE author = 'staff'`);
		expect(await said.first('n')).toBe(1);
		const mails = env.DB.prepare(`SELECT COUNT(*) AS n FROM outbox WHERE kind = 'reply'`);
		expect(await mails.first('n')).toBe(1);
		await postJson(`/api/requests/${reference}/messages`, { message: 'More' }, { Authorization: `Bearer ${secret}` });
		expect((await ada.act(reference, 'reply', reply)).status).toBe(409);
	});

	it('is a conflict when a colleague has said the same', async ({ expect }) => {
		const { reference } = await newRequest();
		const reply = { version: '1', text: 'Which network was it?' };
		expect((await (await colleague('amal')).act(reference, 'reply', reply)).status).toBe(303);
		expect((await (await colleague('ben')).act(reference, 'reply', reply)).status).toBe(409);
	});

	it('that is a note is kept once as well', async ({ expect }) => {
		const ada = await colleague();
		const { reference } = await newRequest();
		const note = { version: '1', text: 'Seen before.' };
		for (let press = 0; press < 2; press++) expect((await ada.act(reference, 'note', note)).status).toBe(303);
		expect((await ada.act(reference, 'note', { ...note, text: 'Another.' })).status).toBe(409);
	});
});
