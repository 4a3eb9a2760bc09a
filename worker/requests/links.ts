import type { LinksAsked } from '#shared/links';

import type { AppContext } from '../context.ts';
import { randomId } from '../crypto.ts';
import { refusalOf } from '../db/constraint.ts';
import { enqueueLinks } from '../db/outbox.ts';
import { nudge } from './messages.ts';
import { countPerson, countStatements, rateLimited } from '../abuse/rate-limit.ts';
import { now } from '../settings.ts';

/**
 * Owes an address the links of its open requests. The same rows are written for an address that nobody knows; whether there is
 * anything to send is seen only when the mail is due.
 */
export async function askForLinks(c: AppContext, { email, locale }: LinksAsked): Promise<void> {
	const counts = [...(await countStatements(c, 'links')), ...(await countPerson(c, 'linksEmail', email))];
	const at = now(c.var.settings);
	try {
		await c.env.DB.batch([enqueueLinks(c.env.DB, { dedupeKey: `links.${randomId()}`, email, locale, at }), ...counts]);
	} catch (error) {
		const refusal = refusalOf(error);
		throw refusal === 'HOUR_RATE' || refusal === 'DAY_RATE' ? rateLimited(c, refusal) : error;
	}
	nudge(c);
}
