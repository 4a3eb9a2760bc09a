import { readForm } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { eraseCall } from '../callbacks/call-life.ts';
import { findCallback, type StoredCallback } from '../db/callbacks.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { parseReference } from '../pages/private-link.ts';
import { eraseRequest } from '../requests/request-life.ts';
import { staffOf } from './access.ts';
import { Layout, link, type View } from './layout.tsx';
import { send, viewOf } from './page.tsx';
import { isCall, ReferenceLink } from './references.tsx';
import { words } from './words.ts';

/** Deleting a request or a call for good, for leads: asked for on a page of its own, since nothing brings it back. */
export function addErase(desk: App): void {
	desk.get('/erase/:reference', (c) => erasePage(c));
	desk.post('/erase/:reference', (c) => erase(c));
}

/** The way to that page. */
export function EraseLink({ view, reference }: { view: View; reference: string }) {
	if (view.role !== 'lead') return null;
	const t = words[view.locale];
	return (
		<p>
			<a href={link(view, `/desk/erase/${reference}`)}>{isCall(reference) ? t.eraseCall : t.eraseAll}</a>
		</p>
	);
}

async function erasePage(c: AppContext, trouble?: 'stale' | 'wrongReference'): Promise<Response> {
	const item = await find(c);
	if (item) return send(c, <Erase view={viewOf(c)} item={item} trouble={trouble} />, statusOf(trouble));
	return send(c, <Erased view={viewOf(c)} />, 404);
}

async function erase(c: AppContext): Promise<Response> {
	const form = await readForm(c, { takesTokens: true });
	const item = await find(c);
	if (!item) return erasePage(c);
	if (parseReference(form['typed']?.[0]?.trim() ?? '') !== item.reference) return erasePage(c, 'wrongReference');
	if (form['version']?.[0] !== String(item.version)) return erasePage(c, 'stale');
	if ('slot' in item) await eraseCall(c, item, staffOf(c));
	else await eraseRequest(c, item, staffOf(c));
	return c.redirect(link(viewOf(c), c.req.path), 303);
}

function Erase({
	view,
	item,
	trouble,
}: {
	view: View;
	item: StoredRequest | StoredCallback;
	trouble: 'stale' | 'wrongReference' | undefined;
}) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab={isCall(item.reference) ? 'callbacks' : 'requests'}>
			<p>
				<ReferenceLink view={view} reference={item.reference} />
			</p>
			<h1>{t.eraseTitle.replace('{reference}', item.reference)}</h1>
			{trouble && (
				<p class="notice" role="alert">
					{t[trouble]}
				</p>
			)}
			<p>{isCall(item.reference) ? t.eraseCallHint : t.eraseHint}</p>
			<form method="post" action={link(view, view.path)} class="login">
				<input type="hidden" name="version" value={String(item.version)} />
				<label for="typed">{t.typeReference.replace('{reference}', item.reference)}</label>
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

function find(c: AppContext): Promise<StoredRequest | StoredCallback | null> {
	const reference = parseReference(c.req.param('reference') ?? '') ?? '';
	return isCall(reference) ? findCallback(c.env.DB, reference) : findRequest(c.env.DB, reference);
}
