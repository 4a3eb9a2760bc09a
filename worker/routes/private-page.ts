import { Hono } from 'hono';

import { localeIds } from '#config/locales';
import { LinksSchema } from '#shared/links';

import { fromForm, readForm, type FormFields } from '../input/body.ts';
import { calendarAnswer } from '../callbacks/call-calendar.ts';
import { doWithCall } from '../callbacks/call-form.ts';
import { eraseCall } from '../callbacks/call-life.ts';
import type { AppContext, AppEnv } from '../context.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import type { StoredRequest } from '../db/requests.ts';
import { fileAnswer } from '../files/file-answer.ts';
import { parseInput } from '../input/input.ts';
import { askForLinks } from '../requests/links.ts';
import { livePage } from '../pages/live-page.ts';
import { privatePage } from '../pages/private-page.ts';
import {
	endSession,
	openPrivate,
	readSession,
	requireSession,
	writeSession,
	type PrivateSession,
} from '../pages/private-session.ts';
import { isLinkSecret, parseReference } from '../pages/private-link.ts';
import { ApiError } from '../problem.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { doWithRequest } from '../requests/request-form.ts';
import { eraseRequest } from '../requests/request-life.ts';
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
	writeSession(c, { ...session, notice: await doWithRequest(c, action, form, request) });
	return backToPage(c);
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
	writeSession(c, { ...session, notice: await doWithCall(c, action, form, callback) });
	return backToPage(c);
}

function deletedPage(c: AppContext): Promise<Response> {
	endSession(c);
	return livePage(c, localeOf(c), 'requests', { facts: ['view:open', 'done:deleted'] });
}

function backToPage(c: AppContext): Response {
	return c.redirect(`/${localeOf(c)}/requests/`, 303);
}
