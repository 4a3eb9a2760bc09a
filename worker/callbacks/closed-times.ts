import { dayMs } from '../time.ts';
import type { AppContext } from '../context.ts';
import { listClosed } from '../db/closed-days.ts';
import { logError } from '../log.ts';
import type { PageView } from '../pages/live-page.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';

/** As far ahead as a line ever says when it opens. */
const aheadMs = 14 * dayMs;

/** When nobody calls because staff have closed a day, for a page that says whether calls are made now. Unknown is open. */
export async function closedTimes(c: AppContext): Promise<Pick<PageView, 'closed'>> {
	const time = now(c.var.settings);
	try {
		return { closed: await listClosed(c.env.DB, time, time + aheadMs) };
	} catch (cause) {
		logError(c, new ApiError('UNAVAILABLE'), cause);
		return {};
	}
}
