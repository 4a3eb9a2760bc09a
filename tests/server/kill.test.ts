import { afterEach, describe, expect, test } from 'vitest';

import { makePlace, type Server } from './lib/server.ts';

const begin = Date.parse('2026-11-23T02:00:00Z');
const minute = 60_000;
const writers = 8;
const enough = 60;

let place: ReturnType<typeof makePlace> | undefined;

afterEach(() => place?.close());

/** Posts one request after the other until the server is gone; the references that were acknowledged. */
async function write(server: Server, writer: number, acknowledged: string[]): Promise<void> {
	for (let nth = 0; ; nth++) {
		const body = {
			locale: nth % 2 ? 'en' : 'zh-cn',
			topic: 'deposits',
			name: 'Ada',
			email: `ada.${writer}.${nth}@example.com`,
			message: 'My transfer has not arrived since yesterday.',
		};
		try {
			const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
			const answer = await fetch(`${server.origin}/api/contact`, init);
			const { reference } = (await answer.json()) as { reference?: string };
			if (answer.ok && reference) acknowledged.push(reference);
		} catch {
			return;
		}
	}
}

describe('a server that is killed while people write', () => {
	test('has every request that it acknowledged, and each has exactly one mail', async () => {
		place = makePlace();
		const acknowledged: string[] = [];
		const first = await place.start(begin);
		const writing = Array.from({ length: writers }, (_, writer) => write(first, writer, acknowledged));
		while (acknowledged.length < enough) {
			// So that it dies while it is sending, too.
			await first.tick();
		}
		await first.kill();
		await Promise.all(writing);

		// Once the lease of what was being sent has ended.
		const second = await place.start(begin + 10 * minute);
		for (let round = 0; round < 5; round++) await second.tick();
		await second.kill();

		const stored = place.query('SELECT reference FROM requests').map(({ reference }) => reference);
		expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
		expect(acknowledged.filter((reference) => !stored.includes(reference))).toEqual([]);
		const mails = place.query('SELECT reference, COUNT(*) AS count FROM mailbox GROUP BY reference');
		expect(mails.filter(({ count }) => count !== 1)).toEqual([]);
		expect(new Set(mails.map(({ reference }) => reference))).toEqual(new Set(stored));
		expect(place.query(`SELECT state, COUNT(*) AS count FROM outbox GROUP BY state`)).toEqual([
			{ state: 'sent', count: stored.length },
		]);
	});
});
