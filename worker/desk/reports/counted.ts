import type { AppContext } from '../../context.ts';
import { findKeptReport, keepReport } from '../../db/kept-reports.ts';
import { logError } from '../../log.ts';
import { ApiError } from '../../problem.ts';
import { now } from '../../settings.ts';
import type { Period } from './period.ts';
import { minuteMs } from '../../time.ts';

/** How long counts are shown as they are, in milliseconds. */
export const keptMs = 10 * minuteMs;

/**
 * What a report counts, kept for ten minutes: counting reads every row of the period, so that with a hundred times as many
 * requests a page would take as much longer. What is older is shown once more while it is counted anew; the page says of when it is.
 */
export async function counted<Data>(
	c: AppContext,
	name: string,
	{ count, dates }: Period,
	countAnew: () => Promise<Data>,
): Promise<Counted<Data>> {
	const id = [name, count, dates.at(-1)].join('.');
	const at = now(c.var.settings);
	const kept = await findKeptReport(c.env.DB, id);
	const makeAnew = async () => {
		const data = await countAnew();
		await keepReport(c.env.DB, id, at, data);
		return data;
	};
	if (!kept) return { data: await makeAnew(), asOf: at };
	if (kept.madeAt <= at - keptMs)
		c.executionCtx.waitUntil(makeAnew().catch((cause: unknown) => logError(c, new ApiError('UNAVAILABLE'), cause)));
	// Written by `keepReport` under the same name.
	return { data: kept.data as Data, asOf: kept.madeAt };
}

export interface Counted<Data> {
	data: Data;
	/** Of when it is, in epoch milliseconds. */
	asOf: number;
}
