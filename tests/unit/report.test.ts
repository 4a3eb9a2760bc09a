import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';

import { wilsonInterval } from '#shared/wilson';

import { readReportData, type Query } from '../../src/commands/lib/report-data.ts';
import { rankArticles, type Signals } from '../../src/commands/lib/report-ranking.ts';
import { formatComments, formatReport } from '../../src/commands/lib/report-text.ts';
import { formatTable } from '../../src/commands/lib/table.ts';

const articles = [
	{ id: 'en/faq/a', title: 'Lost password', aliases: ['cannot unlock'] },
	{ id: 'en/faq/b', title: 'Fees too low', aliases: [] },
	{ id: 'zh-cn/faq/a', title: '忘记密码', aliases: ['打不开'] },
];

function rank(signals: Partial<Signals>) {
	return rankArticles({ articles, votes: [], requests: [], redirects: new Map(), ...signals });
}

function vote(article: string, value: 'yes' | 'no', count: number, reason: string | null = null) {
	return { article, value, count, reason };
}

describe('the interval of a share', () => {
	test.each([
		[0, 0, 0, 1],
		[0, 10, 0, 0.2775],
		[5, 10, 0.2366, 0.7634],
		[10, 10, 0.7225, 1],
		[81, 263, 0.2553, 0.3662],
	])('%i of %i lies between %f and %f', (no, votes, lower, upper) => {
		const interval = wilsonInterval(no, votes);
		expect(interval[0]).toBeCloseTo(lower, 4);
		expect(interval[1]).toBeCloseTo(upper, 4);
	});
});

describe('the ranking of articles', () => {
	test('puts many bad votes before a few that are all bad', () => {
		const { ranked } = rank({ votes: [vote('en/faq/a', 'no', 3), vote('en/faq/b', 'no', 30), vote('en/faq/b', 'yes', 5)] });
		expect(ranked.map(({ id }) => id)).toEqual(['en/faq/b', 'en/faq/a']);
	});

	test('adds requests, failed searches and weighted votes', () => {
		const { ranked } = rank({
			votes: [vote('en/faq/a', 'no', 10, 'unclear')],
			requests: [{ article: 'en/faq/a', count: 2 }],
			misses: [{ locale: 'en', query: ' Cannot unlock ', count: 3 }],
		});
		expect(ranked).toHaveLength(1);
		expect(ranked[0]).toMatchObject({ no: 10, requests: 2, misses: 3, reasons: { unclear: 10 } });
		expect(ranked[0]?.score).toBeCloseTo(3 + 10 * 0.7225 + 2, 2);
	});

	test('counts an old address for the article as it stands now, in the same language', () => {
		const { ranked } = rank({
			votes: [vote('en/faq/old', 'no', 2), vote('en/faq/a', 'no', 1), vote('zh-cn/faq/old', 'yes', 4)],
			redirects: new Map([['faq/old', 'faq/a']]),
		});
		expect(ranked.map(({ id, yes, no }) => [id, yes, no])).toEqual([
			['en/faq/a', 0, 3],
			['zh-cn/faq/a', 4, 0],
		]);
	});

	test('finds the article of a search however its title is punctuated and written', () => {
		const titled = [{ id: 'en/faq/a', title: 'Why can’t I unlock the App?', aliases: ['…'] }];
		const misses = [{ locale: 'en', query: "can't i unlock the app", count: 2 }];
		expect(rank({ articles: titled, misses }).ranked[0]?.misses).toBe(2);
		expect(rank({ articles: titled, misses: [{ locale: 'en', query: 'staking', count: 1 }] }).unanswered).toHaveLength(1);
	});

	test('leaves searches that belong to no article apart, the most frequent first', () => {
		const { ranked, unanswered } = rank({
			misses: [
				{ locale: 'en', query: 'staking', count: 1 },
				{ locale: 'zh-cn', query: '质押', count: 4 },
			],
		});
		expect(ranked).toEqual([]);
		expect(unanswered.map(({ query }) => query)).toEqual(['质押', 'staking']);
	});

	test('keeps an article that is gone, and says so', () => {
		expect(rank({ votes: [vote('en/faq/gone', 'no', 1)] }).ranked[0]?.title).toBe('(gone)');
	});
});

describe('what the report reads', () => {
	const answers = (tables: string[]): { query: Query; asked: string[] } => {
		const asked: string[] = [];
		return {
			asked,
			query: async (statements) => {
				asked.push(...statements);
				return statements.map((sql) => {
					if (sql.includes('sqlite_master')) return tables.map((name) => ({ name }));
					if (sql.includes('FROM search_misses') || sql === 'SELECT 0 AS count') return [{ count: 0 }];
					return sql.includes('FROM search_miss_texts') ? [{ locale: 'en', query: 'x', count: 1 }] : [];
				});
			},
		};
	};
	const options = { days: 90, now: Date.parse('2026-11-23T00:00:00Z'), withComments: false };

	test('has no failed searches until their table is there', async () => {
		expect((await readReportData(answers(['votes', 'requests']).query, options)).misses).toBeUndefined();
		expect((await readReportData(answers(['votes', 'search_misses']).query, options)).misses).toHaveLength(1);
	});

	test('knows the words of failed searches that may be known, and of the others how many there were', async () => {
		const database = new DatabaseSync(':memory:');
		for (const file of readdirSync('worker/migrations').toSorted())
			database.exec(readFileSync(`worker/migrations/${file}`, 'utf8'));
		const day = options.now - 89 * 86_400_000;
		database.exec(`
			INSERT INTO search_misses (text, day, locale, count, least_results, networks) VALUES
				('known', ${day}, 'en', 4, 0, 3), ('known', ${options.now}, 'en', 2, 0, 1), ('known', ${day - 86_400_000 * 2}, 'en', 50, 0, 9),
				('hidden', ${day}, 'en', 7, 0, 2);
			INSERT INTO search_miss_texts (text, locale, query, last_day) VALUES ('known', 'en', 'staking', ${options.now});`);
		const data = await readReportData(async (statements) => statements.map((sql) => database.prepare(sql).all()), options);
		expect(data.misses).toEqual([{ locale: 'en', query: 'staking', count: 6 }]);
		expect(data.hiddenMisses).toBe(7);
	});

	test('never asks for comments unless told to', async () => {
		const { query, asked } = answers(['votes']);
		await readReportData(query, options);
		expect(asked.join()).not.toContain('comment');
		await readReportData(query, { ...options, withComments: true });
		expect(asked.join()).toContain('comment');
	});

	test('begins as many days before now as asked', async () => {
		const { query, asked } = answers(['votes']);
		await readReportData(query, { ...options, days: 1 });
		expect(asked.join()).toContain(String(Date.parse('2026-11-22T00:00:00Z')));
	});

	test('asks for a database that was started once', async () => {
		await expect(readReportData(answers([]).query, options)).rejects.toThrow('npm start');
	});
});

describe('the text of the report', () => {
	test('explains its score and says what is not collected', () => {
		const text = formatReport({
			...rank({ votes: [vote('en/faq/a', 'no', 1)] }),
			isCollectingMisses: false,
			hiddenMisses: 0,
			days: 90,
		});
		expect(text).toContain('| 1   | 0.2   | Lost password | en/faq/a | 1 of 1 ');
		expect(text).toContain('score = failed searches + "no" votes x lower bound');
		expect(text).toContain('not collected yet');
	});

	test('says how many failed searches it may not show', () => {
		const text = formatReport({ ...rank({}), isCollectingMisses: true, hiddenMisses: 12, days: 90 });
		expect(text).toContain('too few networks have used to be known: 12.');
	});

	test('lines up columns with Chinese, and breaks at no bar', () => {
		expect(
			formatTable(
				['a', 'b'],
				[
					['忘记', 'x|y'],
					['abcd', 'z'],
				],
			),
		).toBe(['| a    | b    |', '| ---- | ---- |', String.raw`| 忘记 | x\|y |`, '| abcd | z    |'].join('\n'));
	});

	test('lets no comment steer the terminal', () => {
		const text = formatComments([{ article: 'en/faq/a', comment: 'bad\u001b[2J\nnews\u202e', at: 0 }]);
		expect(text).toContain('1970-01-01  en/faq/a\n  bad [2J news');
		for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
	});
});
