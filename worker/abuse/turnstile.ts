import * as z from 'zod';

import type { AppContext } from '../context.ts';
import { logError } from '../log.ts';
import { ApiError } from '../problem.ts';
import { SettingsError } from '../settings.ts';

const verifyUrl = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
const patienceMs = 10_000;

const AnswerSchema = z.object({ success: z.boolean(), action: z.string().optional() });

/** Whether Cloudflare vouches for a token of this route. Fails closed and never throws: no answer within 10 s is a no. */
export async function verifyTurnstile(c: AppContext, route: string, token: string): Promise<boolean> {
	const { TURNSTILE_SECRET } = c.var.settings;
	try {
		if (!TURNSTILE_SECRET) throw new SettingsError('TURNSTILE_SECRET is missing');
		const response = await c.var.turnstile.fetch(verifyUrl, {
			method: 'POST',
			// Without `remoteip`, which is optional: addresses are nobody else's business.
			body: new URLSearchParams({ secret: TURNSTILE_SECRET, response: token }),
			signal: AbortSignal.timeout(patienceMs),
		});
		const { success, action } = AnswerSchema.parse(await response.json());
		return success && action === route;
	} catch (cause) {
		logError(c, new ApiError('CHALLENGE_REQUIRED'), cause);
		return false;
	}
}

/** Where an operator has chosen Turnstile. */
export interface Turnstile {
	/** Public key; ALTCHA when absent. */
	siteKey: string | undefined;
	fetch: (url: string, init: RequestInit) => Promise<Response>;
}
