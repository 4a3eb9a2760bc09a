import type { ChallengedRoute } from '#shared/challenge';

import type { AppContext } from './context.ts';
import { refusalOf, type Refusal } from './db/constraint.ts';
import type { ReplayGuard } from './idempotency.ts';
import { ApiError } from './problem.ts';
import { writeTrusted, type Signals } from './abuse/risk.ts';

/**
 * Stores a write as one batch, all or nothing: its replay guard first, then its rows, last its counts. Answers the
 * reference under which it is stored, which is the earlier one when the same write came before.
 */
export async function storeOnce(c: AppContext, write: Write): Promise<string> {
	try {
		return await writeTrusted(c, write, ({ isHeld, statements }) => store(c, write, isHeld, statements));
	} catch (error) {
		// A write that was stored and sent again proves nothing, and need not.
		const isAsked = error instanceof ApiError && error.code === 'CHALLENGE_REQUIRED';
		const earlier = isAsked ? await write.guard.findReplay() : null;
		if (earlier) return earlier;
		throw error;
	}
}

async function store(c: AppContext, write: Write, isHeld: boolean, last: D1PreparedStatement[]): Promise<string> {
	const { reference, guard } = write;
	try {
		await c.env.DB.batch([...guard.statements(reference), ...write.statements(isHeld), ...last]);
		return reference;
	} catch (error) {
		const refusal = refusalOf(error);
		const earlier = refusal === 'REPLAY' ? await guard.findReplay() : null;
		if (earlier) return earlier;
		throw (refusal && (await write.refused?.(refusal))) ?? error;
	}
}

interface Write {
	route: ChallengedRoute;
	reference: string;
	guard: ReplayGuard;
	signals: Signals | null;
	/** Its rows; held ones wait for the desk to judge. */
	statements: (isHeld: boolean) => D1PreparedStatement[];
	/** The answer to a refusal that only this write can have. */
	refused?: (refusal: Refusal) => Promise<Error | undefined>;
}
