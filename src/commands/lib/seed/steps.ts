import type { Life } from './life.ts';
import type { Random } from './random.ts';

const handovers = {
	en: { team: 'engineering', reason: 'An engineer has to look at this transaction.' },
	'zh-cn': { team: 'engineering', reason: '这笔交易需要工程师看一下。' },
};

/** Somebody takes it. */
export function take(life: Life, at: number, agent: string): void {
	Object.assign(life, { state: 'assigned', assignee: agent });
	life.events.push({ at, event: 'assigned', team: life.team });
}

/** It goes to the engineers, unless they have it. */
export function handOver(life: Life, at: number, locale: Life['locale'], agent: string): void {
	const { team, reason } = handovers[locale];
	if (life.team === team) return;
	Object.assign(life, { team, assignee: agent });
	life.events.push({ at, event: 'assigned', team, reason });
}

/** The staff answer, or ask. */
export function reply(life: Life, at: number, { agent, body, state }: { agent: string; body: string; state: string }): void {
	Object.assign(life, { state, assignee: agent, firstReplyAt: life.firstReplyAt ?? at });
	life.events.push({ at, event: state });
	life.messages.push({ at, author: 'staff', agent, body });
}

/** The person answers. */
export function write(life: Life, at: number, body: string): void {
	life.state = 'assigned';
	life.events.push({ at, event: 'written' });
	life.messages.push({ at, author: 'person', agent: null, body });
}

/** The staff note something for themselves. */
export function note(life: Life, at: number, agent: string): void {
	const body = life.locale === 'en' ? 'Checked on the explorer, see the hash.' : '已在浏览器核对，见交易哈希。';
	life.messages.push({ at, author: 'note', agent, body });
}

/** It is solved, or closed. */
export function end(life: Life, at: number, state: 'solved' | 'closed'): void {
	Object.assign(life, { state, endedAt: life.endedAt ?? at });
	life.events.push({ at, event: state });
}

/** Mostly content, as people who answer are; now and then not. */
export function rate(random: Random, life: Life): void {
	const isContent = random.chance(0.85);
	const points = () => (random.chance(0.08) ? null : isContent ? random.between(4, 5) : random.between(1, 3));
	life.rating = { speed: points(), expertise: points(), solution: points(), tone: points() };
}
