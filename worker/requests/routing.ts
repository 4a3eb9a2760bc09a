import type { Rule } from '#config/routing-schema';
import { support } from '#config/support';
import { opening, type Opening } from '#shared/opening';
import { route, type Routable } from '#shared/routing';
import { slotRules } from '#shared/slots';
import { minuteMs } from '../time.ts';

/** Ranks as they are stored: what is urgent sorts last, and queues begin at the end. */
export const ranks = { low: 0, normal: 1, high: 2 } as const;

/** What the rules of the configuration make of a request that was sent at an instant (epoch milliseconds). */
export function routeRequest(request: Routable, at: number): Routed {
	const rule = route(support.routing, request);
	const { hours } = slotRules(support, request.locale);
	// The configuration is refused without a last rule that matches everything.
	if (!rule) throw new Error('no routing rule matches');
	return {
		rule: rule.id,
		team: rule.team,
		priority: ranks[rule.priority],
		dueAt: afterOpenMinutes((time) => opening(hours, time), at, rule.firstReplyMinutes),
	};
}

/** The rule of this name, if the configuration still has it. */
export function findRule(id: string | null): Rule | undefined {
	return support.routing.find((rule) => rule.id === id);
}

/** The instant at which so many open minutes have passed. A desk that never opens again promises by the clock. */
export function afterOpenMinutes(openingAt: (at: number) => Opening, from: number, minutes: number): number {
	let [at, left] = [from, minutes * minuteMs];
	for (;;) {
		const { isOpen, change } = openingAt(at);
		if (change === null || change <= at || (isOpen && change - at >= left)) return at + left;
		if (isOpen) left -= change - at;
		at = change;
	}
}

export interface Routed {
	rule: string;
	team: string;
	/** 2 high, 1 normal, 0 low. */
	priority: 0 | 1 | 2;
	/** Until when its first reply is promised, in epoch milliseconds. */
	dueAt: number;
}
