import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';

import { isLocale } from '#config/locales';

import type { AppContext } from '../context.ts';
import { preferredLocale } from '../pages/language.ts';
import { now } from '../settings.ts';
import { Layout, type View } from './layout.tsx';
import { rolesFor } from './roles.ts';
import { words } from './words.ts';

/** A page of the desk. */
export function send(
	c: AppContext,
	page: JSX.Element,
	status: 200 | 401 | 403 | 404 | 409 | 422 = 200,
): Response | Promise<Response> {
	return c.html(html`<!doctype html>${page}`, status);
}

export function missing(c: AppContext): Response | Promise<Response> {
	const view = viewOf(c, '/desk/');
	return send(
		c,
		<Layout view={view}>
			<h1>{words[view.locale].notFound}</h1>
		</Layout>,
		404,
	);
}

/** What somebody of another role sees; the menu leads on to what is theirs. */
export function forbidden(c: AppContext): Response | Promise<Response> {
	const view = viewOf(c);
	const t = words[view.locale];
	return send(
		c,
		<Layout view={view}>
			<h1>{t.forbidden}</h1>
			<p>
				{t.forbiddenHint.replace(
					'{roles}',
					rolesFor(c.req.path)
						.map((role) => t[role])
						.join(t.comma),
				)}
			</p>
			<p class="hint">{t.rolesHint}</p>
		</Layout>,
		403,
	);
}

export function viewOf(c: AppContext, path = c.req.path): View {
	const { lang, ...query } = c.req.query();
	return {
		locale: preferredLocale(c, lang),
		lang: isLocale(lang) ? lang : undefined,
		path,
		now: now(c.var.settings),
		// A page that answers a form stands at an address of its own.
		query: c.req.method === 'GET' && path === c.req.path ? query : {},
		canLogOut: c.var.settings.ENVIRONMENT === 'local',
		staff: c.var.staff,
		role: c.var.role,
		alerts: c.var.alerts ?? [],
		isDemonstration: c.var.isDemonstration,
	};
}
