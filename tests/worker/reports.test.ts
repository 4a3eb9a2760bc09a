import { env } from 'cloudflare:workers';
import { describe, it, vi } from 'vitest';

import { callsSql, missesSql, ratingsSql, votesSql } from '../../worker/db/report-feedback.ts';
import { timesSql, volumeSql } from '../../worker/db/report-requests.ts';
import { keptMs } from '../../worker/desk/reports/counted.ts';
import { toCsv } from '../../worker/desk/reports/export.ts';
import { periodOf } from '../../worker/desk/reports/period.ts';
import { anyArticle, dayMs, deskHeaders, hourMs, send, setUp, start } from './helpers.ts';

setUp();

const minuteMs = 60_000;
let nth = 0;

/** Times are milliseconds before the clock of the tests. */
function request({
	ago = hourMs,
	topic = 'deposits',
	state = 'answered',
	reply,
	due,
	ended,
	spam = 0,
	mergedInto,
}: Seed = {}): D1PreparedStatement {
	const at = (time: number | undefined) => (time === undefined ? null : start - ago + time);
	return env.DB.prepare(
		`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, updated_at, team, first_reply_at,
			due_at, ended_at, spam, merged_into)
		VALUES (?1, ?2, 'en', ?3, 0, 'n', 'a@example.com', 'm', ?4, ?4, 'support', ?5, ?6, ?7, ?8, ?9)`,
	).bind(
		`R-${String(nth++).padStart(5, '0')}-00000`,
		state,
		topic,
		start - ago,
		at(reply),
		at(due),
		at(ended),
		spam,
		mergedInto ?? null,
	);
}

async function page(role = 'lead', query = '', at = start): Promise<string> {
	return (await send(`/desk/reports/${query}`, { headers: await deskHeaders({ role }) }, { at })).text();
}

async function exported(file: string, query = ''): Promise<Response> {
	return send(`/desk/exports/${file}${query}`, { headers: await deskHeaders({ name: 'lin' }) });
}

const rowsOf = async (id: string, query = '') =>
	(await (await exported(`${id}.json`, query)).json<{ rows: Record<string, unknown>[] }>()).rows;
const titles = (text: string) => [...text.matchAll(/<h2 id="report-([a-z-]+)"/g)].map(([, id]) => id);

describe('the reports', () => {
	it('say that there is too little where chance would speak', async ({ expect }) => {
		await env.DB.batch(Array.from({ length: 4 }, () => request({ reply: minuteMs, due: hourMs })));
		const text = await page();
		expect(titles(text)).toEqual(['volume', 'first-reply', 'resolution', 'ratings', 'callbacks', 'votes', 'searches']);
		expect(text).not.toContain('<svg');
		expect(text.match(/Too few to tell: 4\./g)).toHaveLength(2);
		await env.DB.batch([request(), env.DB.prepare('DELETE FROM kept_reports')]);
		expect((await page()).match(/<svg/g)).toHaveLength(1);
	});

	it('can be read on a phone: the texts of their charts have 12 pixels at 390', async ({ expect }) => {
		await env.DB.batch(Array.from({ length: 5 }, () => request()));
		const units = Number(/<svg class="chart" viewBox="0 0 (\d+) /.exec(await page())?.[1]);
		const style = (await (await send('/desk/style.css')).text()).replaceAll(/@media \(min-width[^{]*\{[^}]*\}\s*\}/g, '');
		const sizes = [...style.matchAll(/\.chart[^{]*\{[^}]*font-size: ([\d.]+)px/g)].map(([, size]) => Number(size));
		// What stays beside the margins of page and card.
		const pixels = 390 - 66;
		expect(sizes.length).toBeGreaterThan(0);
		for (const size of sizes) expect((size * pixels) / units).toBeGreaterThanOrEqual(12);
	});

	it('are counted once in ten minutes, and say of when they are', async ({ expect }) => {
		const total = (text: string) => /(\d+) requests, /.exec(text)?.[1];
		const madeAt = () => env.DB.prepare(`SELECT made_at FROM kept_reports WHERE id LIKE 'volume.%'`).first<number>('made_at');
		await env.DB.batch(Array.from({ length: 5 }, () => request()));
		expect([total(await page()), await madeAt()]).toEqual(['5', expect.closeTo(start, -4)]);
		await request().run();
		expect(total(await page('lead', '', start + keptMs - minuteMs))).toBe('5');
		// The one who comes too late still gets the old ones, at once.
		const late = await page('lead', '', start + keptMs + minuteMs);
		expect([total(late), late]).toEqual(['5', expect.stringContaining('2026-11-23T02:00:0')]);
		await vi.waitFor(async () => expect(await madeAt()).toBeGreaterThan(start + keptMs));
		expect(total(await page('lead', '', start + keptMs + 2 * minuteMs))).toBe('6');
	});

	it('show a writer what readers say about articles, and nothing to export', async ({ expect }) => {
		const text = await page('writer');
		expect(titles(text)).toEqual(['votes', 'searches']);
		expect(text).not.toContain('/desk/exports/');
	});

	it('count requests by day of the desk’s zone and by topic, without spam and what is held or goes on elsewhere', async ({
		expect,
	}) => {
		// 10:00 in Shanghai: eleven hours ago it was yesterday.
		await env.DB.batch([
			...Array.from({ length: 3 }, () => request({ ago: hourMs })),
			...Array.from({ length: 2 }, () => request({ ago: 11 * hourMs, topic: 'safety' })),
			request({ state: 'held' }),
			request({ state: 'closed', spam: 1 }),
			request({ state: 'closed', mergedInto: 'R-00000-00000' }),
			request({ ago: 8 * dayMs, topic: 'fake' }),
		]);
		expect(await rowsOf('volume', '?days=7')).toEqual([
			{ day: '2026-11-22', topic: 'safety', requests: 2 },
			{ day: '2026-11-23', topic: 'deposits', requests: 3 },
		]);
		expect(await rowsOf('volume', '?days=30')).toHaveLength(3);
		const text = await page('lead', '?days=7');
		expect(text).toContain('5 requests, 0.7 a day. Most about “A transfer or withdrawal has not arrived” (60%).');
		expect(text).toMatch(/<svg class="chart"[^>]*role="img" aria-label="Requests by day and topic. 5 requests/);
	});

	it('measure first replies by nearest rank, and against what was promised', async ({ expect }) => {
		await env.DB.batch([
			...Array.from({ length: 10 }, (_, index) => request({ reply: (index + 1) * minuteMs, due: 7 * minuteMs })),
			request({ reply: 500 * hourMs, due: 1, state: 'held' }),
			request({ due: 1 }),
		]);
		const [all, topic] = await rowsOf('first-reply');
		const expected = { count: 10, median_minutes: 5.5, p90_minutes: 9, in_time: 7, with_target: 10 };
		expect(all).toEqual({ day: null, topic: null, ...expected });
		expect(topic).toEqual({ day: null, topic: 'deposits', ...expected });
		const text = await page();
		expect(text).toContain('Half had a reply within 6 minutes, nine of ten within 9 minutes.');
		expect(text).toContain('70% in time (7 of 10): as the routing rules promise.');
	});

	it('measure solutions by the configured hours, and not what was closed unanswered', async ({ expect }) => {
		const solved = (hours: number) => request({ ago: 5 * dayMs, state: 'solved', reply: 1, ended: hours * hourMs });
		await env.DB.batch([
			...[10, 20, 30, 71, 72, 73].map(solved),
			request({ ago: 5 * dayMs, state: 'closed', ended: hourMs }),
			request({ ago: 5 * dayMs, reply: 1 }),
		]);
		const [all] = await rowsOf('resolution');
		expect(all).toMatchObject({ count: 6, median_minutes: 50.5 * 60, p90_minutes: 73 * 60, in_time: 5, with_target: 6 });
		expect(await page()).toContain('within 72 hours');
	});

	it('average marks by what was marked, and leave out what was skipped', async ({ expect }) => {
		for (let index = 0; index < 5; index++) {
			await request({ state: 'solved' }).run();
			await env.DB.prepare('INSERT INTO request_ratings (reference, speed, tone, created_at) VALUES (?1, ?2, ?3, ?4)')
				.bind(`R-${String(nth - 1).padStart(5, '0')}-00000`, index === 0 ? 1 : 5, index < 2 ? 3 : null, start - hourMs)
				.run();
		}
		await request({ state: 'closed' }).run();
		const spam = `R-${String(nth - 1).padStart(5, '0')}-00000`;
		await env.DB.batch([
			env.DB.prepare('UPDATE requests SET spam = 1 WHERE reference = ?1').bind(spam),
			env.DB.prepare('INSERT INTO request_ratings (reference, speed, created_at) VALUES (?1, 1, ?2)').bind(spam, start - hourMs),
		]);
		const rows = await rowsOf('ratings');
		expect(rows).toMatchObject([
			{ scale: 'speed', ratings: 5, average: 4.2, points_1: 1, points_5: 4 },
			{ scale: 'tone', ratings: 2, average: 3, points_3: 2 },
		]);
		expect(await page()).toContain('Speed: 4.2 of 5.');
	});

	it('give votes with their interval, the surest failure first, without held ones', async ({ expect }) => {
		const { id, title } = await anyArticle();
		const vote = (article: string, index: number, value: string, held = 0) =>
			env.DB.prepare(
				`INSERT INTO votes (article, visitor, value, article_hash, held, created_at, updated_at) VALUES (?1, ?2, ?3, 'h', ?4, ?5, ?5)`,
			).bind(article, `v${index}`, value, held, start - hourMs);
		await env.DB.batch([
			...Array.from({ length: 10 }, (_, index) => vote(id, index, index < 5 ? 'no' : 'yes')),
			...Array.from({ length: 9 }, (_, index) => vote(id, 20 + index, 'no', 1)),
			...Array.from({ length: 2 }, (_, index) => vote('en/faq/gone', index, 'no')),
		]);
		const rows = await rowsOf('votes');
		expect(rows.map(({ article }) => article)).toEqual(['en/faq/gone', id]);
		expect(rows[1]).toEqual({ article: id, title, yes: 5, no: 5, no_share: 0.5, no_share_low: 0.237, no_share_high: 0.763 });
		expect(await page('writer')).toContain('does not help 24% to 76% of those who vote on it');
	});

	it('name searches that found nothing, and the hours of calls', async ({ expect }) => {
		const day = start - (start % dayMs);
		const miss = (text: string, least: number) => [
			env.DB.prepare(
				`INSERT INTO search_misses (text, day, locale, count, least_results, networks) VALUES (?1, ?2, 'en', 7, ?3, 3)`,
			).bind(text, day, least),
			env.DB.prepare(`INSERT INTO search_miss_texts (text, locale, query, last_day) VALUES (?1, 'en', ?1, ?2)`).bind(text, day),
		];
		const call = (index: number, hour: number, state: string) =>
			env.DB.prepare(
				`INSERT INTO callbacks (reference, state, locale, topic, name, phone, slot_start, slot_end, timezone, phone_nth, created_at)
				VALUES (?1, ?2, 'en', 'other', 'n', ?1, ?3, ?3, 'UTC', 1, 1)`,
			).bind(`K-${index}`, state, day + hour * hourMs);
		await env.DB.batch([
			...miss('=cmd', 0),
			...miss('opened nothing', 4),
			...Array.from({ length: 5 }, (_, index) => call(index, 3, 'booked')),
			call(8, 5, 'booked'),
			call(9, 4, 'cancelled'),
		]);
		expect(await rowsOf('searches')).toEqual([{ words: '=cmd', language: 'en', searches: 7, days: 1 }]);
		expect(await rowsOf('callbacks')).toEqual([
			{ hour: '11', calls: 5 },
			{ hour: '12', calls: 0 },
			{ hour: '13', calls: 1 },
		]);
		expect(await (await exported('searches.csv')).text()).toContain("\r\n'=cmd,en,7,1\r\n");
		const text = await page();
		expect(text).toContain('Busiest at 11:00: 5 of 6 calls.');
		expect(text).toContain('Most often: “=cmd”, 7 times.');
	});
});

describe('an export', () => {
	it('is a file with a name, for leads, and stands in the log', async ({ expect }) => {
		await request().run();
		const csv = await exported('volume.csv', '?days=7');
		expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
		expect(csv.headers.get('Content-Disposition')).toBe('attachment; filename="volume-2026-11-17-2026-11-23.csv"');
		expect(await csv.text()).toBe('day,topic,requests\r\n2026-11-23,deposits,1\r\n');
		const json = await exported('volume.json', '?days=7');
		expect(await json.json()).toEqual({
			report: 'volume',
			from: '2026-11-17',
			to: '2026-11-23',
			timezone: 'Asia/Shanghai',
			rows: [{ day: '2026-11-23', topic: 'deposits', requests: 1 }],
		});
		const { results } = await env.DB.prepare(
			`SELECT actor, subject FROM audit_log WHERE action = 'exported' ORDER BY id DESC LIMIT 2`,
		).all();
		expect(results).toEqual([
			{ actor: 'lin', subject: 'volume.json:7' },
			{ actor: 'lin', subject: 'volume.csv:7' },
		]);
		for (const role of ['agent', 'writer'])
			expect((await send('/desk/exports/votes.csv', { headers: await deskHeaders({ role }) })).status).toBe(403);
		for (const file of ['nothing.csv', 'volume.xls', 'volume', '__proto__.csv']) expect((await exported(file)).status).toBe(404);
	});

	it.for(['=1+1', '+1', '-1', '@SUM(A1)', '\tcmd', '＝1', '"=1'])(
		'leaves no formula for a spreadsheet to run: %j',
		(text, { expect }) => {
			const csv = toCsv({ columns: [{ id: 'words', label: '' }], rows: [[text], [-5]] });
			const [, cell = '', number] = csv.split('\r\n');
			expect(cell.replaceAll('"', '')).toMatch(/^'|^=1$/);
			if (text.startsWith('"')) expect(cell).toBe('"""=1"');
			expect(number).toBe('-5');
			expect(csv.startsWith('\uFEFF')).toBe(true);
		},
	);
});

describe('a period', () => {
	it('has days as long as they are where the clocks change', ({ expect }) => {
		const { dates, days, from, to } = periodOf('7', 'America/New_York', Date.parse('2026-11-03T12:00:00Z'));
		expect([dates[0], dates.at(-1)]).toEqual(['2026-10-28', '2026-11-03']);
		expect(days.map(([first, next]) => (next - first) / hourMs)).toEqual([24, 24, 24, 24, 25, 24, 24]);
		expect([days[0]?.[0], days.at(-1)?.[1]]).toEqual([from, to]);
		expect(periodOf('1000', 'UTC', 0).count).toBe(30);
	});
});

describe('what reports ask of the database', () => {
	it.for([
		[volumeSql, 'requests_by_age', ['[[0,1]]']],
		[timesSql('reply'), 'requests_by_first_reply', ['[[0,1]]']],
		[timesSql('solved'), 'requests_ended', ['[[0,1]]', 1]],
		[ratingsSql, 'request_ratings_by_age', [0, 1]],
		[votesSql, 'votes_by_age', [0, 1]],
		[missesSql, 'search_misses_by_day', [0, 1, 1]],
		[callsSql, 'callbacks_by_slot', [0, 1]],
	] as const)('looks only into its window: %s', async ([sql, index, bound], { expect }) => {
		const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
			.bind(...bound)
			.all<{ detail: string }>();
		const plan = results.map(({ detail }) => detail);
		expect(plan.join('\n')).toMatch(new RegExp(`SEARCH \\w+ USING (COVERING )?INDEX ${index} `));
		const scans = plan.filter((detail) => detail.startsWith('SCAN') && !/SCAN (day|scale|\(subquery-\d+\))/.test(detail));
		expect(scans).toEqual([]);
	});
});

interface Seed {
	ago?: number;
	topic?: string;
	state?: string;
	/** After it was sent. */
	reply?: number;
	due?: number;
	ended?: number;
	spam?: 0 | 1;
	mergedInto?: string;
}
