import { describe, expect, test } from 'vitest';

import { judge, measure, measureKinds, reachesFloors, type Ask } from '../bench/lib/search/judge.ts';
import { halves, type Judged } from '../bench/lib/search/queries.ts';

describe('the judge of the search', () => {
	test('counts the place of the first right page, whichever of them it is', async () => {
		const outcomes = await judge([query('a', ['/right/', '/also/'])], answer(['/wrong/', '/also/', '/right/']));
		expect(outcomes[0]?.rank).toBe(2);
		expect(measure(outcomes)).toMatchObject({ mrr: 0.5, recall: 1, zero: 0 });
	});

	test('looks at ten results for the reciprocal rank and at five for recall', async () => {
		const list = Array.from({ length: 11 }, (_, index) => `/${index + 1}/`);
		const outcomes = await judge([query('a', ['/6/']), query('b', ['/11/'])], answer(list));
		expect(measure(outcomes)).toMatchObject({ mrr: 1 / 6 / 2, recall: 0 });
	});

	test('leaves queries without an answer out of the ranks, and counts those that are answered all the same', async () => {
		const outcomes = await judge([query('known', ['/right/']), query('unknown', [])], answer(['/right/']));
		expect(measure(outcomes)).toMatchObject({ count: 2, mrr: 1, falseAnswer: 1 });
		const honest = await judge([query('unknown', [])], answer(['/near/'], 'weak'));
		expect(measure(honest)).toMatchObject({ falseAnswer: 0, notExact: 1 });
	});

	test('gives each kind the same weight in the mean of kinds', async () => {
		const found = await judge([query('a', ['/right/'], 'few')], answer(['/right/']));
		const missed = await judge([query('b', ['/no/'], 'many'), query('c', ['/no/'], 'many')], answer([]));
		const kinds = measureKinds([...found, ...missed]);
		expect(kinds.get('mean of kinds')?.mrr).toBe(0.5);
		expect(kinds.get('all')).toMatchObject({ mrr: 1 / 3, zero: 2 / 3 });
	});

	test('holds only the held half to the floor', async () => {
		const outcomes = await judge([{ ...query('a', ['/right/']), held: true }], answer(['/right/']));
		const others = await judge([{ ...query('b', ['/right/']), held: false }], answer([]));
		expect(reachesFloors('en', [...outcomes, ...others])).toBe(true);
		expect(
			reachesFloors('en', [...outcomes, ...others.map((other) => ({ ...other, judged: { ...other.judged, held: true } }))]),
		).toBe(false);
	});
});

test('a set of queries that was not cut is one part, and nobody holds it back', () => {
	expect(halves([query('a', [])])).toMatchObject([{ name: 'all queries', isHeld: false }]);
});

function query(text: string, relevant: string[], kind = 'question'): Judged {
	return { id: text, lang: 'en', kind, query: text, relevant };
}

function answer(pages: string[], match?: 'good' | 'weak' | 'none'): Ask {
	return async () => ({ pages, match });
}
