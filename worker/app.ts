import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { JWTVerifyGetKey } from 'jose';

import { site } from '#config/site';

import { fetchAsset } from './pages/assets.ts';
import type { App, AppContext, AppEnv } from './context.ts';
import { isTransient } from './db/constraint.ts';
import { createDesk } from './desk/desk.tsx';
import { formErrorPage } from './pages/form-errors.ts';
import { logError } from './log.ts';
import { crossSiteGuard, demonstrationGuard } from './middleware/guards.ts';
import { requestId } from './middleware/request-id.ts';
import { security } from './middleware/security.ts';
import { urlGuard } from './middleware/url-guard.ts';
import { ApiError, problemResponse } from './problem.ts';
import { callbacks } from './routes/callbacks.ts';
import { challenge } from './routes/challenge.ts';
import { contact } from './routes/contact.ts';
import { files } from './routes/files.ts';
import { health } from './routes/health.ts';
import { links } from './routes/links.ts';
import { openapi } from './routes/openapi.ts';
import { pages } from './routes/pages.ts';
import { privatePages } from './routes/private-page.ts';
import { requests } from './routes/requests.ts';
import { searchMisses } from './routes/search-misses.ts';
import { verify } from './routes/verify.ts';
import { votes } from './routes/votes.ts';
import { readSettings } from './settings.ts';
import type { Turnstile } from './abuse/turnstile.ts';

const retrySeconds = 10;

/** The whole Worker as one Hono app. */
export function createApp(options: AppOptions = {}): App {
	const { demonstration = site.mode === 'demonstration', accessKeys } = options;
	const turnstile: Turnstile = { siteKey: site.turnstileSiteKey, fetch: (url, init) => fetch(url, init), ...options.turnstile };
	const app: App = new Hono<AppEnv>();
	app.use(requestId(), security({ demonstration, turnstile: turnstile.siteKey !== undefined }));
	app.use(async function settings(c, next) {
		c.set('isDemonstration', demonstration);
		c.set('turnstile', turnstile);
		c.set('settings', readSettings(c.env));
		await next();
	});
	app.use(urlGuard());
	app.use(methodNotAllowed({ app, onMethodNotAllowed: answerMethod }), crossSiteGuard(), demonstrationGuard({ demonstration }));
	for (const routes of [
		health,
		openapi,
		challenge,
		votes,
		contact,
		requests,
		files,
		links,
		callbacks,
		searchMisses,
		pages,
		privatePages,
		verify,
	])
		app.route('/', routes);
	app.get('/desk', (c) => c.redirect('/desk/', 308));
	app.route('/desk/', createDesk(accessKeys));
	app.notFound(answerNotFound);
	app.onError(answerError);
	return app;
}

/** OPTIONS is asked by tools only: there is no CORS, so no browser page of another site gets an answer it may read. */
function answerMethod(c: AppContext, allow: string[]): Response {
	// Not through the context: it would lend the answer the content type of the 404 that stood there before.
	if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: allow.join(', ') } });
	const error = new ApiError('METHOD_NOT_ALLOWED', { allow });
	logError(c, error, error);
	return problemResponse(error, c.var.requestId);
}

/** Below a live page's path lies nothing but the site's own 404 page; the API answers in its own form. */
async function answerNotFound(c: AppContext): Promise<Response> {
	const isPage = !c.req.path.startsWith('/api/') && (c.req.method === 'GET' || c.req.method === 'HEAD');
	if (!isPage) return problemResponse(new ApiError('NOT_FOUND'), c.var.requestId);
	const page = await fetchAsset(c, c.req.path);
	return new Response(page.body, page);
}

async function answerError(cause: Error, c: AppContext): Promise<Response> {
	const error = toApiError(cause);
	logError(c, error, cause);
	if (!c.var.settings) return problemResponse(error, c.var.requestId);
	try {
		return (await formErrorPage(c, error)) ?? problemResponse(error, c.var.requestId);
	} catch (pageCause) {
		logError(c, error, pageCause);
		return problemResponse(error, c.var.requestId);
	}
}

/** What went wrong inside stays inside. */
function toApiError(cause: Error): ApiError {
	if (cause instanceof ApiError) return cause;
	return isTransient(cause) ? new ApiError('UNAVAILABLE', { retryAfter: retrySeconds }) : new ApiError('INTERNAL');
}

interface AppOptions {
	demonstration?: boolean;
	/** Keys that sign Access tokens; fetched from the team domain when absent. */
	accessKeys?: JWTVerifyGetKey;
	/** As configured when absent. */
	turnstile?: Partial<Turnstile>;
}
