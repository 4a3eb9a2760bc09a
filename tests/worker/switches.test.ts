import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';

import {
	anyArticle,
	callbackBody,
	contactBody,
	cookies,
	countRows,
	json,
	phoneNumber,
	postForm,
	postJson,
	problem,
	secretOf,
	send,
	sendJson,
	setUp,
	tag,
} from './helpers.ts';

setUp();

let staff = '';

beforeEach(async () => {
	staff = cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }));
});

const turn = (form: string, state: string, headers: Record<string, string> = { Cookie: staff }) =>
	postForm('/desk/switches?lang=en', { form, state }, headers);

let booked = 0;

/** Another person, another time: full slots are none of the matter. */
function freeSlot(): { phone: string; slot: string } {
	booked++;
	return { phone: phoneNumber(booked), slot: `2026-11-2${4 + Math.floor(booked / 9)}T0${1 + (booked % 9)}:00:00Z` };
}

async function writes(): Promise<Record<string, () => Promise<Response>>> {
	const { id } = await anyArticle();
	return {
		contact: () => postJson('/api/contact', contactBody),
		callbacks: () => postJson('/api/callbacks', { ...callbackBody, ...freeSlot() }),
		votes: () => postJson('/api/votes', { article: id, value: 'yes' }),
		searchMisses: () => postJson('/api/search-misses', { locale: 'en', query: 'cold staking fee', results: 0 }),
	};
}

describe('a form that staff have switched off', () => {
	it('takes nothing, says when to come back, and leaves the others on', async ({ expect }) => {
		for (const [form, write] of Object.entries(await writes())) {
			expect((await turn(form, 'off')).status).toBe(303);
			const response = await write();
			expect(response.headers.get('Retry-After'), form).toBe('900');
			expect(await json(response)).toMatchObject({ status: 503, code: 'UNAVAILABLE', switchedOff: true });
			for (const [other, write] of Object.entries(await writes()))
				if (other !== form) expect((await write()).status, `${other} while ${form} is off`).toBeLessThan(300);
			await turn(form, 'on');
			expect((await write()).status, form).toBeLessThan(300);
		}
	});

	it('still answers a write that had been stored, and lets booked calls be moved and cancelled', async ({ expect }) => {
		const key = { 'Idempotency-Key': 'before' };
		const before = await json(await postJson('/api/contact', contactBody, key));
		const { reference, url } = await json<{ reference: string; url: string }>(await postJson('/api/callbacks', callbackBody));
		await turn('contact', 'off');
		await turn('callbacks', 'off');
		expect(await json(await postJson('/api/contact', contactBody, key))).toEqual(before);
		const headers = { Authorization: `Bearer ${secretOf(url)}` };
		const move = { slot: '2026-11-25T02:00:00Z', timezone: 'Asia/Shanghai' };
		expect((await sendJson('PATCH', `/api/callbacks/${reference}`, move, headers)).status).toBe(200);
		expect((await send(`/api/callbacks/${reference}`, { method: 'DELETE', headers })).status).toBe(200);
	});

	it('says so on its page in place of the form, and names the other channels', async ({ expect }) => {
		for (const [form, path] of [
			['contact', '/en/contact/'],
			['callbacks', '/zh-cn/callback/'],
		] as const) {
			const off = async () => tag(await (await send(path)).text(), 'data-show="form:off"');
			const shown = async () => tag(await (await send(path)).text(), 'data-hide="form:off"');
			expect([await off(), await shown()].map((element) => element.includes('hidden'))).toEqual([true, false]);
			await turn(form, 'off');
			expect([await off(), await shown()].map((element) => element.includes('hidden'))).toEqual([false, true]);
		}
	});

	it('tells a person without script, who had the form open, and keeps what was typed', async ({ expect }) => {
		await turn('contact', 'off');
		const response = await postForm('/api/contact', contactBody);
		expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '900']);
		const page = await response.text();
		expect(tag(page, 'data-code="SWITCHED_OFF"')).not.toContain('hidden');
		expect(tag(page, 'name="email"')).toContain('ada@example.com');
		expect(tag(page, 'href="/en/channels/"')).not.toBe('');
		await turn('votes', 'off');
		const { id, url } = await anyArticle();
		expect((await postForm('/api/votes', { article: id, value: 'yes' })).headers.get('Location')).toBe(`${url}#vote-off`);
	});

	it('shows its form while nobody can say whether it is off', async ({ expect }) => {
		const broken = {
			prepare: () => {
				throw new Error('gone');
			},
		};
		const page = await (await send('/en/contact/', {}, { overrides: { DB: broken } })).text();
		expect(tag(page, 'data-hide="form:off"')).not.toContain(' hidden');
	});
});

describe('the switches of the desk', () => {
	it('are for staff only, and for known forms', async ({ expect }) => {
		expect((await turn('contact', 'off', {})).status).toBe(401);
		expect((await turn('contact', 'off', { Cookie: staff, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
		expect(await problem(await turn('everything', 'off'))).toMatchObject({ status: 422, fields: ['form: UNKNOWN_OPTION'] });
		expect(await countRows('switched_off')).toBe(0);
	});

	it('show what is off and what was switched when, once each', async ({ expect }) => {
		await turn('votes', 'off');
		await turn('votes', 'off');
		await turn('votes', 'on');
		await turn('contact', 'off');
		const page = await (await send('/desk/switches?lang=en', { headers: { Cookie: staff } })).text();
		expect(page.match(/tag urgent/g)).toHaveLength(1);
		expect(page.match(/<time/g)?.length).toBe(1 + 3);
		expect(await countRows('switch_events')).toBe(3);
	});
});
