import { support } from '#config/support';
import { route } from '#shared/routing';
import { seededReference } from '#shared/seeded';

import { english } from './stories-en.ts';
import { chinese } from './stories-zh.ts';
import type { Random } from './random.ts';
import { end, handOver, note, rate, reply, take, write } from './steps.ts';
import type { Story } from './story.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The demonstration's staff: nobody's addresses (RFC 2606). */
export const seededStaff = ['lin', 'sam', 'wei'].map((name) => `demonstration.${name}@example.com`);

/** As often as people write about them. */
const topics = 'safety safety transactions transactions deposits deposits deposits how-to frozen fake other'.split(' ');
const ranks = { low: 0, normal: 1, high: 2 } as const;
/**
 * What has happened to one request between its arrival and `now`, as a person and the staff would have done it. Instants are epoch
 * milliseconds.
 */
export function liveRequest(random: Random, { index, createdAt, now }: Arrival): Life {
	const locale = random.chance(0.6) ? 'zh-cn' : 'en';
	const stories = locale === 'en' ? english : chinese;
	const topic = random.pick(topics);
	const story = random.pick(stories[topic] ?? []);
	const isUrgent = topic === 'safety' && random.chance(0.5);
	const rule = route(support.routing, { topic, locale, urgent: isUrgent, message: story.message });
	const life: Life = {
		reference: seededReference('R', index),
		locale,
		topic,
		story,
		isUrgent,
		rule: rule?.id ?? null,
		priority: ranks[rule?.priority ?? 'normal'],
		createdAt,
		updatedAt: createdAt,
		// By the clock, whether or not the desk is open: near enough.
		dueAt: createdAt + (rule?.firstReplyMinutes ?? 60) * minuteMs,
		state: 'received',
		team: rule?.team ?? 'support',
		assignee: null,
		firstReplyAt: null,
		endedAt: null,
		version: 1,
		isVerified: random.chance(0.4),
		events: [{ at: createdAt, event: 'received' }],
		messages: [],
		rating: null,
	};
	// What looks like spam waits for somebody to judge it.
	if (random.chance(0.04) && createdAt > now - 10 * dayMs) return { ...life, state: 'held' };
	for (const { at, happen } of plan(random, life)) {
		if (at > now) break;
		happen(life, at);
		life.updatedAt = at;
		life.version++;
	}
	return life;
}

/** Everything that will happen, in order. */
function plan(random: Random, { createdAt, story, locale }: Life): Step[] {
	const steps: Step[] = [];
	const agent = random.pick(seededStaff);
	let at = createdAt;
	const later = (median: number, spread: number, happen: Step['happen']) => {
		at += Math.round(random.waiting(median, spread));
		steps.push({ at, happen });
	};
	later(15 * minuteMs, 6, (life, when) => take(life, when, agent));
	if (random.chance(0.15)) later(4 * minuteMs, 3, (life, when) => handOver(life, when, locale, agent));
	if (story.ask !== undefined) {
		later(14 * minuteMs, 5, (life, when) => reply(life, when, { agent, body: story.ask ?? '', state: 'waiting' }));
		// Some never come back.
		if (random.chance(0.15)) return steps;
		later(3 * hourMs, 5, (life, when) => write(life, when, story.answer ?? ''));
	}
	if (random.chance(0.25)) later(20 * minuteMs, 3, (life, when) => note(life, when, agent));
	later(18 * minuteMs, 5, (life, when) => reply(life, when, { agent, body: story.reply, state: 'answered' }));
	if (random.chance(0.78)) {
		later(9 * hourMs, 4, (life, when) => end(life, when, 'solved'));
		if (random.chance(0.6)) later(10 * minuteMs, 4, (life) => rate(random, life));
		later(14 * dayMs, 1, (life, when) => end(life, when, 'closed'));
	} else later(5 * dayMs, 2, (life, when) => end(life, when, 'closed'));
	return steps;
}

interface Arrival {
	/** Which one of all; names it. */
	index: number;
	createdAt: number;
	now: number;
}

interface Step {
	at: number;
	happen: (life: Life, at: number) => void;
}

export interface Life {
	reference: string;
	locale: 'en' | 'zh-cn';
	topic: string;
	story: Story;
	isUrgent: boolean;
	/** Which routing rule took it. */
	rule: string | null;
	priority: number;
	createdAt: number;
	updatedAt: number;
	/** Of the first reply. */
	dueAt: number;
	state: string;
	team: string;
	assignee: string | null;
	firstReplyAt: number | null;
	endedAt: number | null;
	version: number;
	isVerified: boolean;
	events: { at: number; event: string; team?: string; reason?: string }[];
	messages: { at: number; author: 'person' | 'staff' | 'note'; agent: string | null; body: string }[];
	rating: Record<'speed' | 'expertise' | 'solution' | 'tone', number | null> | null;
}
