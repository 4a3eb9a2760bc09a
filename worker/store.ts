import type { AppContext } from './context.ts';
import { refusalOf, type Refusal } from './db/constraint.ts';
import type { ReplayGuard } from './idempotency.ts';
import { countStatements, rateLimited, type LimitedRoute } from './rate-limit.ts';

/**
 * Stores a write as one batch, all or nothing: its replay guard first, then its rows, last its count. Answers the
 * reference under which it is stored, which is the earlier one when the same write came before.
 */
export async function storeOnce(c: AppContext, write: Write): Promise<string> {
	const { route, reference, guard, statements } = write;
	try {
		await c.env.DB.batch([...guard.statements(reference), ...statements, ...(await countStatements(c, route))]);
		return reference;
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === 'REPLAY') {
			const earlier = await guard.findReplay();
			if (earlier) return earlier;
		}
		if (refusal === 'HOUR_RATE' || refusal === 'DAY_RATE') throw rateLimited(c, refusal);
		throw (refusal && (await write.refused?.(refusal))) ?? error;
	}
}

interface Write {
	route: LimitedRoute;
	reference: string;
	guard: ReplayGuard;
	statements: D1PreparedStatement[];
	/** The answer to a refusal that only this write can have. */
	refused?: (refusal: Refusal) => Promise<Error | undefined>;
}
