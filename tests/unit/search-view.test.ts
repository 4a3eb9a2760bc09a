import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { needsOther, searchPath, searchView, tidyQuery } from '../../src/shared/search-view.ts';

const result = (category = 'deposits') => ({ category });
const answer = (match: 'good' | 'weak' | 'none', count = 1, more = {}) => ({
	total: count,
	match,
	results: Array.from({ length: count }, () => result()),
	...more,
});
const asked = { query: 'lost' };

describe('the panel of results', () => {
	test('shows results, a label where nothing matches exactly, and otherwise what is merely close', () => {
		expect(searchView('en', asked, answer('good')).facts).toEqual(
			expect.arrayContaining(['results:some', 'list:yes', 'people:no']),
		);
		expect(searchView('en', asked, answer('weak')).facts).toEqual(
			expect.arrayContaining(['results:weak', 'list:yes', 'people:no']),
		);
		const none = searchView('en', asked, answer('none', 8));
		expect(none.facts).toEqual(expect.arrayContaining(['results:none', 'list:yes', 'people:yes', 'all:no']));
		expect(none.results).toHaveLength(3);
	});

	test('leads to the people of the topic that is closest, or to people at all', () => {
		expect(searchView('en', asked, answer('none')).facts).toContain('near:deposits');
		expect(searchView('en', asked, answer('none', 0)).facts).toEqual(expect.arrayContaining(['near:none', 'list:no']));
		expect(searchView('en', asked, answer('good')).facts).toContain('near:none');
	});

	test('tells filters that leave nothing from a search that finds nothing', () => {
		const filtered = { ...asked, category: 'frozen' };
		const view = searchView('en', filtered, answer('good', 0));
		expect(view.facts).toContain('results:filtered');
		expect(view.hrefs).toMatchObject({ all: '/en/search/?q=lost&category=frozen', unfiltered: '/en/search/?q=lost' });
		expect(searchView('en', filtered, answer('none', 0)).facts).toContain('results:none');
		expect(searchView('en', asked, answer('good', 0)).facts).toContain('results:none');
	});

	test('offers more results only where there are more', () => {
		expect(searchView('en', asked, { ...answer('good', 6), total: 9 }).facts).toContain('all:yes');
		expect(searchView('en', asked, answer('good', 6)).facts).toContain('all:no');
	});

	test('offers the other language where that says more', () => {
		const others = (own: 'good' | 'weak' | 'none', other: 'good' | 'weak' | 'none', count = 5) =>
			searchView('zh-cn', asked, answer(own), answer(other, count)).others.length;
		expect([others('none', 'good'), others('none', 'weak'), others('none', 'none')]).toEqual([3, 3, 0]);
		expect([others('weak', 'good'), others('weak', 'weak'), others('good', 'good')]).toEqual([3, 0, 0]);
		expect(searchView('zh-cn', asked, answer('none'), answer('good')).hrefs['other']).toBe('/en/search/?q=lost');
		expect([answer('good'), answer('weak'), answer('none')].map((own) => needsOther(own))).toEqual([false, true, true]);
	});

	test('asks whether another word was meant, but not where nothing fits anyway', () => {
		const view = searchView('en', { query: 'lots', kind: 'faq' }, answer('weak', 1, { corrected: 'lost' }));
		expect(view.facts).toContain('corrected:yes');
		expect([view.fills['corrected'], view.hrefs['corrected']]).toEqual(['lost', '/en/search/?q=lost&kind=faq']);
		expect(searchView('en', asked, answer('none', 1, { corrected: 'list' })).facts).toContain('corrected:no');
	});
});

describe('a query', () => {
	test('becomes one line of bounded length, whatever is pasted', () => {
		expect(tidyQuery(' USDT\u0000not\r\n\tarrived\u001b ')).toBe('USDT not arrived');
		expect(tidyQuery(`${'a'.repeat(199)}😱`)).toBe('a'.repeat(199));
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const query = tidyQuery(text);
				expect(query.length).toBeLessThanOrEqual(200);
				expect(query).toBe(tidyQuery(query));
				expect(query).not.toMatch(/\p{Cc}/u);
				expect(() => encodeURIComponent(query)).not.toThrow();
			}),
		);
	});

	test('survives its address', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				const query = tidyQuery(text);
				expect(new URL(searchPath('en', { query }), 'http://site').searchParams.get('q')).toBe(query);
			}),
		);
	});
});
