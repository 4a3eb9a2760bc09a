import { readForm } from '../body.ts';
import type { App, AppContext } from '../context.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { parseReference } from '../private-link.ts';
import { eraseRequest } from '../request-life.ts';
import { staffOf } from './access.ts';
import { Layout, link, type View } from './layout.tsx';
import { send, viewOf } from './page.tsx';
import { words } from './words.ts';

/** Deleting a request for good, for leads: asked for on a page of its own, since nothing brings it back. */
export function addErase(desk: App): void {
	desk.get('/erase/:reference', (c) => erasePage(c));
	desk.post('/erase/:reference', (c) => erase(c));
}

/** The way to that page. */
export function EraseLink({ view, request }: { view: View; request: StoredRequest }) {
	if (view.role !== 'lead') return null;
	return (
		<p>
			<a href={link(view, `/desk/erase/${request.reference}`)}>{words[view.locale].eraseAll}</a>
		</p>
	);
}

async function erasePage(c: AppContext, trouble?: 'stale' | 'wrongReference'): Promise<Response> {
	const request = await find(c);
	if (request) return send(c, <Erase view={viewOf(c)} request={request} trouble={trouble} />, statusOf(trouble));
	return send(c, <Erased view={viewOf(c)} />, 404);
}

async function erase(c: AppContext): Promise<Response> {
	const form = await readForm(c, { takesTokens: true });
	const request = await find(c);
	if (!request) return erasePage(c);
	if (parseReference(form['typed']?.[0]?.trim() ?? '') !== request.reference) return erasePage(c, 'wrongReference');
	if (form['version']?.[0] !== String(request.version)) return erasePage(c, 'stale');
	await eraseRequest(c, request, staffOf(c));
	return c.redirect(link(viewOf(c), c.req.path), 303);
}

function Erase({
	view,
	request,
	trouble,
}: {
	view: View;
	request: StoredRequest;
	trouble: 'stale' | 'wrongReference' | undefined;
}) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="requests">
			<p>
				<a href={link(view, `/desk/requests/${request.reference}`)}>{request.reference}</a>
			</p>
			<h1>{t.eraseTitle.replace('{reference}', request.reference)}</h1>
			{trouble && (
				<p class="notice" role="alert">
					{t[trouble]}
				</p>
			)}
			<p>{t.eraseHint}</p>
			<form method="post" action={link(view, view.path)} class="login">
				<input type="hidden" name="version" value={String(request.version)} />
				<label for="typed">{t.typeReference.replace('{reference}', request.reference)}</label>
				<input id="typed" name="typed" autocomplete="off" required />
				<button type="submit">{t.doErase}</button>
			</form>
		</Layout>
	);
}

function Erased({ view }: { view: View }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="requests">
			<h1>{t.erasedTitle}</h1>
			<p>{t.erasedHint}</p>
			<p>
				<a href={link(view, '/desk/')}>{t.back}</a>
			</p>
		</Layout>
	);
}

function statusOf(trouble: 'stale' | 'wrongReference' | undefined): 200 | 409 | 422 {
	if (!trouble) return 200;
	return trouble === 'stale' ? 409 : 422;
}

function find(c: AppContext): Promise<StoredRequest | null> {
	return findRequest(c.env.DB, parseReference(c.req.param('reference') ?? '') ?? '');
}
