import type { SwitchedForm } from '#shared/switches';

import type { AppContext } from './context.ts';
import { isSwitchedOff } from './db/switches.ts';
import type { PageView } from './live-page.ts';
import { logError } from './log.ts';
import { ApiError } from './problem.ts';

/** Nobody knows when staff will switch a form on again. */
const retrySeconds = 900;

/** The answer of a form that staff have switched off. */
export function switchedOff(): ApiError {
	return new ApiError('UNAVAILABLE', { retryAfter: retrySeconds, pageCode: 'SWITCHED_OFF', switchedOff: true });
}

/** What a form's page shows: the form, or that it is off and where else to turn. Unknown is on: the write itself will tell. */
export async function switchFacts(c: AppContext, form: SwitchedForm): Promise<Pick<PageView, 'facts'>> {
	try {
		return { facts: [`form:${(await isSwitchedOff(c.env.DB, form)) ? 'off' : 'on'}`] };
	} catch (cause) {
		logError(c, new ApiError('UNAVAILABLE'), cause);
		return {};
	}
}
