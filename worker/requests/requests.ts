import type { Contact, Created } from '#shared/contact';
import { findHash } from '#shared/formats';

import { readArticles } from '../pages/assets.ts';
import { blockOf } from './blocked.ts';
import type { AppContext } from '../context.ts';
import { insertRequest } from '../db/requests.ts';
import { replayGuard } from '../idempotency.ts';
import { nudge, oweForNewRequest } from './messages.ts';
import { newReference, privateUrl } from '../pages/private-link.ts';
import { countPerson } from '../abuse/rate-limit.ts';
import { routeRequest } from './routing.ts';
import { now } from '../settings.ts';
import { storeOnce } from '../store.ts';

/** Stores what a person wrote to support; the same write again gets the same answer. */
export async function createRequest(c: AppContext, contact: Contact): Promise<Created> {
	const createdAt = now(c.var.settings);
	const request = {
		reference: newReference('R'),
		contact: {
			...contact,
			articles: await knownArticles(c, contact.articles),
			txHash: findHash(contact.txHash ?? '') ?? undefined,
		},
		createdAt,
		routed: routeRequest(contact, createdAt),
	} as const;
	// What is blocked looks to its sender like anything else.
	const isBlocked = (await blockOf(c, contact.email)) !== null;
	const perPerson = await countPerson(c, 'contactEmail', contact.email);
	const reference = await storeOnce(c, {
		route: 'contact',
		reference: request.reference,
		guard: await replayGuard(c, 'contact', contact),
		signals: contact,
		statements: (isSuspect) => {
			const isHeld = isSuspect || isBlocked;
			return [
				...insertRequest(c.env.DB, { ...request, state: isHeld ? 'held' : 'received' }),
				...oweForNewRequest(c, { reference: request.reference, locale: contact.locale, isHeld }),
				...perPerson,
			];
		},
	});
	nudge(c);
	return { reference, url: await privateUrl(c.var.settings.LINK_KEY, contact.locale, reference) };
}

/** The articles of a trail that exist. The trail helps the desk; it must never be the reason why a request is lost. */
async function knownArticles(c: AppContext, ids: string[] = []): Promise<string[]> {
	if (ids.length === 0) return [];
	try {
		const known = new Set((await readArticles(c)).map(({ id }) => id));
		return ids.filter((id) => known.has(id));
	} catch {
		return [];
	}
}
