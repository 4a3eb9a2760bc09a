import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { addressHeader, contactBody, deskHeaders, hourMs, json, postForm, postJson, send, setUp, start } from './helpers.ts';

setUp();

let network = 0;

async function newRequest(body: Record<string, unknown> = {}, at = start): Promise<string> {
	const response = await postJson('/api/contact', { ...contactBody, ...body }, addressHeader(network++), { at });
	return (await json<{ reference: string }>(response)).reference;
}

async function page(path: string, at = start): Promise<string> {
	return (await send(path, { headers: await deskHeaders({ role: 'agent' }) }, { at })).text();
}

const row = (reference: string) =>
	env.DB.prepare('SELECT rule, team, priority, due_at FROM requests WHERE reference = ?1').bind(reference).first();
const references = (text: string) =>
	[...text.matchAll(/href="[^"]*\/desk\/requests\/(R-[^"?]*)/g)].map(([, reference]) => reference);

describe('a new request', () => {
	it('keeps the rule that took it, and what that decided', async ({ expect }) => {
		// Monday, 10:00 in Shanghai: both desks are open.
		expect(await row(await newRequest({ locale: 'zh-cn', message: '钱包里的币被盗了，怎么办？' }))).toEqual({
			rule: 'stolen',
			team: 'risk',
			priority: 2,
			due_at: expect.closeTo(start + hourMs / 2, -4),
		});
		expect(await row(await newRequest({ topic: 'how-to' }))).toMatchObject({ rule: 'how-to', team: 'support', priority: 0 });
	});

	it('stands before the others when its priority is high, and behind them when it is low', async ({ expect }) => {
		const high = await newRequest({ topic: 'safety' });
		const low = await newRequest({ topic: 'how-to' }, start + 1000);
		const older = await newRequest({}, start + 2000);
		const newer = await newRequest({}, start + 3000);
		const queue = await page('/desk/');
		expect(references(queue)).toEqual([high, newer, older, low]);
		expect([queue.match(/High priority/g)?.length, queue.match(/Low priority/g)?.length]).toEqual([1, 1]);
	});
});

describe('what is overdue', () => {
	it('stands in a queue of its own, the longest first, until somebody replies', async ({ expect }) => {
		const soon = await newRequest({ urgent: true });
		const later = await newRequest({}, start + 1000);
		await newRequest({ website: 'x' });
		const at = (hours: number) => page('/desk/?view=overdue', start + hours * hourMs);
		expect(references(await at(0.2))).toEqual([]);
		expect(references(await at(0.5))).toEqual([soon]);
		const both = await at(3);
		expect(references(both)).toEqual([soon, later]);
		expect(both).toMatch(/data-count="overdue"> \(2\)/);
		expect(both.match(/first reply overdue since/g)).toHaveLength(2);
		const fields = { action: 'reply', version: '1', text: 'We are looking.' };
		await postForm(`/desk/requests/${soon}`, fields, await deskHeaders(), { at: start + 3 * hourMs });
		expect(references(await at(3))).toEqual([later]);
		expect(await page(`/desk/requests/${soon}`, start + 4 * hourMs)).toContain('replied late');
	});

	it('goes on from page to page', async ({ expect }) => {
		const insert = env.DB.prepare(
			`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, updated_at, team, due_at)
			VALUES (?1, 'received', 'en', 'other', 0, 'n', 'a@example.com', 'm', 1, 1, 'support', ?2)`,
		);
		const all = Array.from({ length: 51 }, (_, index) => `R-${String(index).padStart(5, '0')}-00000`);
		await env.DB.batch(all.map((reference, index) => insert.bind(reference, start - 1000 + index)));
		const first = await page('/desk/?view=overdue');
		const [, next = ''] = /class="more" href="([^"]*)"/.exec(first) ?? [];
		const second = await page(next.replaceAll('&amp;', '&'));
		expect([...references(first), ...references(second)]).toEqual(all);
	});
});

describe('the page of rules', () => {
	it('says which rule took a request, with every condition that was asked', async ({ expect }) => {
		const reference = await newRequest({ message: 'My lawyer says that it is yours to solve.' });
		const text = await page(`/desk/routing/?reference=${reference.toLowerCase()}`);
		expect(text).toContain('The rule “law” takes it.');
		const items = text.split('<li').filter((item) => item.includes('<h2>'));
		const law = items.findIndex((item) => item.includes('<code>law</code>'));
		expect(text).toContain('✓ matched (lawyer)');
		expect(text.match(/✗ not matched/g)?.length).toBeGreaterThan(1);
		expect(text.match(/not asked: an earlier rule/g)).toHaveLength(items.length - law - 1);
		const request = await page(`/desk/requests/${reference}`);
		expect(request).toMatch(/Routed by<\/dt><dd><a[^>]*>law<\/a>\s*because the message holds “lawyer”/);
	});

	it('says so when the rules would decide otherwise today, and when there is no such request', async ({ expect }) => {
		const reference = await newRequest();
		const gone = env.DB.prepare('UPDATE requests SET rule = ?2 WHERE reference = ?1');
		await gone.bind(reference, 'bygone').run();
		const shown = () => page(`/desk/routing/?reference=${reference}`);
		expect(await shown()).toContain(
			'“bygone” took it, which is no longer in the configuration. Today it would be “everything-else”',
		);
		await gone.bind(reference, 'law').run();
		expect(await shown()).toContain('The rule “law” took it. Today it would be');
		await gone.bind(reference, null).run();
		expect(await shown()).toContain('before there were rules');
		const unknown = await send('/desk/routing/?reference=R-1', { headers: await deskHeaders() });
		expect([unknown.status, (await unknown.text()).includes('There is no request')]).toEqual([404, true]);
	});

	it('takes a typed example, and neither keeps nor shows a secret in it', async ({ expect }) => {
		const headers = await deskHeaders();
		const example = { topic: 'deposits', locale: 'zh-cn', chain: 'other', message: '<b>没到账' };
		const shown = await (await postForm('/desk/routing/', example, headers)).text();
		expect(shown).toMatch(/class="chosen"[\s\S]*?<code>rare-chains<\/code>/);
		expect(shown).toContain('&lt;b&gt;没到账');
		const phrase = `${'abandon '.repeat(11)}about`;
		const refused = await postForm('/desk/routing/', { ...example, message: phrase }, headers);
		const text = await refused.text();
		expect([refused.status, text.includes('abandon'), text.includes('data-code="SECRET_DETECTED"')]).toEqual([422, false, true]);
		expect((await postForm('/desk/routing/', { topic: 'nonsense' }, headers)).status).toBe(422);
	});
});
