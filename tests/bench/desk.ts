import { formatTable } from '../../src/commands/lib/table.ts';
import { makePlace, type Server } from '../server/lib/server.ts';
import { openRequests, referenceOf, requestRows } from './lib/desk/rows.ts';

const sizes = [1000, 100_000] as const;
const attempts = 8;
/** How many requests one measurement is the mean of: what takes a few milliseconds is more than the clock's and the machine's whims. */
const repeats = 4;
/** What the slowest page may grow by. */
const limit = 1.5;
/** Below this, in milliseconds, a difference is the machine's. */
const noise = 2;
/** What a report may take that nobody has looked at for a while, in milliseconds: it counts its whole period. */
const firstViewLimit = 1000;
const now = Date.parse('2026-11-23T04:00:00Z');

/**
 * `npm run bench -- desk`: the server time of every desk page with 1,000 and with 100,000 closed requests, both servers side by side;
 * 500 are open in each. Fails when a page takes more than 1.5 times as long. A report is kept for a
 * while: its first view is measured by itself, may grow with what it counts, and fails when it takes more than a second.
 */
export async function run(): Promise<number> {
	const places = sizes.map(() => makePlace());
	try {
		const servers: Server[] = [];
		for (const [index, place] of places.entries()) {
			// The first start only migrates.
			await (await place.start(now)).kill();
			place.fill(requestRows(sizes[index] ?? 0, now));
			servers.push(await place.start(now));
		}
		const first = await firstViews(servers);
		const rows = await compare(servers);
		console.log(
			formatTable(
				['page', ...sizes.map((size) => `${size} ms`), 'ratio'],
				[...first, ...rows].map(({ path, times, ratio }) => [path, ...times.map((time) => time.toFixed(1)), ratio.toFixed(2)]),
			),
		);
		const slow = rows.filter(({ times: [small = 0, large = 0], ratio }) => ratio > limit && large - small > noise);
		for (const { path, ratio } of slow) console.log(`✗ ${path} takes ${ratio.toFixed(2)} times as long, more than ${limit}`);
		const late = first.filter(({ times }) => Math.max(...times) > firstViewLimit);
		for (const { path, times } of late)
			console.log(`✗ ${path} takes ${Math.max(...times).toFixed(0)} ms, more than ${firstViewLimit}`);
		return slow.length + late.length > 0 ? 1 : 0;
	} finally {
		for (const place of places) await place.close();
	}
}

/** Reports as the first to look gets them: no period of them has been kept yet. */
async function firstViews(servers: readonly Server[]): Promise<Row[]> {
	const cookies = await Promise.all(servers.map(logIn));
	const rows: Row[] = [];
	// What a Worker loads when it is first asked is no part of it.
	for (const [index, server] of servers.entries()) await timeOf(server, '/desk/', cookies[index] ?? '');
	for (const path of reports) {
		const times: number[] = [];
		for (const [index, server] of servers.entries()) times.push(await timeOf(server, `/desk/${path}`, cookies[index] ?? ''));
		rows.push({ path: `/desk/${path} (first view)`, times, ratio: (times[1] ?? 0) / (times[0] ?? 1) });
	}
	return rows;
}

/** The best of many attempts, in turns, so that what else the machine does slows both. */
async function compare(servers: readonly Server[]): Promise<Row[]> {
	const cookies = await Promise.all(servers.map(logIn));
	const rows: Row[] = [];
	for (const [path, ofSize] of pages()) {
		const times = servers.map(() => Infinity);
		for (let attempt = 0; attempt < attempts; attempt++)
			for (const [index, server] of servers.entries())
				times[index] = Math.min(times[index] ?? Infinity, await meanOf(server, ofSize(sizes[index] ?? 0), cookies[index] ?? ''));
		rows.push({ path, times, ratio: (times[1] ?? 0) / (times[0] ?? 1) });
	}
	return rows;
}

const reports = ['reports/', 'reports/?days=90'];

/** Every page of the desk; those of one request by how many there are. */
function pages(): [name: string, path: (size: number) => string][] {
	const views = [
		'',
		'?view=mine',
		'?view=unassigned',
		'?view=waiting',
		'?view=overdue',
		'?view=held',
		'?view=flagged',
		'?view=solved',
		'?view=closed',
		'?view=all',
		'?view=team&value=support',
		'?view=topic&value=deposits',
		'?view=language&value=en',
	];
	const lists = [
		'callbacks',
		'votes',
		'comments',
		'searches/',
		'outbox/',
		'routing/',
		...reports,
		'exports/volume.csv?days=30',
		'exports/ratings.json?days=90',
		'switches',
		'audit/',
		'blocked/',
	];
	const searches = ['转账', 'transfer arrived', 'ada.77@example.com', 'number777'];
	return [
		...[...views, ...lists].map((path): [string, () => string] => [`/desk/${path}`, () => `/desk/${path}`]),
		...searches.map((query): [string, () => string] => [`/desk/?q=${query}`, () => `/desk/?q=${encodeURIComponent(query)}`]),
		['/desk/requests/ (closed)', () => `/desk/requests/${referenceOf(500)}`],
		['/desk/requests/ (open)', (size) => `/desk/requests/${referenceOf(size + openRequests)}`],
	];
}

async function logIn({ origin }: Server): Promise<string> {
	const body = new URLSearchParams({ token: 't', role: 'lead', name: 'local' });
	const answer = await fetch(`${origin}/desk/login`, { method: 'POST', body, redirect: 'manual' });
	return answer.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

async function meanOf(server: Server, path: string, cookie: string): Promise<number> {
	let total = 0;
	for (let nth = 0; nth < repeats; nth++) total += await timeOf(server, path, cookie);
	return total / repeats;
}

async function timeOf({ origin }: Server, path: string, cookie: string): Promise<number> {
	const started = performance.now();
	const answer = await fetch(origin + path, { headers: { Cookie: cookie } });
	await answer.text();
	if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
	return performance.now() - started;
}

interface Row {
	path: string;
	/** Milliseconds, by size. */
	times: number[];
	ratio: number;
}
