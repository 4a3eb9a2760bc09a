import { beforeAll, describe, expect, test } from 'vitest';

import { ownContent, type Content } from '../bench/lib/search/content.ts';
import { floors, judge, measure, type Measures } from '../bench/lib/search/judge.ts';
import { askOurs, buildOurs, openOurs, type Bundle } from '../bench/lib/search/ours.ts';

let content: Content;
let bundle: Bundle;

beforeAll(async () => {
	content = await ownContent();
	bundle = await buildOurs(content);
}, 60_000);

/** Queries that nobody tunes against. */
describe.each(['zh-cn', 'en'] as const)('on the held half of the judged queries in %s, the search', (language) => {
	let held: Measures;

	beforeAll(async () => {
		const queries = content.queries.filter(({ lang, held: isHeld }) => lang === language && isHeld);
		held = measure(await judge(queries, askOurs(openOurs(bundle, language))));
	}, 60_000);

	test('is asked about as many things as a reader could want', () => {
		expect(held.count).toBeGreaterThanOrEqual(120);
	});

	test(`puts a right article high: mean reciprocal rank of at least ${floors.mrr[language]}`, () => {
		expect(held.mrr).toBeGreaterThanOrEqual(floors.mrr[language]);
	});

	test(`finds something for all but ${floors.zero * 100} % of what has an answer`, () => {
		expect(held.zero).toBeLessThanOrEqual(floors.zero);
	});
});
