import { seededPrefix, seededReference } from '#shared/seeded';

import { insert } from '../sql.ts';
import { seededStaff } from './life.ts';
import type { Random } from './random.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const topics = ['safety', 'transactions', 'deposits', 'how-to', 'frozen', 'other'];
const reasons = ['outdated', 'unclear', 'wrong', 'missing', 'other'];
const comments = [
	'Which menu is it in the new version? (demonstration)',
	'截图和新版界面对不上（演示）',
	'Clear, thank you. (demonstration)',
	'讲得很清楚（演示）',
];
const searches = [
	['en', 'staking rewards missing (demonstration)'],
	['en', 'change currency to euro (demonstration)'],
	['en', 'widget home screen (demonstration)'],
	['zh-cn', '质押收益没到（演示）'],
	['zh-cn', '怎么改成人民币显示（演示）'],
	['zh-cn', '桌面小组件（演示）'],
	['zh-cn', '手续费代付（演示）'],
] as const;

/** Statements for what is not a request: calls, votes, failed searches, and the staff. `now` is in epoch milliseconds. */
export function otherStatements(random: Random, { now, days, articles }: Span): string[] {
	const today = now - (now % dayMs);
	const calls = Array.from({ length: 60 }, (_, index) =>
		callRow(random, { index, day: today + random.between(-days, 4) * dayMs, now }),
	);
	return [
		...insert(
			'staff',
			seededStaff.map((email, index) => ({
				email,
				role: index === 2 ? 'lead' : 'agent',
				first_seen: now - days * dayMs,
				last_seen: now,
			})),
		),
		...insert('callbacks', calls),
		...insert(
			'callback_events',
			calls.map(({ reference, created_at: at }) => ({ reference, at, event: 'booked' })),
		),
		// Only calls that are still to come take a place, and only a free one: real bookings come first.
		...calls.filter(({ state, slot_start: start }) => state === 'booked' && start > now).map(seatStatement),
		...insert(
			'votes',
			articles.slice(0, 40).flatMap((article) => voteRows(random, { article, now, days })),
		),
		...insert(
			'search_misses',
			searches.flatMap(([locale], index) => missRows(random, { index, locale, today })),
		),
		...insert(
			'search_miss_texts',
			searches.map(([locale, query], index) => ({ text: seededPrefix + index, locale, query, last_day: today })),
		),
	];
}

function callRow(random: Random, { index, day, now }: { index: number; day: number; now: number }) {
	// Between 09:00 and 18:00 in Shanghai, and more of them in the morning.
	const start = day + (1 + Math.min(random.between(0, 17), random.between(0, 17)) / 2) * hourMs;
	return {
		reference: seededReference('C', index),
		state: random.chance(0.1) ? 'cancelled' : 'booked',
		locale: random.chance(0.7) ? 'zh-cn' : 'en',
		topic: random.pick(topics),
		name: random.pick(['Ada', 'Bo', '小林', '阿文']),
		// Reserved for fiction.
		phone: `+1202555${String(100 + (index % 100)).padStart(4, '0')}`,
		note: random.chance(0.3) ? random.pick(['Please speak slowly.', '最好下午打']) : null,
		slot_start: start,
		slot_end: start + hourMs / 2,
		timezone: 'Asia/Shanghai',
		phone_nth: 1,
		created_at: Math.min(start - random.between(2, 48) * hourMs, now),
	};
}

function seatStatement({ reference, slot_start: slot }: ReturnType<typeof callRow>): string {
	return `INSERT OR IGNORE INTO callback_seats (slot, seat, reference) VALUES (${slot}, 1, '${reference}')`;
}

function voteRows(random: Random, { article, now, days }: { article: string; now: number; days: number }) {
	const content = 0.5 + random.between(0, 45) / 100;
	return Array.from({ length: random.between(3, 30) }, (_, index) => {
		const isYes = random.chance(content);
		const at = now - random.between(0, days * 24) * hourMs;
		const comment = random.chance(0.08) ? random.pick(comments) : null;
		const visitor = `${seededPrefix}${index}`;
		const reason = isYes || random.chance(0.3) ? null : random.pick(reasons);
		const value = isYes ? 'yes' : 'no';
		return { article, visitor, value, reason, comment, article_hash: 'demonstration', held: 0, created_at: at, updated_at: at };
	});
}

function missRows(random: Random, { index, locale, today }: { index: number; locale: string; today: number }) {
	return Array.from({ length: 20 }, (_, ago) => ({
		text: seededPrefix + index,
		day: today - ago * dayMs,
		locale,
		count: random.between(3, 12),
		least_results: random.between(0, 2),
		networks: random.between(3, 9),
	}));
}

interface Span {
	now: number;
	/** How many days back. */
	days: number;
	/** Ids of published articles. */
	articles: readonly string[];
}
