import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { callbackBody, postForm, postJson, send, setUp, tag } from './helpers.ts';

setUp();

async function pageOf(response: Response | Promise<Response>): Promise<string> {
	return (await response).text();
}

describe('/contact/ and /callback/ without script', () => {
	it('have the topic chosen that the link names', async ({ expect }) => {
		expect(tag(await pageOf(send('/en/contact/?topic=frozen')), 'value="frozen"')).toContain('checked');
		expect(tag(await pageOf(send('/en/callback/?topic=frozen')), '<option value="frozen"')).toContain('selected');
	});

	it('offer the free slots of the coming days in the zone that was asked for', async ({ expect }) => {
		const page = await pageOf(send('/en/callback/?timezone=Europe/Berlin'));
		expect(tag(page, 'name="slot" value="2026-11-24T02:00:00Z"')).toContain('type="radio"');
		expect(page.includes('<span class="slot-time">03:00</span>')).toBe(true);
		expect(tag(page, 'name="timezone" value="Europe/Berlin"')).toContain('type="hidden"');
	});

	it('leave full slots out, and fall back to the line’s zone', async ({ expect }) => {
		await env.DB.batch(
			[1, 2, 3].map((seat) =>
				env.DB.prepare(
					`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
			VALUES (?1, 'booked', 'en', 'other', 'A', ?1, ?2, ?2, 'UTC', 1, 0)`,
				).bind(`C-${seat}`, Date.parse('2026-11-24T02:00:00Z')),
			),
		);
		await env.DB.batch(
			[1, 2, 3].map((seat) =>
				env.DB.prepare('INSERT INTO callback_seats VALUES (?1, ?2, ?3)').bind(
					Date.parse('2026-11-24T02:00:00Z'),
					seat,
					`C-${seat}`,
				),
			),
		);
		const page = await pageOf(send('/en/callback/?timezone=Mars/Olympus'));
		expect(page.includes('value="2026-11-24T02:00:00Z"')).toBe(false);
		expect(tag(page, 'name="timezone" value="Asia/Shanghai"')).toContain('type="hidden"');
	});

	it('take a zone by its city or in any case, and say when there is none such, without repeating it', async ({ expect }) => {
		const known = await pageOf(send('/en/callback/?timezone=new+york'));
		expect(tag(known, 'name="timezone" value="America/New_York"')).toContain('type="hidden"');
		expect(tag(known, 'data-show="zone:unknown"')).toContain('hidden');
		const unknown = await pageOf(send('/en/callback/?timezone=Mars/Olympus'));
		expect(tag(unknown, 'data-show="zone:unknown"')).not.toContain('hidden');
		expect(unknown).not.toContain('Olympus');
	});

	it('keep the topic when another zone is chosen', async ({ expect }) => {
		const page = await pageOf(send('/en/callback/?topic=frozen'));
		expect(tag(page, 'name="topic" value="frozen"')).toContain('type="hidden"');
		expect(
			tag(await pageOf(postForm('/api/callbacks', { ...callbackBody, phone: '12' })), 'name="topic" value="safety"'),
		).toContain('type="hidden"');
	});

	for (const locale of ['en', 'zh-cn']) {
		it(`shows the booking form again with its errors, slots and everything typed (${locale})`, async ({ expect }) => {
			const response = await postForm('/api/callbacks', { ...callbackBody, locale, phone: '12', note: 'After ten, please' });
			expect(response.status).toBe(422);
			const page = await response.text();
			expect(tag(page, 'name="phone"')).toContain('aria-invalid="true"');
			expect(tag(page, 'name="phone"')).toContain('value="12"');
			expect(tag(page, `value="${callbackBody.slot}"`)).toContain('checked');
			expect(page.includes('After ten, please</textarea>')).toBe(true);
		});
	}

	it('says which slot is gone', async ({ expect }) => {
		for (let index = 0; index < 3; index++) {
			await postJson('/api/callbacks', { ...callbackBody, phone: `+8613800138${100 + index}` });
		}
		const response = await postForm('/api/callbacks', callbackBody);
		expect(response.status).toBe(409);
		expect(tag(await response.text(), 'data-code="SLOT_FULL"')).not.toContain('hidden');
	});
});

describe('a page that names channels', () => {
	const state = (page: string) => /data-opening="[a-z]+"[^>]*>([^<]*)/.exec(page)?.[1];

	it('says without script whether they are open, as of the minute', async ({ expect }) => {
		const at = (iso: string, path: string) => pageOf(send(path, {}, { at: Date.parse(iso) })).then(state);
		expect(await at('2026-11-23T02:00:00Z', '/en/channels/')).toBe('Open now, until 19:00 (Shanghai time)');
		expect(await at('2026-11-23T10:59:59Z', '/en/contact/')).toBe('Open now, until 19:00 (Shanghai time)');
		expect(await at('2026-11-23T11:00:00Z', '/en/contact/')).toBe('Closed, opens Tuesday 10:00 (Shanghai time)');
		expect(await at('2026-11-27T12:00:00Z', '/en/contact/')).toBe('Closed, opens Monday 10:00 (Shanghai time)');
		expect(await at('2026-12-24T12:00:00Z', '/en/contact/')).toBe('Closed, opens Monday 10:00 (Shanghai time)');
		expect(await at('2026-11-23T02:00:00Z', '/zh-cn/contact/')).toBe('现在有人，到 21:00（北京时间）');
	});

	it('says that nobody calls on a day that staff have closed, also to the script of the page', async ({ expect }) => {
		await env.DB.prepare('INSERT INTO closed_days (from_at, until_at, at) VALUES (?1, ?2, 0)')
			.bind(Date.parse('2026-11-22T16:00:00Z'), Date.parse('2026-11-23T16:00:00Z'))
			.run();
		for (const path of ['/en/callback/', '/en/contact/', '/en/channels/']) {
			const page = await pageOf(send(path, {}, { at: Date.parse('2026-11-23T02:00:00Z') }));
			const said = (id: string) => new RegExp(`data-opening="${id}"[^>]*>([^<]*)`).exec(page)?.[1];
			expect(said('callback')).toBe('Closed, opens Tuesday 10:00 (Shanghai time)');
			if (path === '/en/channels/') expect(said('phone')).toBe('Open now, until 19:00 (Shanghai time)');
			const hours = /<help-open[^>]*data-channel="callback"[^>]*>/.exec(page)?.[0].replaceAll('&quot;', '"');
			expect(hours).toContain('"2026-11-23":[]');
		}
	});

	it('says of a form that staff have switched off that it is, and never that it is open', async ({ expect }) => {
		const tags = async (path: string) => {
			const page = await pageOf(send(path));
			return (['contact:on', 'contact:off', 'callbacks:off'] as const).map((fact) =>
				[...page.matchAll(new RegExp(`<p[^>]*data-show="switch-${fact}"[^>]*>`, 'g'))].every(
					([found]) => !found.includes('hidden'),
				),
			);
		};
		expect(await tags('/en/channels/')).toEqual([true, false, false]);
		await env.DB.batch(
			['contact', 'callbacks'].map((form) => env.DB.prepare('INSERT INTO switched_off (form, since) VALUES (?1, 0)').bind(form)),
		);
		expect(await tags('/en/channels/')).toEqual([false, true, true]);
		expect(await tags('/zh-cn/contact/')).toEqual([false, true, true]);
	});
});
