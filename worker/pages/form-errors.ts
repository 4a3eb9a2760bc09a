import { localeIds, type Locale } from '#config/locales';
import { topicIds } from '#shared/contact';
import type { ErrorCode, FieldError } from '#shared/errors';
import * as limits from '#shared/limits';

import { isFormPost, readForm, type FormFields } from '../input/body.ts';
import { slotsView } from '../callbacks/slot-page.ts';
import type { AppContext } from '../context.ts';
import { withoutSecrets } from '../input/guard.ts';
import { preferredLocale } from './language.ts';
import { livePage, type PageError, type PageView } from './live-page.ts';
import { isCrossSite } from '../middleware/guards.ts';
import { privatePage } from './private-page.ts';
import { fileField } from '../files/file-errors.ts';
import type { ApiError } from '../problem.ts';
import { failedVotePage } from '../routes/votes.ts';

/** Forms of the private page in which people write. */
const writtenForms = new Set(['message', 'rating', 'call-rating', 'links']);

/**
 * The page that answers a failed form post: the form again, with its errors and everything typed but secrets, which are cut out
 * whatever the error is. Null where problem details must do.
 */
export async function formErrorPage(c: AppContext, error: ApiError): Promise<Response | null> {
	if (c.req.method !== 'POST' || !(isFormPost(c) || wantsHtml(c))) return null;
	const { fields, form } = withoutSecrets(await typedForm(c, error));
	const locale = preferredLocale(c, form['locale']?.[0]);
	const view = viewOf(error, fields, c.var.file !== undefined);
	const page = await errorPage(c, locale, form, view, error.detail.alternatives);
	if (page && error.detail.retryAfter !== undefined) page.headers.set('Retry-After', String(error.detail.retryAfter));
	return page;
}

async function errorPage(
	c: AppContext,
	locale: Locale,
	form: FormFields,
	view: ErrorView,
	nearest: readonly string[] | undefined,
): Promise<Response | null> {
	const { path } = c.req;
	if (path === '/api/contact') return livePage(c, locale, 'contact', { ...view, form: { name: 'contact', fields: form } });
	if (path === '/api/callbacks') {
		const slots = await slotsView(c, locale, { timezone: form['timezone']?.[0], chosen: form['slot']?.[0], nearest });
		const facts = [...(slots.facts ?? []), ...view.facts];
		const topic = form['topic']?.[0] ?? '';
		const values = { ...slots.values, ...(topicIds.includes(topic) ? { topic } : {}) };
		return livePage(c, locale, 'callback', { ...slots, ...view, values, facts, form: { name: 'callback', fields: form } });
	}
	const privateLocale = localeIds.find((id) => path === `/${id}/requests/`);
	if (privateLocale) return privatePage(c, privateLocale, privateView(form, view), { nearest });
	const verifyLocale = localeIds.find((id) => path === `/${id}/verify/`);
	if (verifyLocale) return livePage(c, verifyLocale, 'verify', { ...view, form: { name: 'verify', fields: form } });
	return path === '/api/votes' ? failedVotePage(c, form, view) : null;
}

/** What is written on an open page comes back. Opening one never needs what looks like a key: it does not, nothing is to confirm. */
function privateView(form: FormFields, view: ErrorView): PageView {
	const action = form['action']?.[0];
	if (action && writtenForms.has(action)) return { ...view, form: { name: action, fields: form } };
	const isSecret = view.facts.some((fact) => fact.endsWith(':yes'));
	if (!isSecret) return action === 'move' ? { ...view, facts: [...view.facts, 'moving:yes'] } : view;
	const flagged = view.errors.some(({ name }) => name === 'reference');
	const fields = { reference: flagged ? [''] : (form['reference'] ?? ['']) };
	return { ...view, facts: ['secret:yes'], form: { name: 'open', fields } };
}

/** Errors and facts of the page; what is or may be a secret is told with any other error. */
function viewOf({ status, code, detail }: ApiError, secrets: readonly FieldError[], hasFile: boolean): ErrorView {
	const known = detail.fields?.length ? detail.fields : [{ name: 'form', code: detail.pageCode ?? code }];
	const named = new Set(secrets.map(({ name }) => name));
	const has = (wanted: ErrorCode) => code === wanted || secrets.some((secret) => secret.code === wanted);
	const errors = [...secrets, ...known.filter(({ name }) => !named.has(name))];
	const again = hasFile && !errors.some(({ name }) => name === fileField) ? [{ name: fileField, code: 'FILE_AGAIN' }] : [];
	return {
		status,
		errors: [...errors, ...again],
		facts: [
			`secret:${has('SECRET_DETECTED') ? 'yes' : 'no'}`,
			`suspected:${!has('SECRET_DETECTED') && has('SECRET_SUSPECTED') ? 'yes' : 'no'}`,
		],
	};
}

/** What was typed. Another site's form is not shown at all, nor what would take long to look through in a flood. */
async function typedForm(c: AppContext, { code }: ApiError): Promise<FormFields> {
	if (!isFormPost(c) || isCrossSite(c)) return {};
	const takesFile = c.req.path === '/api/contact' || c.req.path.endsWith('/requests/');
	if (!c.var.form) await readForm(c, { takesFile }).catch(() => {});
	const form = c.var.form ?? {};
	const size = Object.values(form).flat().join('').length;
	return code === 'RATE_LIMITED' && size > limits.bodyBytes ? {} : form;
}

function wantsHtml(c: AppContext): boolean {
	return c.req.header('Accept')?.includes('text/html') === true;
}

/** What every page says about a failed form. */
export type ErrorView = PageView & { status: number; errors: PageError[]; facts: string[] };
