import { Hono } from 'hono';

import { localeIds, type Locale } from '#config/locales';
import { site } from '#config/site';
import { support } from '#config/support';
import { CallbackMoveSchema } from '#shared/callbacks';
import { isEntryStale } from '#shared/call-facts';
import { callbackEvent } from '#shared/callback-event';
import { calendarFile } from '#shared/ics';
import { LinksSchema } from '#shared/links';
import * as limits from '#shared/limits';
import { MessageSchema, RatingSchema, verdicts } from '#shared/requests';

import { fromForm, readForm, type FormFields } from '../input/body.ts';
import { denyCall, eraseCall, rateCall } from '../callbacks/call-life.ts';
import { dropCallback, notOpen, rebookCallback } from '../callbacks/callbacks.ts';
import type { AppContext, AppEnv } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import type { StoredRequest } from '../db/requests.ts';
import { fileAnswer } from '../files/file-answer.ts';
import { refusedFile } from '../files/file-errors.ts';
import { formFile, giveFile } from '../files/file-form.ts';
import { invalidField, parseInput } from '../input/input.ts';
import { askForLinks } from '../requests/links.ts';
import { livePage } from '../pages/live-page.ts';
import { privatePage } from '../pages/private-page.ts';
import {
	endSession,
	openPrivate,
	readSession,
	requireSession,
	writeSession,
	type Notice,
	type PrivateSession,
} from '../pages/private-session.ts';
import { isLinkSecret, parseReference } from '../pages/private-link.ts';
import { ApiError } from '../problem.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { addMessage, eraseRequest, rate, setVerdict } from '../requests/request-life.ts';
import { isEnded } from '../requests/request-rules.ts';
import { refuseSplitSecret } from '../requests/request-guard.ts';
import { now } from '../settings.ts';
import { rfc3339 } from '../time.ts';
import { transcriptAnswer } from '../requests/transcript.ts';
import { localeOf } from './pages.ts';

const path = `/:locale{${localeIds.join('|')}}/requests/`;

/** The private page without script: a cookie stands in for what script reads after `#`. */
export const privatePages = new Hono<AppEnv>();

privatePages.get(path, (c) => privatePage(c, localeOf(c)));

/** A file of the request that this browser has open. */
privatePages.get(`${path}files/:id`, async (c) => {
	const session = readSession(c);
	const found = session && (await openPrivate(c, session.reference, session.secret));
	if (found?.kind !== 'request') return backToPage(c);
	const file = found.request.files.find(({ id }) => id === c.req.param('id'));
	return file ? fileAnswer(c, file, 'attachment') : c.notFound();
});

privatePages.post(path, async (c) => {
	await limitBurst(c, 'callbacks');
	const form = await readForm(c, { takesFile: true });
	const action = form['action']?.[0];
	if (action === 'open') return open(c, form);
	if (action === 'links') return lostLinks(c, form);
	const session = await requireSession(c, form['csrf']?.[0]);
	if (action === 'close') {
		endSession(c);
		return backToPage(c);
	}
	const found = await openPrivate(c, session.reference, session.secret);
	if (!found) throw new ApiError('NOT_FOUND');
	return found.kind === 'request'
		? actOnRequest(c, action, form, session, found.request)
		: actOnCallback(c, action, form, session, found.callback);
});

/** Says the same whether or not the address is known. */
async function lostLinks(c: AppContext, form: FormFields): Promise<Response> {
	const locale = localeOf(c);
	await askForLinks(c, parseInput(LinksSchema, { ...fromForm(form), locale }));
	return livePage(c, locale, 'requests', { facts: ['view:open', 'done:links'] });
}

async function open(c: AppContext, form: FormFields): Promise<Response> {
	const [reference = '', secret = ''] = [form['reference']?.[0], form['secret']?.[0]?.trim()];
	const known = parseReference(reference);
	if (known && isLinkSecret(secret) && (await openPrivate(c, known, secret))) {
		writeSession(c, { reference: known, secret });
		return backToPage(c);
	}
	return livePage(c, localeOf(c), 'requests', {
		status: 404,
		facts: ['view:open', 'view:missing'],
		form: { name: 'open', fields: { reference: [reference] } },
	});
}

async function actOnRequest(
	c: AppContext,
	action: string | undefined,
	form: FormFields,
	session: PrivateSession,
	request: StoredRequest,
): Promise<Response> {
	if (action === 'transcript') return transcriptAnswer(c, request);
	if (action === 'delete') {
		await eraseRequest(c, request);
		return deletedPage(c);
	}
	const notice = await changeRequest(c, action, form, request);
	writeSession(c, { ...session, notice });
	return backToPage(c);
}

/** What the next view says about what was done. */
async function changeRequest(
	c: AppContext,
	action: string | undefined,
	form: FormFields,
	request: StoredRequest,
): Promise<Notice | undefined> {
	if (action === 'message') {
		return write(c, form, request);
	}
	if (action === 'rating') {
		await rate(c, request, parseInput(RatingSchema, fromForm(form)));
		return undefined;
	}
	const verdict = verdicts.find((known) => known === action);
	if (!verdict) throw new ApiError('NOT_FOUND');
	await setVerdict(c, request, verdict);
	return verdict === 'reopen' ? 'reopened' : verdict;
}

/** A message, a file, or both. */
async function write(c: AppContext, form: FormFields, request: StoredRequest): Promise<Notice> {
	const isFileOnly = c.var.file !== undefined && !form['message']?.[0]?.trim();
	const input = isFileOnly ? null : parseInput(MessageSchema, fromForm(form));
	const file = await formFile(c, form['confirmed']?.[0] === 'true');
	if (file && request.files.length >= limits.filesPerRequest) throw refusedFile('FILE_COUNT');
	if (file && isEnded(request)) throw new ApiError('CONFLICT', { pageCode: 'REQUEST_CHANGED' });
	const texts = [...(input ? [{ name: 'message', text: input.message }] : []), ...(file?.texts ?? [])];
	if (file && file.texts.length > 0) await refuseSplitSecret(c.env, request, texts, form['confirmed']?.[0] === 'true');
	if (input) await addMessage(c, request, input);
	return file && !(await giveFile(c, request.reference, file)) ? 'unfiled' : 'written';
}

async function actOnCallback(
	c: AppContext,
	action: string | undefined,
	form: FormFields,
	session: PrivateSession,
	callback: StoredCallback,
): Promise<Response> {
	if (action === 'calendar') return calendarAnswer(c, localeOf(c), callback);
	if (action === 'delete') {
		await eraseCall(c, callback);
		return deletedPage(c);
	}
	writeSession(c, { ...session, notice: await changeCallback(c, action, form, callback) });
	return backToPage(c);
}

/** What the next view says about what was done. */
async function changeCallback(
	c: AppContext,
	action: string | undefined,
	form: FormFields,
	callback: StoredCallback,
): Promise<Notice | undefined> {
	switch (action ?? '') {
		case 'move':
			await rebookCallback(c, callback, parseInput(CallbackMoveSchema, fromForm(form)));
			return 'moved';
		case 'cancel':
			// The API may be told twice; a person who still finds the button should hear why it does nothing.
			if (callback.state === 'cancelled') throw notOpen();
			await dropCallback(c, callback);
			return 'cancelled';
		case 'not-me':
			await denyCall(c, callback);
			return 'denied';
		case 'call-rating':
			await rateCall(c, callback, parseInput(RatingSchema, fromForm(form)));
			return undefined;
		default:
			throw invalidField('action', 'UNKNOWN_OPTION');
	}
}

/** The words come from the configuration: the Worker has none of its own. */
function calendarAnswer(c: AppContext, locale: Locale, call: StoredCallback): Response {
	const { reference, sequence, slot } = call;
	const channel = support.channels.find(({ id }) => id === 'callback')?.name[locale] ?? '';
	const event = callbackEvent(
		{
			reference,
			sequence,
			start: rfc3339(slot.start),
			end: rfc3339(slot.end),
			cancelled: isEntryStale(call),
			stamp: rfc3339(now(c.var.settings)),
		},
		{ channel, brand: site.brand[locale], origin: site.url, locale, contact: site.privacyContact },
	);
	return c.body(calendarFile(event), 200, {
		'Content-Type': 'text/calendar; charset=utf-8',
		'Content-Disposition': `attachment; filename="${reference}.ics"`,
	});
}

function deletedPage(c: AppContext): Promise<Response> {
	endSession(c);
	return livePage(c, localeOf(c), 'requests', { facts: ['view:open', 'done:deleted'] });
}

function backToPage(c: AppContext): Response {
	return c.redirect(`/${localeOf(c)}/requests/`, 303);
}
