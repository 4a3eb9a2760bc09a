import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { CallbackView } from '#shared/callbacks';
import { callerWordsSeconds, callWatchSeconds } from '#shared/limits';

import type { Answer } from '../../src/elements/api.ts';
import { CallWatch } from '../../src/elements/call-watch.ts';

const slot = Date.parse('2026-11-24T02:00:00Z');
const minuteMs = 60_000;
const lost: Answer<CallbackView> = { ok: false };
const load = vi.fn<() => Promise<Answer<CallbackView>>>();
/** Who the page says that calls, each time that it is shown anew. */
let told: string[];
let watch: CallWatch;

beforeEach(() => {
	vi.useFakeTimers({ now: slot });
	const addEventListener = () => {};
	vi.stubGlobal('document', { hidden: false, addEventListener });
	vi.stubGlobal('window', { addEventListener, setTimeout });
	load.mockReset().mockResolvedValue(lost);
	told = [];
	const changed = (view: CallbackView) => {
		watch.follow(view);
		told.push(watch.callerOf(view));
	};
	watch = new CallWatch({ load, changed, missing: () => watch.stop() });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** A booked call as it stands at an instant by the server's clock. */
function call(changes: Partial<CallbackView> = {}, at = Date.now()): CallbackView {
	const [start, end] = [slot, slot + 20 * minuteMs].map((time) => new Date(time).toISOString());
	const proof = { isHere: true, isLive: false };
	const now = new Date(at).toISOString();
	return { state: 'booked', slot: start, end, isOver: false, proof, now, ...changes } as CallbackView;
}

/** A call that is made, with words that have just begun to live. */
function calling(): CallbackView {
	const until = new Date(Date.now() + callerWordsSeconds * 1000).toISOString();
	return call({ state: 'calling', proof: { isHere: true, isLive: true, words: ['amber', 'violin'], until } });
}

describe('a page that watches a call', () => {
	test('looks every few seconds while the call is due, by the clock of the server', async () => {
		load.mockImplementation(() => Promise.resolve({ ok: true, data: call({}, slot) }));
		watch.follow(call({}, slot - 12 * 3_600_000));
		await vi.advanceTimersByTimeAsync(minuteMs);
		expect(load).not.toHaveBeenCalled();
		watch.follow(call({}, slot));
		await vi.advanceTimersByTimeAsync(minuteMs);
		expect(load).toHaveBeenCalledTimes(60 / callWatchSeconds);
	});

	test('looks no more once the call is over, or was erased', async () => {
		watch.follow(call({ isOver: true }));
		await vi.advanceTimersByTimeAsync(10 * minuteMs);
		expect(load).not.toHaveBeenCalled();
		const problem = { type: '', title: '', status: 404, code: 'NOT_FOUND' as const, fields: [], requestId: '' };
		load.mockResolvedValue({ ok: false, problem });
		watch.follow(call());
		await vi.advanceTimersByTimeAsync(10 * minuteMs);
		expect(load).toHaveBeenCalledOnce();
	});

	test('does not know who calls after two lost answers, until it is answered', async () => {
		watch.follow(call());
		await vi.advanceTimersByTimeAsync(callWatchSeconds * 1000);
		expect(watch.callerOf(call())).toBe('nobody');
		await vi.advanceTimersByTimeAsync(callWatchSeconds * 1000);
		expect(told).toEqual(['unknown']);
		load.mockResolvedValue({ ok: true, data: call() });
		await vi.advanceTimersByTimeAsync(callWatchSeconds * 1000);
		expect(told).toEqual(['unknown', 'nobody']);
	});

	test('takes words away when their time is over, with or without a network', async () => {
		watch.follow(calling());
		await vi.advanceTimersByTimeAsync((callerWordsSeconds - 1) * 1000);
		expect(watch.callerOf(watch.view ?? call())).toBe('words');
		await vi.advanceTimersByTimeAsync(1000);
		expect(watch.view?.proof.words).toBeUndefined();
		expect(told).toEqual(['unknown']);
	});
});
