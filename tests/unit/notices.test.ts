import { describe, expect, test } from 'vitest';

import { NoticeSchema, noticesFor, type Notice } from '../../src/lib/notices.ts';

const now = Date.parse('2026-11-23T00:00:00Z');
const notice = (changes: Partial<Notice>): { data: Notice } => ({
	data: {
		title: 'Something is going on',
		start: '2026-11-22T00:00:00Z',
		end: '2026-11-24T00:00:00Z',
		severity: 'info',
		languages: ['en'],
		dismissible: true,
		...changes,
	},
});
const titles = (notices: { data: Notice }[], locale: 'zh-cn' | 'en' = 'en') =>
	noticesFor(notices, locale, now).map(({ data }) => data.title);

describe('notices', () => {
	test('are those of the language that are not over; the page itself waits for their start', () => {
		const over = notice({ title: 'over', end: '2026-11-23T00:00:00Z' });
		const later = notice({ title: 'later', start: '2026-11-23T12:00:00Z' });
		const chinese = notice({ title: '中文', languages: ['zh-cn'] });
		expect(titles([over, later, chinese])).toEqual(['later']);
		expect(titles([over, later, chinese], 'zh-cn')).toEqual(['中文']);
	});

	test('come gravest first, then newest first', () => {
		const old = notice({ title: 'old', start: '2026-11-20T00:00:00Z' });
		expect(titles([old, notice({ title: 'new' }), notice({ title: 'phishing', severity: 'danger' })])).toEqual([
			'phishing',
			'new',
			'old',
		]);
	});

	test.each([
		[{ end: '2026-11-21T00:00:00Z' }, 'must be later than start'],
		[{ start: 'tomorrow' }, 'write an instant with its zone, such as 2026-12-01T09:00:00+08:00'],
		[{ severity: 'loud' }, 'choose from: danger, warning, info'],
		[{ languages: [] }, 'name at least one language'],
	])('are refused with %o', (changes, message) => {
		const result = NoticeSchema.safeParse({ ...notice({}).data, ...changes });
		expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
	});

	test('may be written with a date that YAML itself understands', () => {
		const result = NoticeSchema.safeParse({ ...notice({}).data, start: new Date('2026-11-22T01:00:00Z') });
		expect(result.data?.start).toBe('2026-11-22T01:00:00.000Z');
	});
});
