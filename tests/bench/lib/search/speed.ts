import { setImmediate } from 'node:timers/promises';

import type { Ask } from './judge.ts';
import type { Judged } from './queries.ts';
import { quantile } from './statistics.ts';

/** Queries that are timed; the slowest peer takes a tenth of a second for each. */
const sample = 60;

/**
 * Times queries that were asked before, in milliseconds. `block` is the longest time that the thread was not free for anything
 * else; on a busy machine it is too high rather than too low.
 */
export async function measureSpeed(queries: readonly Judged[], search: Ask): Promise<Speed> {
	const step = Math.max(1, Math.floor(queries.length / sample));
	const timed = queries.filter((_, index) => index % step === 0);
	const times: number[] = [];
	const block = await longestBlock(async () => {
		for (const { query } of timed) {
			// What was read before is answered without a turn of the event loop, and all queries would count as one block.
			await setImmediate();
			const start = performance.now();
			await search(query);
			times.push(performance.now() - start);
		}
	});
	return { median: quantile(times, 0.5), p95: quantile(times, 0.95), block };
}

/** The longest gap between two turns of the event loop while the work goes on. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
	let longest = 0;
	let last = performance.now();
	const state = { isOver: false };
	const beat = async () => {
		while (!state.isOver) {
			const now = performance.now();
			longest = Math.max(longest, now - last);
			last = now;
			await setImmediate();
		}
	};
	const beats = beat();
	await work();
	state.isOver = true;
	await beats;
	return longest;
}

export interface Speed {
	median: number;
	p95: number;
	block: number;
}
