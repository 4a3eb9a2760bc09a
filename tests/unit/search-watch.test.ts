import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { SearchWatch } from '../../src/elements/search-watch.ts';

const report = vi.fn<(miss: { query: string; results: number }) => void>();
let watch: SearchWatch;

beforeEach(() => {
	vi.useFakeTimers();
	report.mockReset();
	watch = new SearchWatch(report);
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a search that ends in vain', () => {
	test('is told when the box is left and nothing was found, once', () => {
		watch.show('staking', 0);
		watch.leave();
		watch.leave();
		expect(report.mock.calls).toEqual([[{ query: 'staking', results: 0 }]]);
	});

	test('is told when results were shown for a while and none was followed', () => {
		watch.show('staking', 7);
		vi.advanceTimersByTime(2000);
		watch.leave();
		expect(report.mock.calls).toEqual([[{ query: 'staking', results: 7 }]]);
	});

	test('is told when only something close was there to follow', () => {
		watch.show('staking', 0);
		watch.follow();
		expect(report).toHaveBeenCalledOnce();
	});
});

describe('nothing is told', () => {
	test('of results that were left at once, or followed, or taken to the results page', () => {
		watch.show('staking', 7);
		vi.advanceTimersByTime(1900);
		watch.leave();
		watch.show('staking', 7);
		vi.advanceTimersByTime(5000);
		watch.follow();
		watch.leave();
		watch.show('staking', 0);
		watch.moveOn();
		watch.leave();
		expect(report).not.toHaveBeenCalled();
	});

	test('of what was on the way to other words', () => {
		watch.show('sta', 0);
		watch.show('staking', 3);
		vi.advanceTimersByTime(500);
		watch.leave();
		expect(report).not.toHaveBeenCalled();
	});

	test('of the beginnings and the rest of what the guard refused, until the box has been empty', () => {
		watch.show('zoo zone zero', 0);
		watch.refuse();
		watch.show('zoo zone zero youth young', 0);
		watch.leave();
		expect(report).not.toHaveBeenCalled();
		expect(watch.isMuted).toBe(true);
		watch.reset();
		watch.show('staking', 0);
		watch.leave();
		expect(report.mock.calls).toEqual([[{ query: 'staking', results: 0 }]]);
	});
});

test('results count as seen from when they were first shown, not from the last redraw', () => {
	watch.show('staking', 7);
	vi.advanceTimersByTime(1500);
	watch.show('staking', 7);
	vi.advanceTimersByTime(500);
	watch.leave();
	expect(report).toHaveBeenCalledOnce();
});
