import { describe, expect, test } from 'vitest';

import { applyChanges } from '../../src/commands/lib/content-files.ts';
import { planSignOff } from '../../src/commands/lib/sign-off.ts';
import { agingWarning, findAging } from '../../src/lib/review.ts';
import { makeRoot, type Root } from './lib/content-root.ts';

const holidays = [2026, 2027].map((year) => ({
	id: 'x',
	year,
	source: 'A notice',
	published: '2026-01-01',
	confirmed: true,
	days: [{ date: `${year}-12-25`, name: { 'zh-cn': '圣诞节', en: 'Christmas Day' }, work: false }],
}));

function aging({ path }: Root, day: string, support = { holidays }): string[] {
	return findAging(`${path}/content`, support, Date.parse(`${day}T12:00:00Z`)).map(
		({ kind, file, date, isOverdue }) => `${kind} ${file} ${date} ${isOverdue ? 'overdue' : 'soon'}`,
	);
}

describe('npm run review', () => {
	test('finds nothing while everything is fresh', () => {
		expect(aging(makeRoot(), '2026-11-23')).toEqual([]);
	});

	test('names a fact with its line from the day after its date', () => {
		expect(aging(makeRoot(), '2027-05-01').filter((line) => line.startsWith('facts'))).toEqual([]);
		expect(aging(makeRoot(), '2027-05-02')).toContain('facts content/facts/tron.yml:2 2027-05-01 overdue');
	});

	test('names an article a month ahead, and calls it overdue from the day after its date', () => {
		const article = 'articles content/articles/en/guides/back-up.mdx 2027-05-20';
		expect(aging(makeRoot(), '2027-04-20').filter((line) => line.startsWith('articles'))).toEqual([]);
		expect(aging(makeRoot(), '2027-04-21')).toContain(`${article} soon`);
		expect(aging(makeRoot(), '2027-05-20')).toContain(`${article} soon`);
		expect(aging(makeRoot(), '2027-05-21')).toContain(`${article} overdue`);
	});

	test('names a stale translation with the date of its source', () => {
		const root = makeRoot();
		applyChanges(root.path, planSignOff(root.path).changes);
		root.edit('content/articles/zh-cn/guides/back-up.mdx', 'Text.', '改了。');
		root.edit('content/articles/zh-cn/guides/back-up.mdx', '2026-11-20', '2026-11-22');
		expect(aging(root, '2026-11-23')).toEqual(['translations content/articles/en/guides/back-up.mdx 2026-11-22 overdue']);
	});

	test('asks for the next year’s holidays sixty days before the last list ends', () => {
		expect(aging(makeRoot(), '2027-11-01').filter((line) => line.startsWith('holidays'))).toEqual([]);
		expect(aging(makeRoot(), '2027-11-02')).toContain('holidays src/config/holidays.ts 2027-12-31 overdue');
	});

	test('names holidays that nobody has confirmed yet from sixty days before their year, without failing', () => {
		const open = { holidays: holidays.map((list) => ({ ...list, confirmed: list.year < 2027 })) };
		expect(aging(makeRoot(), '2026-11-01', open)).toEqual([]);
		expect(aging(makeRoot(), '2026-11-02', open)).toEqual(['holidays src/config/holidays.ts 2027-01-01 soon']);
	});

	test('is silent about holidays where there are none', () => {
		expect(aging(makeRoot(), '2026-11-23', { holidays: [] })).toEqual([]);
	});

	test('names a notice from its very end', () => {
		const root = makeRoot();
		root.write('content/notices/x.mdx', '---\nend: 2026-11-23T20:00:00+08:00\n---\n');
		root.write('content/notices/later.mdx', '---\nend: 2026-11-23T20:00:01+08:00\n---\n');
		expect(aging(root, '2026-11-23')).toEqual(['notices content/notices/x.mdx 2026-11-23 soon']);
	});
});

describe('the warning of other commands', () => {
	test('counts what is overdue in one line, and says nothing when nothing is', () => {
		const root = makeRoot();
		const at = (day: string) => agingWarning(findAging(`${root.path}/content`, { holidays }, Date.parse(day)));
		expect(at('2027-04-25')).toBeUndefined();
		expect(at('2027-05-21')).toBe('1 fact past its review date, 4 articles past their review date: npm run review lists them');
	});
});
