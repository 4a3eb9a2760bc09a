import { personRates, rates, unprovenRates } from '#shared/limits';

import type { AppContext } from '../context.ts';
import type { Refusal } from '../db/constraint.ts';
import { countWrite } from '../db/rate-counts.ts';
import { hashOfDay, networkId } from './network.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { startOfDay } from '../time.ts';

const periodMs = { hour: 3_600_000, day: 86_400_000 } as const;
/** Period of the BURST binding, in seconds. */
const burstSeconds = 60;

/** Refuses a burst of writes before any work is done for it. */
export async function limitBurst(c: AppContext, route: LimitedRoute | 'desk' | 'challenge' | 'verify'): Promise<void> {
	if (c.var.settings.RATE_LIMIT === 'off') return;
	const { success } = await c.env.BURST.limit({ key: `${route}:${await networkId(c)}` });
	if (!success) throw new ApiError('RATE_LIMITED', { retryAfter: burstSeconds });
}

/** Last statements of a batch: count the write for its network, by hour and by day. */
export async function countStatements(
	c: AppContext,
	route: LimitedRoute,
	level: RateLevel = 'full',
): Promise<D1PreparedStatement[]> {
	const { settings } = c.var;
	if (settings.RATE_LIMIT === 'off') return [];
	const network = await networkId(c);
	return (['hour', 'day'] as const).map((period) => {
		const windowStart = now(settings) - (now(settings) % periodMs[period]);
		const isUnproven = period === 'hour' && level === 'unproven' && route in unprovenRates;
		const max = isUnproven ? unprovenRates[route as keyof typeof unprovenRates] : rates[route][period];
		return countWrite(c.env.DB, { route, network, period, windowStart, max });
	});
}

/** As `countStatements`, for whoever a write names, wherever it comes from. */
export async function countPerson(c: AppContext, kind: keyof typeof personRates, text: string): Promise<D1PreparedStatement[]> {
	const { settings } = c.var;
	if (settings.RATE_LIMIT === 'off') return [];
	const network = await hashOfDay(settings, `${kind}:${text.toLowerCase()}`);
	const windowStart = startOfDay(now(settings));
	return [countWrite(c.env.DB, { route: kind, network, period: 'day', windowStart, max: personRates[kind] })];
}

/** The answer to a batch that a rate aborted: come back when the window ends. */
export function rateLimited(c: AppContext, refusal: Extract<Refusal, 'HOUR_RATE' | 'DAY_RATE'>): ApiError {
	const period = periodMs[refusal === 'DAY_RATE' ? 'day' : 'hour'];
	return new ApiError('RATE_LIMITED', { retryAfter: Math.ceil((period - (now(c.var.settings) % period)) / 1000) });
}

export type LimitedRoute = keyof typeof rates;

/** How many writes an hour: up to the limit, or up to where a challenge is asked. */
export type RateLevel = 'full' | 'unproven';
