import type { Locale } from '#config/locales';

import type { AppContext } from '../context.ts';
import { enqueue, type CallMailKind, type MailKind } from '../db/outbox.ts';
import { logError } from '../log.ts';
import { webhookNames } from '../notify/webhooks.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';

/** Statements that owe a person an acknowledgement and staff a notice; they belong into the batch that stores the request. */
export function oweForNewRequest(c: AppContext, { reference, locale, isHeld }: NewRequest): D1PreparedStatement[] {
	const { settings } = c.var;
	const at = now(settings);
	// What may be spam is not announced: a flood of it would bury the rest.
	const staff = (isHeld ? [] : webhookNames(settings)).map((channel) =>
		enqueue(c.env.DB, { dedupeKey: `${channel}.${reference}`, channel, kind: 'staff', reference, locale, at }),
	);
	return [...oweMail(c, { kind: 'acknowledgement', reference, locale }), ...staff];
}

/** Statements that owe the writer of a request a mail: `nth` tells mails of one kind about one request apart. */
export function oweMail(c: AppContext, { kind, reference, locale, nth }: OwedMail): D1PreparedStatement[] {
	const dedupeKey = [kind, reference, ...(nth === undefined ? [] : [nth])].join('.');
	return [enqueue(c.env.DB, { dedupeKey, channel: 'mail', kind, reference, locale, at: now(c.var.settings) })];
}

/** As `oweMail`, about a call whose person gave an address; `version` is the one that its change was decided on. */
export function oweCallMail(c: AppContext, kind: CallMailKind, call: MailedCall): D1PreparedStatement[] {
	return call.email ? oweMail(c, { kind, reference: call.reference, locale: call.locale, nth: call.version }) : [];
}

/** Says that something is due. Losing it costs a minute: the sweep finds what is due by itself. */
export function nudge(c: AppContext): void {
	const sent = c.env.OUTBOX.send({}).catch((cause: unknown) => logError(c, new ApiError('UNAVAILABLE'), cause));
	c.executionCtx.waitUntil(sent);
}

interface AboutRequest {
	reference: string;
	locale: Locale;
}

interface NewRequest extends AboutRequest {
	isHeld: boolean;
}

interface MailedCall extends AboutRequest {
	email: string | null | undefined;
	version: number;
}

interface OwedMail extends AboutRequest {
	kind: Exclude<MailKind, 'links'>;
	nth?: string | number;
}
