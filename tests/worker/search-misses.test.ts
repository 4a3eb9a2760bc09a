import {
	createExecutionContext,
	createMessageBatch,
	createScheduledController,
	getQueueResult,
	waitOnExecutionContext,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, it, vi } from 'vitest';

import { site } from '#config/site';
import { rates, searchMissNetworks } from '#shared/limits';

import worker from '../../worker/index.ts';
import {
	addressHeader,
	cookies,
	countRows,
	dayMs,
	envAt,
	hourMs,
	postForm,
	postJson,
	problem,
	send,
	setUp,
	start,
	tag,
} from './helpers.ts';
import type { SendOptions } from './helpers.ts';

setUp();

const queue = 'help-centre-search-misses';
const miss = { locale: 'en', query: 'Staking', results: 0 };
const today = Date.parse('2026-11-23T00:00:00Z');

/** Sends a miss from one of many networks; answers what went into the queue instead of the real one's consumer. */
async function report(changes: Record<string, unknown> = {}, network = 0, options: SendOptions = {}) {
	const messages: unknown[] = [];
	const overrides = { SEARCH_MISSES: { send: async (body: unknown) => messages.push(body) }, ...options.overrides };
	const response = await postJson('/api/search-misses', { ...miss, ...changes }, addressHeader(network), {
		...options,
		overrides,
	});
	return { response, messages };
}

async function consume(bodies: readonly unknown[], { name = queue, at = start, overrides = {} } = {}) {
	const messages = bodies.map((body, index) => ({ id: String(index), timestamp: new Date(at), attempts: 1, body }));
	const batch = createMessageBatch(name, messages);
	const context = createExecutionContext();
	await worker.queue(batch, envAt(at, overrides));
	const { explicitAcks, retryMessages, ackAll } = await getQueueResult(batch, context);
	return { acked: explicitAcks, retried: retryMessages.map(({ msgId }) => msgId), ackAll };
}

/** A failed search from its request to the database. */
async function search(changes: Record<string, unknown> = {}, network = 0, at = start): Promise<void> {
	await consume((await report(changes, network, { at })).messages, { at });
}

async function searchFromMany(changes: Record<string, unknown> = {}, networks = searchMissNetworks, at = start): Promise<void> {
	for (let network = 0; network < networks; network++) await search(changes, network, at);
}

async function rowsOf<Row>(table: string): Promise<Row[]> {
	return (await env.DB.prepare(`SELECT * FROM ${table}`).all<Row>()).results;
}

async function desk(path = '/desk/searches/', at = start): Promise<string> {
	const headers = {
		Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN }, {}, { at })),
		'Accept-Language': 'en',
	};
	return (await send(path, { headers }, { at })).text();
}

describe('POST /api/search-misses', () => {
	it('passes cleaned words on, with no way back to who searched', async ({ expect }) => {
		const { response, messages } = await report({ query: '  STAKING 13800138000 ada@example.com?', results: 2 });
		expect([response.status, await response.text(), response.headers.get('Set-Cookie')]).toEqual([202, '', null]);
		const hash = expect.stringMatching(/^[\w-]{22}$/) as string;
		expect(messages).toEqual([{ locale: 'en', query: 'staking', results: 2, text: hash, network: hash, day: today }]);
	});

	it('names one network differently for every text and every day', async ({ expect }) => {
		const networkOf = async (changes: object, at = start, index = 0) =>
			((await report({ ...changes }, index, { at })).messages[0] as { network: string }).network;
		const first = await networkOf({});
		expect(await networkOf({ query: ' staking! ' }, start + hourMs)).toBe(first);
		const others = [await networkOf({ query: 'fees' }), await networkOf({ locale: 'zh-cn' }), await networkOf({}, start + dayMs)];
		expect(new Set([first, ...others, await networkOf({}, start, 1)]).size).toBe(5);
	});

	it('accepts and drops what has nothing to count, and counts it against no rate', async ({ expect }) => {
		for (const query of ['zoo zone zero youth', '0xdAC17F958D2ee523a2206206994597C13D831ec7', '138 0013 8000', '?!']) {
			const { response, messages } = await report({ query });
			expect([response.status, messages]).toEqual([202, []]);
		}
		expect(await countRows('rate_counts')).toBe(0);
	});

	it('names what is wrong', async ({ expect }) => {
		const { response } = await report({ locale: 'fr', query: '', results: -1 });
		expect(await problem(response)).toEqual({
			status: 422,
			code: 'INVALID',
			fields: ['locale: UNKNOWN_OPTION', 'query: REQUIRED', 'results: INVALID'],
		});
		for (const body of [{ results: 0.5 }, { results: '1' }, { query: 'x'.repeat(201) }])
			expect((await report(body)).response.status).toBe(422);
		expect((await postForm('/api/search-misses', { locale: 'en', query: 'staking', results: '0' })).status).toBe(415);
		expect((await send('/api/search-misses')).status).toBe(405);
	});

	it('is closed to other sites', async ({ expect }) => {
		const response = await postJson('/api/search-misses', miss, { 'Sec-Fetch-Site': 'cross-site' });
		expect(await problem(response)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
	});

	it('ends for a network whose hour is used up, and for one that bursts', async ({ expect }) => {
		await report();
		await env.DB.prepare(`UPDATE rate_counts SET count = max WHERE period = 'hour'`).run();
		const { response, messages } = await report();
		expect(response.headers.get('Retry-After')).toBe('3600');
		expect([await problem(response), messages]).toMatchObject([{ status: 429, code: 'RATE_LIMITED' }, []]);
		expect((await report({}, 1)).messages).toHaveLength(1);
		expect((await report({}, 0, { at: start + hourMs })).messages).toHaveLength(1);
		const bursting = { overrides: { BURST: { limit: async () => ({ success: false }) } } };
		expect((await report({}, 1, bursting)).response.status).toBe(429);
		expect(rates.searchMisses.day).toBeGreaterThan(rates.searchMisses.hour);
	});

	it('is no trouble to the reader when it fails, and says so in the log without the words', async ({ expect }) => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const broken = { send: () => Promise.reject(new Error('staking')) };
		const failing = [
			{ SEARCH_MISSES: broken },
			{ DB: { prepare: () => ({}), batch: broken.send } },
			{ SEARCH_MISSES: undefined },
		];
		for (const overrides of failing) expect((await report({}, 0, { overrides })).response.status).toBe(202);
		expect(log).toHaveBeenCalledTimes(failing.length);
		expect(JSON.stringify(log.mock.calls)).not.toContain('staking');
	});

	it('arrives in the database by the real queue', async ({ expect }) => {
		const response = await postJson('/api/search-misses', miss);
		expect(response.status).toBe(202);
		await vi.waitFor(async () => expect(await countRows('search_misses')).toBe(1), { timeout: 10_000, interval: 100 });
	});
});

describe('the consumer of failed searches', () => {
	it('counts a batch by day and text in one write', async ({ expect }) => {
		const bodies = [
			...(await report({ results: 4 })).messages,
			...(await report({ results: 2 })).messages,
			...(await report({ results: 3 }, 1)).messages,
			...(await report({}, 0, { at: start + dayMs })).messages,
			...(await report({ locale: 'zh-cn' })).messages,
		];
		const batch = vi.spyOn(env.DB, 'batch');
		const { acked, retried } = await consume(bodies);
		expect([acked.length, retried.length]).toEqual([5, 0]);
		expect(batch).toHaveBeenCalledTimes(1);
		const rows = (await rowsOf<Record<string, unknown>>('search_misses')).map(({ locale, day, count, least_results, networks }) =>
			[locale, day, count, least_results, networks].join(' '),
		);
		expect(rows.sort()).toEqual([`en ${today} 3 2 2`, `en ${today + dayMs} 1 0 1`, `zh-cn ${today} 1 0 1`]);
		await consume((await report({ results: 1 }, 2)).messages);
		expect(await env.DB.prepare('SELECT count, least_results, networks FROM search_misses WHERE count > 1').first()).toEqual({
			count: 4,
			least_results: 1,
			networks: 3,
		});
	});

	it('writes words down only with the third network of one day', async ({ expect }) => {
		for (let again = 0; again < 5; again++) await search({}, 0);
		await search({}, 1);
		for (let day = 1; day < 5; day++) await search({}, 0, start + day * dayMs);
		expect(await rowsOf('search_miss_texts')).toEqual([]);
		const everything = JSON.stringify([await rowsOf('search_misses'), await rowsOf('search_miss_networks')]);
		expect(everything).not.toContain('staking');
		await search({}, 2);
		expect(await rowsOf('search_miss_texts')).toMatchObject([{ locale: 'en', query: 'staking', last_day: today }]);
		await search({}, 0, start + 7 * dayMs);
		expect(await rowsOf('search_miss_texts')).toMatchObject([{ last_day: today + 7 * dayMs }]);
	});

	it('counts three networks that arrive in one batch', async ({ expect }) => {
		const bodies = await Promise.all([0, 1, 2].map((network) => report({}, network)));
		await consume(bodies.flatMap(({ messages }) => messages));
		expect(await countRows('search_miss_texts')).toBe(1);
	});

	it('stores no address and nothing that two searches of one network share', async ({ expect }) => {
		await search();
		await search({ query: 'fees' });
		const rows = await rowsOf<{ network: string }>('search_miss_networks');
		expect(new Set(rows.map(({ network }) => network)).size).toBe(2);
		const counts = await rowsOf<{ network: string }>('rate_counts');
		for (const { network } of counts) expect(JSON.stringify(rows)).not.toContain(network);
	});

	it('keeps the number of networks when their names are gone', async ({ expect }) => {
		await searchFromMany();
		await env.DB.prepare('DELETE FROM search_miss_networks').run();
		await search({}, 9);
		expect(await env.DB.prepare('SELECT count, networks FROM search_misses').first()).toEqual({ count: 4, networks: 3 });
	});

	it('retries what it cannot read and does not let it hold up the rest', async ({ expect }) => {
		const [good] = (await report()).messages;
		const poison = [null, 'text', {}, { ...(good as object), text: 'x' }, { ...(good as object), results: 'many' }];
		const { acked, retried } = await consume([poison[0], good, ...poison.slice(1)]);
		expect([acked, retried]).toEqual([['1'], ['0', '2', '3', '4', '5']]);
		expect(await countRows('search_misses')).toBe(1);
	});

	it('retries all while the database does not answer', async ({ expect }) => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const DB = { prepare: () => ({ bind: () => ({}) }), batch: () => Promise.reject(new Error('D1_ERROR: staking overloaded')) };
		const { acked, retried } = await consume((await report()).messages, { overrides: { DB } });
		expect([acked, retried]).toEqual([[], ['0']]);
		expect(JSON.parse(String(log.mock.lastCall?.[0]))).toMatchObject({ queue, messages: 1, error: 'Error' });
		expect(String(log.mock.lastCall?.[0])).not.toContain('staking');
	});

	it('leaves what it has given up to the dead letters, which are counted and not kept', async ({ expect }) => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		expect((await consume(['secret words', {}], { name: `${queue}-dead` })).ackAll).toBe(true);
		await consume([null], { name: `${queue}-dead` });
		expect(await rowsOf('dead_letters')).toEqual([{ queue, day: today, count: 3 }]);
		expect(log).toHaveBeenCalledTimes(2);
		expect(JSON.stringify(log.mock.calls)).not.toContain('secret words');
	});

	it('is the only one: a batch of another queue comes again', async ({ expect }) => {
		await expect(consume([null], { name: 'another' })).rejects.toThrow('another');
	});
});

describe('a poison message in the real queue', () => {
	it('ends in the dead letters', async ({ expect }) => {
		vi.spyOn(console, 'error').mockImplementation(() => {});
		await env.SEARCH_MISSES.send({ poison: true });
		await vi.waitFor(async () => expect(await rowsOf('dead_letters')).toMatchObject([{ queue, count: 1 }]), {
			timeout: 20_000,
			interval: 200,
		});
	}, 25_000);
});

describe('/desk/searches/', () => {
	it('shows words of three networks, and of all others the number', async ({ expect }) => {
		await searchFromMany({ query: 'unstake <b>trx</b>', results: 2 });
		await search({ query: 'unstake <b>trx</b>', results: 1 }, 0, start + dayMs);
		await searchFromMany({ query: 'hidden words' }, 2);
		const page = await desk('/desk/searches/', start + dayMs);
		expect(page).toContain('<th scope="row">unstake b trx b</th><td>4</td><td>EN</td><td>2</td>');
		expect(page).not.toContain('hidden words');
		expect(page).toContain('too few networks have used them: wordings 1, searches 2.');
		expect(page).not.toContain('could not be counted');
		expect(tag(page, 'aria-current="page"')).toContain('/desk/searches/');
	});

	it('tells searches that found nothing from those whose results nobody opened', async ({ expect }) => {
		await searchFromMany({ query: 'unstake trx', results: 1 });
		expect(await desk()).not.toContain('Found nothing</span>');
		await search({ query: 'unstake trx', results: 0 });
		expect(await desk()).toContain('Found nothing</span>');
	});

	it('lists the most frequent first, and goes on to the next page with its filter', async ({ expect }) => {
		const rows = Array.from({ length: 51 }, (_, index) => [
			env.DB.prepare(`INSERT INTO search_miss_texts (text, locale, query, last_day) VALUES (?1, 'en', ?1, ?2)`).bind(
				`word${index}`,
				today,
			),
			env.DB.prepare(
				`INSERT INTO search_misses (text, day, locale, count, least_results, networks) VALUES (?1, ?2, 'en', ?3, 0, 3)`,
			).bind(`word${index}`, today, index < 3 ? 7 : index),
		]);
		await env.DB.batch(rows.flat());
		const first = await desk('/desk/searches/?days=7&language=en&lang=en');
		const words = (page: string) => [...page.matchAll(/<th scope="row">([^<]*)/g)].map(([, word]) => word);
		expect([words(first).length, words(first)[0]]).toEqual([50, 'word50']);
		const next =
			tag(first, 'class="more"')
				.match(/href="([^"]*)"/)?.[1]
				?.replaceAll('&amp;', '&') ?? '';
		for (const part of ['lang=en', 'days=7', 'language=en']) expect(next).toContain(part);
		const all = [...words(first), ...words(await desk(next))];
		expect([all.length, new Set(all).size]).toEqual([51, 51]);
	});

	it('can be narrowed to a language and to the last days', async ({ expect }) => {
		await searchFromMany({ query: 'old words' }, 3, start - 7 * dayMs);
		await searchFromMany({ query: 'new words' }, 3, start - 6 * dayMs);
		await searchFromMany({ locale: 'zh-cn', query: '质押' });
		const shown = async (query: string) => {
			const page = await desk(`/desk/searches/${query}`);
			return ['old words', 'new words', '质押'].filter((word) => page.includes(word));
		};
		expect(await shown('')).toEqual(['old words', 'new words', '质押']);
		expect(await shown('?days=7')).toEqual(['new words', '质押']);
		expect(await shown('?days=7&language=zh-cn')).toEqual(['质押']);
		expect(await shown('?days=1000&language=fr')).toEqual(['old words', 'new words', '质押']);
	});

	it('says what could not be counted, and when there is nothing', async ({ expect }) => {
		expect(await desk()).toContain('Nothing here yet.');
		vi.spyOn(console, 'error').mockImplementation(() => {});
		await consume([null, null], { name: `${queue}-dead` });
		expect(await desk()).toContain('Searches that could not be counted: 2.');
	});

	it('is for staff only, in both languages, and where its address without a slash leads', async ({ expect }) => {
		await searchFromMany({ query: 'unstake trx' });
		const stranger = await send('/desk/searches/');
		expect([stranger.status, (await stranger.text()).includes('unstake')]).toEqual([401, false]);
		expect(await desk('/desk/searches/?lang=zh-cn')).toContain('<h1>搜索未命中</h1>');
		const headers = { Cookie: cookies(await postForm('/desk/login', { token: env.DESK_TOKEN })) };
		expect((await send('/desk/searches', { headers })).headers.get('Location')).toBe('/desk/searches/');
	});
});

describe('every minute', () => {
	const runAt = async (at: number) => {
		const context = createExecutionContext();
		await worker.scheduled(createScheduledController(), envAt(at));
		await waitOnExecutionContext(context);
	};
	const counts = async () => [
		await countRows('search_miss_networks'),
		await countRows('search_misses'),
		await countRows('search_miss_texts'),
		await countRows('dead_letters'),
	];

	it('forgets networks after two days, and words and counts when their time is over', async ({ expect }) => {
		vi.spyOn(console, 'error').mockImplementation(() => {});
		await searchFromMany();
		await consume([null], { name: `${queue}-dead` });
		await runAt(start + dayMs);
		expect(await counts()).toEqual([3, 1, 1, 1]);
		await runAt(start + 2 * dayMs);
		expect(await counts()).toEqual([0, 1, 1, 1]);
		await runAt(today + site.retentionDays.searchMisses * dayMs - hourMs);
		expect(await counts()).toEqual([0, 1, 1, 1]);
		await runAt(start + site.retentionDays.searchMisses * dayMs);
		expect(await counts()).toEqual([0, 0, 0, 0]);
	});

	it('keeps words that are still being searched for', async ({ expect }) => {
		await searchFromMany();
		await search({}, 0, start + 100 * dayMs);
		await runAt(start + site.retentionDays.searchMisses * dayMs);
		expect((await counts()).slice(1, 3)).toEqual([1, 1]);
	});
});
