import { formatTable } from '../../src/commands/lib/table.ts';
import { makePlace, type Server } from '../server/lib/server.ts';
import { openRequests, referenceOf, requestRows } from './lib/desk/rows.ts';

const sizes = [1000, 100_000] as const;
const attempts = 25;
/** What the slowest page may grow by. */
const limit = 1.5;
/** Below this, in milliseconds, a difference is the machine's. */
const noise = 6;
const now = Date.parse('2026-11-23T04:00:00Z');

/**
 * `npm run bench -- desk`: the server time of every desk page with 1,000 and with 100,000 closed requests, both servers side by side;
 * 500 are open in each. Fails when a page takes more than 1.5 times as long.
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
		const rows = await compare(servers);
		console.log(
			formatTable(
				['page', ...sizes.map((size) => `${size} ms`), 'ratio'],
				rows.map(({ path, times, ratio }) => [path, ...times.map((time) => time.toFixed(1)), ratio.toFixed(2)]),
			),
		);
		const slow = rows.filter(({ times: [small = 0, large = 0], ratio }) => ratio > limit && large - small > noise);
		for (const { path, ratio } of slow) console.log(`✗ ${path} takes ${ratio.toFixed(2)} times as long, more than ${limit}`);
		return slow.length > 0 ? 1 : 0;
	} finally {
		for (const place of places) await place.close();
	}
}

/** The best of many attempts, in turns, so that what else the machine does slows both. */
async function compare(servers: readonly Server[]): Promise<Row[]> {
	const cookies = await Promise.all(servers.map(logIn));
	const rows: Row[] = [];
	for (const [path, ofSize] of pages()) {
		const times = servers.map(() => Infinity);
		for (let attempt = 0; attempt < attempts; attempt++)
			for (const [index, server] of servers.entries())
				times[index] = Math.min(times[index] ?? Infinity, await timeOf(server, ofSize(sizes[index] ?? 0), cookies[index] ?? ''));
		rows.push({ path, times, ratio: (times[1] ?? 0) / (times[0] ?? 1) });
	}
	return rows;
}

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
		'reports/',
		'reports/?days=90',
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
