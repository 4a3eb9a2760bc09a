import type { ChallengedRoute } from '#shared/challenge';

import { isFormPost } from '../input/body.ts';
import { readSolved } from './challenge.ts';
import type { AppContext } from '../context.ts';
import { insertUsedChallenge } from '../db/challenges.ts';
import { refusalOf } from '../db/constraint.ts';
import { hasCounted } from '../db/rate-counts.ts';
import { isSuspicious } from '../input/input.ts';
import { networkId } from './network.ts';
import { ApiError } from '../problem.ts';
import { countStatements, rateLimited, type RateLevel } from './rate-limit.ts';
import { switchedOff } from '../switches.ts';

/**
 * Runs a write as far as its sender is trusted. Where the risk is high a script is asked for a challenge and a plain form is
 * held for the desk: a signal never discards. Nobody is asked before a network's first write of the day.
 */
export async function writeTrusted<T>(c: AppContext, { route, signals }: Risk, write: (trust: Trust) => Promise<T>): Promise<T> {
	const trust = await assess(c, route, signals);
	try {
		return await write(trust);
	} catch (error) {
		if (trust.level === 'full' || refusalOf(error) !== 'HOUR_RATE') throw refused(c, error);
	}
	if (!isFormPost(c)) throw new ApiError('CHALLENGE_REQUIRED');
	try {
		return await write(await trustOf(c, route, { isHeld: true, level: 'full' }));
	} catch (error) {
		throw refused(c, error);
	}
}

async function assess(c: AppContext, route: ChallengedRoute, signals: Signals | null): Promise<Trust> {
	if (!signals) return trustOf(c, route, { isHeld: false, level: 'full' });
	const solved = await readSolved(c, route, signals.challenge);
	if (solved) {
		const used = solved.used ? [insertUsedChallenge(c.env.DB, solved.used)] : [];
		const trust = await trustOf(c, route, { isHeld: false, level: 'full' });
		return { ...trust, statements: [...used, ...trust.statements] };
	}
	const isHeld = isSuspicious(signals);
	if (isHeld && !isFormPost(c) && (await hasCounted(c.env.DB, route, await networkId(c))))
		throw new ApiError('CHALLENGE_REQUIRED');
	return trustOf(c, route, { isHeld, level: 'unproven' });
}

async function trustOf(c: AppContext, route: ChallengedRoute, trust: Omit<Trust, 'statements'>): Promise<Trust> {
	return { ...trust, statements: await countStatements(c, route, trust.level) };
}

/** The answer behind a refusal that has nothing to do with what was written. */
function refused(c: AppContext, error: unknown): unknown {
	const refusal = refusalOf(error);
	if (refusal === 'USED_CHALLENGE') return new ApiError('CHALLENGE_REQUIRED');
	if (refusal === 'SWITCHED_OFF') return switchedOff();
	return refusal === 'HOUR_RATE' || refusal === 'DAY_RATE' ? rateLimited(c, refusal) : error;
}

/** How a write is to be stored. */
export interface Trust {
	/** For the desk to judge. */
	isHeld: boolean;
	level: RateLevel;
	/** Last statements of the batch. */
	statements: D1PreparedStatement[];
}

export interface Signals {
	website?: string | undefined;
	elapsedMs?: number | undefined;
	challenge?: string | undefined;
}

interface Risk {
	route: ChallengedRoute;
	/** Null where a write is as good as its right to it. */
	signals: Signals | null;
}
