import { env } from 'cloudflare:workers';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, it } from 'vitest';

import { createApp } from '../../worker/app.ts';
import { auditLogSql } from '../../worker/db/audit.ts';
import { listStaff } from '../../worker/db/staff.ts';
import { roles, rolesFor, type Role } from '../../worker/desk/roles.ts';
import { allRoutes } from './all-routes.ts';
import { contactBody, countRows, deskHeaders, hourMs, json, postForm, postJson, send, setUp, start, tag } from './helpers.ts';

setUp();

/** What each role may open: whoever adds a page says here, too, whom it is for. */
const expected: Record<string, string> = {
	'': 'agent lead',
	requests: 'agent lead',
	counts: 'agent lead',
	files: 'agent lead',
	articles: 'agent lead',
	blocked: 'agent lead',
	callbacks: 'agent lead',
	outbox: 'agent lead',
	routing: 'agent lead',
	mailbox: 'agent lead',
	votes: 'agent lead writer',
	comments: 'agent lead writer',
	searches: 'agent lead writer',
	'call-days': 'lead',
	'blocked-numbers': 'lead',
	reports: 'lead writer',
	exports: 'lead',
	erase: 'lead',
	switches: 'lead',
	audit: 'lead',
};

/** Open to whoever has not logged in yet. */
const doors = new Set(['/desk/login', '/desk/logout', '/desk/style.css']);
const pages = allRoutes().filter(({ path }) => path.startsWith('/desk/') && !doors.has(path));

describe('roles', () => {
	it('are declared for every route of the desk', ({ expect }) => {
		expect(pages.length).toBeGreaterThan(15);
		for (const { path } of pages) {
			const area = path.split('/')[2] ?? '';
			expect([path, rolesFor(path).join(' ')]).toEqual([path, expected[area]]);
		}
	});

	it.for(roles)('let the %s open what is theirs, and answer the rest with words', async (role, { expect }) => {
		const headers = await deskHeaders({ role });
		for (const { method, path } of pages) {
			const body = method === 'POST' ? { body: new URLSearchParams({ action: 'none' }) } : {};
			const response = await send(path, { method, headers, ...body });
			const isHome = role === 'writer' && method === 'GET' && path === '/desk/';
			const mayOpen = rolesFor(path).includes(role);
			expect([method, path, response.status === 403], await response.clone().text()).toEqual([method, path, !mayOpen && !isHome]);
			if (response.status === 403) expect(await response.text()).toContain('<h1>This page is not yours</h1>');
		}
	});

	it('show only the tabs of pages that open', async ({ expect }) => {
		const tabs = async (role: Role) => {
			const page = await (await send('/desk/votes', { headers: await deskHeaders({ role }) })).text();
			return [...page.matchAll(/<nav[\s\S]*?<\/nav>/g)][0]?.[0].match(/(?<=href=")[^"?]*/g) ?? [];
		};
		for (const role of roles) for (const path of await tabs(role)) expect(rolesFor(path), `${role} ${path}`).toContain(role);
		expect(await tabs('writer')).toEqual(['/desk/votes', '/desk/comments', '/desk/searches/', '/desk/reports/']);
		expect(await tabs('agent')).not.toContain('/desk/switches');
	});

	it('lead a writer to the reports, and nobody to a page that nobody has declared', async ({ expect }) => {
		const headers = await deskHeaders({ role: 'writer' });
		expect((await send('/desk/', { headers })).headers.get('Location')).toBe('/desk/reports/');
		expect((await send('/desk/nothing', { headers: await deskHeaders() })).status).toBe(404);
		expect(rolesFor('/desk/constructor')).toEqual([]);
	});
});

describe('the development login', () => {
	it('takes a name and a role, whatever the name is', async ({ expect }) => {
		for (const name of ['小林', 'ada.l@example.com', '<b>"', 'x'.repeat(200)]) {
			const page = await (await send('/desk/', { headers: await deskHeaders({ name, role: 'agent' }) })).text();
			expect(page).toContain('· Agent');
			expect(page).not.toContain('<b>');
			expect(await env.DB.prepare('SELECT role FROM staff WHERE email = ?1').bind(name.slice(0, 60)).first('role')).toBe('agent');
		}
	});

	it('gives no other role or name to whoever rewrites the cookie', async ({ expect }) => {
		const { Cookie } = await deskHeaders({ name: 'ada', role: 'writer' });
		for (const forged of [Cookie.replace('writer', 'lead'), Cookie.replace('ada', 'ben'), Cookie.replace('ada', '%25')])
			expect((await send('/desk/audit/', { headers: { Cookie: forged } })).status).toBe(401);
	});

	it('gives nothing in production, whatever it is asked for', async ({ expect }) => {
		const overrides = { ENVIRONMENT: 'production', DESK_TOKEN: '', CLOCK_OFFSET_MS: '' };
		const cookie = await deskHeaders({ role: 'lead' });
		expect((await send('/desk/', { headers: cookie }, { overrides })).status).toBe(403);
		const fields = { token: env.DESK_TOKEN, name: 'ada', role: 'lead' };
		const login = await postForm('/desk/login', fields, {}, { overrides });
		expect([login.status, login.headers.get('Set-Cookie')]).toEqual([404, null]);
	});
});

describe('roles behind Cloudflare Access', async () => {
	const { privateKey, publicKey } = await generateKeyPair('RS256');
	const accessKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'k' }] });
	const through = createApp({ accessKeys, demonstration: false });
	const access = {
		ENVIRONMENT: 'production',
		DESK_TOKEN: '',
		CLOCK_OFFSET_MS: '',
		ACCESS_TEAM_DOMAIN: 'https://team.cloudflareaccess.example',
		ACCESS_AUDIENCE: 'audience',
	};
	const status = async (email: string, path: string, more: Record<string, string>) => {
		const assertion = await new SignJWT({ email })
			.setProtectedHeader({ alg: 'RS256', kid: 'k' })
			.setIssuer(access.ACCESS_TEAM_DOMAIN)
			.setAudience(access.ACCESS_AUDIENCE)
			.setExpirationTime('1h')
			.sign(privateKey);
		const overrides = { ...access, ...more };
		return (await send(path, { headers: { 'Cf-Access-Jwt-Assertion': assertion } }, { through, overrides })).status;
	};

	it('come from the settings, and whoever is not named there is an agent', async ({ expect }) => {
		const named = { DESK_LEADS: 'Ada@desk.example, eve@desk.example', DESK_WRITERS: 'wu@desk.example,eve@desk.example' };
		expect(await status('ada@Desk.example', '/desk/audit/', named)).toBe(200);
		expect(await status('eve@desk.example', '/desk/audit/', named)).toBe(200);
		expect(await status('wu@desk.example', '/desk/requests/R-00000-00000', named)).toBe(403);
		expect(await status('wu@desk.example', '/desk/votes', named)).toBe(200);
		expect(await status('ben@desk.example', '/desk/', named)).toBe(200);
		expect(await status('ben@desk.example', '/desk/switches', named)).toBe(403);
		expect(await status('ada@desk.example', '/desk/switches', {})).toBe(403);
	});
});

describe('the staff', () => {
	it('are noted with role and time, and at most once an hour', async ({ expect }) => {
		const headers = await deskHeaders({ name: 'ada', role: 'agent' });
		for (const minutes of [0, 30, 59, 61, 90]) await send('/desk/', { headers }, { at: start + minutes * 60_000 });
		expect(await listStaff(env.DB, start, 10)).toEqual([
			{ name: 'ada', role: 'agent', firstSeen: expect.closeTo(start, -4), lastSeen: expect.closeTo(start + 61 * 60_000, -4) },
		]);
		const lead = await deskHeaders({ name: 'ada', role: 'lead' });
		await send('/desk/', { headers: lead }, { at: start + 62 * 60_000 });
		expect(await listStaff(env.DB, start, 10)).toMatchObject([{ name: 'ada', role: 'lead' }]);
		expect(await listStaff(env.DB, start + 5 * hourMs, 10)).toEqual([]);
	});
});

describe('the audit log', () => {
	it('tells leads who did what, by person and by action', async ({ expect }) => {
		const { reference } = await json<{ reference: string }>(await postJson('/api/contact', contactBody));
		const ada = await deskHeaders({ name: 'ada', role: 'agent' });
		const lin = await deskHeaders({ name: 'lin', role: 'lead' });
		await postForm(`/desk/requests/${reference}`, { action: 'note', version: '1', text: 'Markednote' }, ada);
		await postForm('/desk/switches', { form: 'votes', state: 'off' }, lin);
		await postForm('/desk/switches', { form: 'votes', state: 'off' }, lin);
		const rows = async (query: string) => {
			const page = await (await send(`/desk/audit/${query}`, { headers: lin })).text();
			expect(page).not.toContain('Markednote');
			const table = page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>'));
			return [...table.matchAll(/<td>(\w+)<\/td><td>([^<]*)<\/td>/g)].map(([, who, what]) => `${who} ${what}`);
		};
		// Other tests of this file leave their lines: the log cannot be emptied.
		expect((await rows('')).slice(0, 2)).toEqual(['lin switched a form', 'ada noted']);
		expect(await rows('?who=ada')).toEqual(['ada noted']);
		expect(await rows('?what=switched&who=lin')).toEqual(['lin switched a form']);
		expect(await rows('?who=ada&what=switched')).toEqual([]);
		const switches = await (await send('/desk/switches', { headers: lin })).text();
		expect(switches).toMatch(/Votes: Off · lin ·/);
	});

	it('goes on to older pages', async ({ expect }) => {
		const add = env.DB.prepare(
			`INSERT INTO audit_log (at, actor, action, subject) VALUES (?1, 'many', 'noted', 'R-00000-00000')`,
		);
		await env.DB.batch(Array.from({ length: 51 }, () => add.bind(start)));
		const headers = await deskHeaders();
		const first = await (await send('/desk/audit/?who=many', { headers })).text();
		expect(first.match(/<td>many<\/td>/g)).toHaveLength(50);
		const [, next = ''] = /href="([^"]*)"/.exec(tag(first, 'class="more"')) ?? [];
		expect((await (await send(next.replaceAll('&amp;', '&'), { headers })).text()).match(/<td>many<\/td>/g)).toHaveLength(1);
	});

	it.for([{}, { actor: 'x' }, { action: 'noted' }, { actor: 'x', action: 'noted' }] as const)(
		'is read from an index, in its order: %o',
		async (filter, { expect }) => {
			const sql = auditLogSql(filter);
			const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
				.bind(1, 1, ...Object.values(filter))
				.all<{ detail: string }>();
			const plan = results.map(({ detail }) => detail).join('\n');
			expect(plan).toMatch(/^SEARCH audit_log USING (INDEX|INTEGER PRIMARY KEY)/);
			expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
		},
	);
});

describe('deleting a request for good', () => {
	it('is for leads, asks for the reference, and leaves nothing but a line in the log', async ({ expect }) => {
		const { reference } = await json<{ reference: string }>(await postJson('/api/contact', contactBody));
		const path = `/desk/erase/${reference}`;
		const [lead, agent] = [await deskHeaders({ name: 'lin' }), await deskHeaders({ role: 'agent' })];
		const shown = async (headers: Record<string, string>) => (await send(`/desk/requests/${reference}`, { headers })).text();
		expect([(await shown(lead)).includes(path), (await shown(agent)).includes(path)]).toEqual([true, false]);
		const erase = (fields: Record<string, string>, headers = lead) =>
			postForm(path, { version: '1', typed: reference, ...fields }, headers);
		expect((await erase({}, agent)).status).toBe(403);
		expect((await erase({ typed: 'R-00000-00000' })).status).toBe(422);
		expect((await erase({ version: '2' })).status).toBe(409);
		expect((await send(path, { headers: lead })).status).toBe(200);
		const done = await erase({ typed: reference.toLowerCase() });
		expect([done.status, done.headers.get('Location')]).toEqual([303, path]);
		expect((await send(path, { headers: lead })).status).toBe(404);
		for (const table of ['requests', 'request_events', 'outbox']) expect(await countRows(table), table).toBe(0);
		const { results } = await env.DB.prepare('SELECT actor, action FROM audit_log WHERE subject = ?1').bind(reference).all();
		expect(results).toEqual([{ actor: 'lin', action: 'erased' }]);
	});
});
