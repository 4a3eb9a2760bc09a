import * as fc from 'fast-check';
import { describe, it } from 'vitest';

import { localeIds } from '#config/locales';
import { routingFaults, type Rule } from '#config/routing-schema';
import { support } from '#config/support';
import { explain, isMatch, route, type Routable } from '#shared/routing';

import { afterOpenMinutes, routeRequest } from '../../worker/requests/routing.ts';

const request: Routable = { topic: 'deposits', locale: 'en', message: 'It has not arrived.' };
const rule = (id: string, when: Rule['when'] = {}): Rule => ({
	id,
	when,
	team: 'support',
	priority: 'normal',
	firstReplyMinutes: 60,
});
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const known = { topics: ids(support.topics), chains: ids(support.chains), teams: ids(support.teams) };

describe('a request', () => {
	it('meets exactly one rule of the configuration, whatever it says', ({ expect }) => {
		const anyWord = fc.constantFrom('', ...support.routing.flatMap(({ when }) => Object.values(when.words ?? {}).flat()));
		const anyRequest = fc.record({
			topic: fc.constantFrom(...known.topics),
			locale: fc.constantFrom(...localeIds),
			chain: fc.constantFrom(undefined, ...known.chains),
			urgent: fc.constantFrom(undefined, false, true),
			message: fc.tuple(fc.string({ unit: 'grapheme' }), anyWord, fc.string()).map((parts) => parts.join(' ')),
		});
		fc.assert(
			fc.property(anyRequest, fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (contact, at) => {
				const { rule: taken, team, dueAt } = routeRequest(contact, at);
				const index = support.routing.findIndex(({ id }) => id === taken);
				expect(support.routing.slice(0, index).some((earlier) => isMatch(explain(earlier, contact)))).toBe(false);
				expect(support.routing[index]?.team).toBe(team);
				expect(dueAt).toBeGreaterThan(at);
			}),
			{ numRuns: 200 },
		);
	});

	it.for([
		[{ message: '我的币被盗了，怎么办' }, 'stolen', 'risk', 2],
		[{ message: 'Somebody HACKED my wallet!' }, 'stolen', 'risk', 2],
		[{ message: 'An alert about a shackled, hackathon wallet' }, 'everything-else', 'support', 1],
		[{ message: 'My lawyer\nwill write. There is a court\n order.' }, 'law', 'legal', 1],
		[{ topic: 'transactions' }, 'transactions', 'engineering', 1],
		[{ topic: 'fake', message: 'A phishing site' }, 'fakes', 'risk', 1],
		[{ topic: 'how-to' }, 'how-to', 'support', 0],
		[{ chain: 'other' }, 'rare-chains', 'engineering', 1],
		[{ topic: 'how-to', urgent: true }, 'being-robbed', 'risk', 2],
		[{}, 'everything-else', 'support', 1],
	] as const)('like %o is taken by %s', ([part, id, team, priority], { expect }) => {
		expect(routeRequest({ ...request, ...part }, 0)).toMatchObject({ rule: id, team, priority });
	});

	it('matches a rule only when all of its conditions are met, of each one entry', ({ expect }) => {
		const both = rule('both', { topics: ['fake', 'deposits'], words: { en: ['arrived'] } });
		expect(explain(both, request)).toEqual([
			{ kind: 'topics', wanted: ['fake', 'deposits'], met: ['deposits'] },
			{ kind: 'words', wanted: ['arrived'], met: ['arrived'] },
		]);
		expect(route([both, rule('rest')], request)?.id).toBe('both');
		expect(route([both, rule('rest')], { ...request, message: 'Gone' })?.id).toBe('rest');
	});
});

describe('rules that cannot be right stop the build:', () => {
	it.for([
		['an unknown topic', [rule('a', { topics: ['nonsense'] }), rule('z')], 'names topic "nonsense"'],
		['an unknown chain', [rule('a', { chains: ['nonsense'] }), rule('z')], 'names chain "nonsense"'],
		['an unknown team', [{ ...rule('z'), team: 'nonsense' }], 'names team "nonsense"'],
		['no rule for the rest', [rule('a', { urgent: true })], 'must match everything'],
		['a name twice', [rule('a', { urgent: true }), rule('a')], 'is there twice'],
		['one behind the rule for everything', [rule('a'), rule('b', { urgent: true }), rule('z')], '"b" can never match'],
		[
			'one that an earlier one covers',
			[rule('a', { words: { en: ['x', 'y'] } }), rule('b', { words: { en: ['y'] }, urgent: true }), rule('z')],
			'"b" can never match',
		],
		[
			'one that two earlier ones cover',
			[rule('a', { urgent: true }), rule('b', { urgent: false }), rule('z')],
			'"z" can never match',
		],
		[
			'a longer word',
			[rule('a', { words: { 'zh-cn': ['盗'] } }), rule('b', { words: { 'zh-cn': ['被盗'] } }), rule('z')],
			'"b" can never match',
		],
	] as const)('%s', ([, rules, fault], { expect }) => {
		expect(routingFaults(rules, known).join('\n')).toContain(fault);
	});

	it('the shipped ones can', ({ expect }) => {
		expect(routingFaults(support.routing, known)).toEqual([]);
	});
});

describe('the promised time', () => {
	const hour = 3_600_000;
	/** Open from 9 to 17 o'clock every day, UTC. */
	const office = (at: number) => {
		const [day, time] = [Math.floor(at / (24 * hour)) * 24 * hour, at % (24 * hour)];
		if (time < 9 * hour) return { isOpen: false, change: day + 9 * hour };
		if (time < 17 * hour) return { isOpen: true, change: day + 17 * hour };
		return { isOpen: false, change: day + 33 * hour };
	};

	it.for([
		['within one day', 10, 60, 11],
		['to the last minute', 16, 60, 17],
		['over night', 16, 61, 33 + 1 / 60],
		['from before the opening', 3, 30, 9.5],
		['over two nights', 16, 60 + 8 * 60 + 30, 24 + 33.5],
	] as const)('counts open minutes only, %s', ([, from, minutes, due], { expect }) => {
		expect(afterOpenMinutes(office, from * hour, minutes)).toBe(due * hour);
	});

	it('goes by the clock where nothing ever changes', ({ expect }) => {
		expect(afterOpenMinutes(() => ({ isOpen: false, change: null }), 0, 60)).toBe(hour);
		expect(afterOpenMinutes(() => ({ isOpen: true, change: null }), 0, 60)).toBe(hour);
	});

	it('keeps the hours of the desk of the request’s language', ({ expect }) => {
		// Saturday, 20:50 in Shanghai: the Chinese desk is open until 21:00, the English one opens on Monday at 10:00.
		const at = Date.parse('2026-11-28T12:50:00Z');
		const due = (locale: 'en' | 'zh-cn') => new Date(routeRequest({ ...request, locale, urgent: true }, at).dueAt).toISOString();
		expect(due('zh-cn')).toBe('2026-11-29T01:05:00.000Z');
		expect(due('en')).toBe('2026-11-30T02:15:00.000Z');
	});
});
