import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { purge } from '../../worker/purge.ts';
import { colleague, newRequest } from './desk-helpers.ts';
import { countRows, envAt, hourMs, json, setUp, start } from './helpers.ts';

setUp();

type Staff = Awaited<ReturnType<typeof colleague>>;

async function tell(staff: Staff, reference: string, writing: boolean, at = start) {
	const response = await staff.send(`/desk/requests/${reference}/presence`, { writing }, at);
	return json<{ text: string; version: number }>(response);
}

const note = (page: string) => /data-others[^>]*>([^<]*)</.exec(page)?.[1] ?? 'missing';

describe('who is answering', () => {
	it('is shown to the others from the first word on, for as long as it goes on', async ({ expect }) => {
		const [ada, ben] = [await colleague('amal'), await colleague('ben')];
		const { reference } = await newRequest();
		await tell(ada, reference, true);
		await tell(ada, reference, true, start + 50_000);
		const path = `/desk/requests/${reference}`;
		expect(note(await ben.page(path, start + 60_000))).toMatch(/^amal has been answering this since .*10:00/);
		expect(note(await ada.page(path))).toBe('');
		const live = await json(await ben.get(`${path}/presence`, start + 60_000));
		expect(live).toMatchObject({ version: 1, text: expect.stringMatching(/^amal has been/) });
		expect(note(await ben.page(path, start + 111_000))).toBe('');
		expect((await tell(ben, reference, true, start + 111_000)).text).toBe('');
		await tell(ben, reference, false, start + 112_000);
		expect(note(await ada.page(path, start + 113_000))).toBe('');
	});

	it('is said without script by taking a request, until it is answered or given away', async ({ expect }) => {
		const [ada, ben] = [await colleague('amal'), await colleague('ben')];
		const [first, second] = [await newRequest(), await newRequest()];
		for (const { reference } of [first, second]) {
			await ada.act(reference, 'take', { version: '1' });
			expect(note(await ben.page(`/desk/requests/${reference}`, start + 299_000))).toContain('amal has been');
			expect(note(await ben.page(`/desk/requests/${reference}`, start + 301_000))).toBe('');
		}
		await ada.act(first.reference, 'reply', { version: '2', text: 'It has arrived.' });
		await ada.act(second.reference, 'leave', { version: '2' });
		for (const { reference } of [first, second]) expect(note(await ben.page(`/desk/requests/${reference}`))).toBe('');
	});

	it('is known of requests only, and goes with them and with time', async ({ expect }) => {
		const ada = await colleague('amal');
		expect((await ada.get('/desk/requests/R-00000-00000/presence')).status).toBe(404);
		expect((await ada.send('/desk/requests/R-00000-00000/presence', { writing: true })).status).toBe(404);
		const [old, erased] = [await newRequest(), await newRequest()];
		for (const { reference } of [old, erased]) await tell(ada, reference, true);
		await env.DB.prepare('DELETE FROM requests WHERE reference = ?1').bind(erased.reference).run();
		expect(await countRows('presence')).toBe(1);
		await purge(envAt(start + hourMs));
		expect(await countRows('presence')).toBe(0);
	});
});

describe('the numbers of the queues', () => {
	it('can be asked for again and again', async ({ expect }) => {
		const ada = await colleague('amal');
		const { reference } = await newRequest();
		await newRequest();
		expect(await json(await ada.get('/desk/counts'))).toMatchObject({ mine: 0, unassigned: 2 });
		await ada.act(reference, 'take', { version: '1' });
		expect(await json(await ada.get('/desk/counts'))).toMatchObject({ mine: 1, unassigned: 1 });
	});
});
