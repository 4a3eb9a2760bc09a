import { readArticles } from '../assets.ts';
import { readForm, type FormFields } from '../body.ts';
import type { App, AppContext } from '../context.ts';
import { listAudit } from '../db/audit.ts';
import { findMailTarget } from '../db/mail-targets.ts';
import { listMessagesOf } from '../db/outbox.ts';
import { countQueues, listQueue, placeIn, queueViews, type QueueFilter } from '../db/queue.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { parseReference } from '../private-link.ts';
import { ApiError } from '../problem.ts';
import { staffOf } from './access.ts';
import { formatCursor, pageSize, parseCursor } from './cursor.ts';
import { link } from './layout.tsx';
import { missing, send, viewOf } from './page.tsx';
import { Queue, type BulkCounts } from './queue.tsx';
import { actOnRequest, setState, take } from './request-actions.ts';
import { RequestDetail, type Trouble } from './request.tsx';
import { searchPage } from './search.tsx';

const shownEntries = 30;

/** The queue, and the page of one request. */
export function addRequests(desk: App): void {
	desk.get('/', (c) => (c.req.query('q')?.trim() ? searchPage(c) : queuePage(c)));
	desk.post('/', (c) => bulk(c));
	desk.get('/requests/:reference', async (c) => {
		const request = await find(c);
		return request ? detail(c, request) : missing(c);
	});
	desk.post('/requests/:reference', (c) => act(c));
}

async function queuePage(c: AppContext): Promise<Response> {
	const filter = filterOf(c);
	const items = await listQueue(c.env.DB, filter, pageSize, parseCursor(c.req.query('cursor')));
	const next = formatCursor(items.map((item) => [placeIn(filter.view, item), item.reference]));
	const counts = await countQueues(c.env.DB, staffOf(c));
	const done = doneOf(c);
	return send(c, <Queue view={viewOf(c)} filter={filter} items={items} counts={counts} next={next} done={done} />);
}

/** One after the other: a request that somebody else has changed must not hold up the others. */
async function bulk(c: AppContext): Promise<Response> {
	const form = await readForm(c, { takesTokens: true });
	const counts = { done: 0, stale: 0 };
	for (const chosen of (form['chosen'] ?? []).slice(0, pageSize)) {
		const [reference = '', version = ''] = chosen.split('.');
		const request = await findRequest(c.env.DB, parseReference(reference) ?? '');
		if (!request) continue;
		const close = form['action']?.[0] === 'close';
		const result = await (close ? setState(c, request, 'closed', Number(version)) : take(c, request, 'take', Number(version)));
		counts[result.kind === 'done' ? 'done' : 'stale']++;
	}
	const query = form['q']?.[0]?.trim();
	const back = query ? { q: query } : { view: form['view']?.[0] ?? 'open', value: form['value']?.[0] ?? '' };
	return c.redirect(link(viewOf(c), '/desk/', { ...back, done: String(counts.done), stale: String(counts.stale) }), 303);
}

async function act(c: AppContext): Promise<Response> {
	let form: FormFields = {};
	try {
		form = await readForm(c, { takesTokens: true });
		const request = await find(c);
		if (!request) return await missing(c);
		const result = await actOnRequest(c, request, form);
		if (result.kind === 'done') return c.redirect(link(viewOf(c), c.req.path), 303);
		return await troubled(c, result.kind === 'stale' ? { kind: 'stale' } : result, form, result.kind === 'stale' ? 409 : 422);
	} catch (error) {
		if (error instanceof ApiError && error.code === 'INVALID') return troubled(c, { kind: 'invalid' }, form, 422);
		// What held a secret is not shown again.
		if (error instanceof ApiError && error.code === 'SECRET_DETECTED' && (await find(c)))
			return troubled(c, { kind: 'secret' }, {}, 422);
		throw error;
	}
}

/** The page as it is now, with what was typed. */
async function troubled(c: AppContext, trouble: Trouble, form: FormFields, status: 409 | 422): Promise<Response> {
	const request = await find(c);
	return request ? detail(c, request, { trouble, form }, status) : missing(c);
}

async function detail(
	c: AppContext,
	request: StoredRequest,
	{ trouble, form }: { trouble?: Trouble; form?: FormFields } = {},
	status: 200 | 409 | 422 = 200,
): Promise<Response> {
	const { reference } = request;
	const [articles, audit, messages, target] = await Promise.all([
		readArticles(c),
		listAudit(c.env.DB, reference, shownEntries),
		listMessagesOf(c.env.DB, reference),
		findMailTarget(c.env.DB, reference),
	]);
	const isVerified = target?.isVerified ?? false;
	const page = { view: viewOf(c), request, articles, audit, messages, isVerified, trouble, form, me: staffOf(c) };
	return send(c, <RequestDetail {...page} />, status);
}

function doneOf(c: AppContext): BulkCounts {
	return { done: c.req.query('done'), stale: c.req.query('stale') };
}

function find(c: AppContext): Promise<StoredRequest | null> {
	return findRequest(c.env.DB, parseReference(c.req.param('reference') ?? '') ?? '');
}

function filterOf(c: AppContext): QueueFilter {
	const view = queueViews.find((known) => known === c.req.query('view')) ?? 'open';
	return { view, value: view === 'mine' ? staffOf(c) : (c.req.query('value') ?? '') };
}
