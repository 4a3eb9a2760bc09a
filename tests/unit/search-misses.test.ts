import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { reportMiss as ReportMiss } from '../../src/elements/search-misses.ts';

const send = vi.fn<typeof fetch>();

/** A page view of its own: what has been told is forgotten with the page. */
async function openPage(): Promise<typeof ReportMiss> {
	vi.resetModules();
	return (await import('../../src/elements/search-misses.ts')).reportMiss;
}

function sent(): unknown[] {
	return send.mock.calls.map(([, init]) => JSON.parse(String(init?.body)));
}

beforeEach(() => {
	send.mockReset().mockResolvedValue(new Response(null, { status: 202 }));
	vi.stubGlobal('fetch', send);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.doUnmock('#shared/word-lists');
});

describe('a search that failed', () => {
	test('is told in cleaned words, without cookies, and while the page is being left', async () => {
		const reportMiss = await openPage();
		await reportMiss({ locale: 'en', query: 'USDT to 0xdAC17F958D2ee523a2206206994597C13D831ec7?', results: 0 });
		expect(sent()).toEqual([{ locale: 'en', query: 'usdt to', results: 0 }]);
		expect(send.mock.lastCall).toMatchObject(['/api/search-misses', { method: 'POST', keepalive: true, credentials: 'omit' }]);
	});

	test('is told once per page view, however it is written', async () => {
		const reportMiss = await openPage();
		for (const query of ['Staking', ' staking? ', 'STAKING']) await reportMiss({ locale: 'en', query, results: 3 });
		expect(sent()).toHaveLength(1);
		await (
			await openPage()
		)({ locale: 'en', query: 'staking', results: 3 });
		expect(sent()).toHaveLength(2);
	});

	test('is not told when cleaning leaves nothing', async () => {
		const reportMiss = await openPage();
		for (const query of ['13800138000', ['zoo', 'zone', 'zero', 'youth'].join(' ')])
			await reportMiss({ locale: 'en', query, results: 0 });
		expect(send).not.toHaveBeenCalled();
	});

	test('is not told when the word lists cannot be loaded', async () => {
		vi.doMock('#shared/word-lists', () => {
			throw new Error('offline');
		});
		await (
			await openPage()
		)({ locale: 'en', query: 'staking', results: 0 });
		expect(send).not.toHaveBeenCalled();
	});

	test('never disturbs the reader when it cannot be sent', async () => {
		send.mockRejectedValue(new TypeError('offline'));
		await expect((await openPage())({ locale: 'en', query: 'staking', results: 0 })).resolves.toBeUndefined();
	});
});
