import { switchedForms, type SwitchedForm } from '#shared/switches';

import type { AppContext } from './context.ts';
import { findSwitchedOff } from './db/switches.ts';
import type { PageView } from './pages/live-page.ts';
import { logError } from './log.ts';
import { ApiError } from './problem.ts';

/** Nobody knows when staff will switch a form on again. */
const retrySeconds = 900;

/** The answer of a form that staff have switched off. */
export function switchedOff(): ApiError {
	return new ApiError('UNAVAILABLE', { retryAfter: retrySeconds, pageCode: 'SWITCHED_OFF', switchedOff: true });
}

/**
 * What a page shows of forms: its own one, or that it is off and where else to turn; and at every channel whether its form is
 * on. Unknown is on: the write itself will tell.
 */
export async function switchFacts(c: AppContext, form?: SwitchedForm): Promise<Pick<PageView, 'facts'>> {
	try {
		const off = await findSwitchedOff(c.env.DB);
		const state = (known: SwitchedForm) => (off.has(known) ? 'off' : 'on');
		const each = switchedForms.map((known) => `switch-${known}:${state(known)}`);
		return { facts: form ? [`form:${state(form)}`, ...each] : each };
	} catch (cause) {
		logError(c, new ApiError('UNAVAILABLE'), cause);
		return {};
	}
}
