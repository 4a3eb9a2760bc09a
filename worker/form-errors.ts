import { localeIds, type Locale } from '#config/locales';

import { isFormPost, readForm, type FormFields } from './body.ts';
import { callbackView } from './callback-page.ts';
import type { AppContext } from './context.ts';
import { preferredLocale } from './language.ts';
import { livePage, type PageError, type PageView } from './live-page.ts';
import { isCrossSite } from './middleware/guards.ts';
import { privatePage } from './private-page.ts';
import type { ApiError } from './problem.ts';
import { failedVoteUrl } from './routes/votes.ts';

/** The page that answers a failed form post: the form again, with its errors and everything typed. Null where problem details must do. */
export async function formErrorPage(c: AppContext, error: ApiError): Promise<Response | null> {
	if (c.req.method !== 'POST' || !(isFormPost(c) || wantsHtml(c))) return null;
	const form = await typedForm(c, error);
	const locale = preferredLocale(c, form['locale']?.[0]);
	const page = await errorPage(c, locale, form, error);
	if (page && error.detail.retryAfter !== undefined) page.headers.set('Retry-After', String(error.detail.retryAfter));
	return page;
}

async function errorPage(c: AppContext, locale: Locale, form: FormFields, error: ApiError): Promise<Response | null> {
	const { path } = c.req;
	const view: PageView = { status: error.status, errors: pageErrors(error) };
	if (path === '/api/contact') return livePage(c, locale, 'contact', { ...view, form: { name: 'contact', fields: form } });
	if (path === '/api/callbacks') {
		const slots = await callbackView(c, locale, { timezone: form['timezone']?.[0], chosen: form['slot']?.[0] });
		return livePage(c, locale, 'callback', { ...slots, ...view, form: { name: 'callback', fields: form } });
	}
	const privateLocale = localeIds.find((id) => path === `/${id}/requests/`);
	if (privateLocale) return privatePage(c, privateLocale, view);
	const url = path === '/api/votes' ? await failedVoteUrl(c, error) : null;
	return url ? c.redirect(url, 303) : null;
}

function pageErrors({ code, detail }: ApiError): PageError[] {
	return detail.fields?.length ? detail.fields : [{ name: 'form', code: detail.pageCode ?? code }];
}

/** What was typed, without the fields that hold a secret: those come back empty. Another site's form is not shown at all. */
async function typedForm(c: AppContext, { detail }: ApiError): Promise<FormFields> {
	if (!isFormPost(c) || isCrossSite(c)) return {};
	const form: FormFields = c.var.form ?? (await readForm(c).catch(() => ({})));
	const secrets = new Set(detail.fields?.filter(({ code }) => code === 'SECRET_DETECTED').map(({ name }) => name));
	return Object.fromEntries(Object.entries(form).map(([name, values]) => [name, secrets.has(name) ? [''] : values]));
}

function wantsHtml(c: AppContext): boolean {
	return c.req.header('Accept')?.includes('text/html') === true;
}
