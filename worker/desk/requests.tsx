import { blockOf } from '../requests/blocked.ts';
import { readArticles } from '../pages/assets.ts';
import { readForm, type FormFields } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { listAudit } from '../db/audit.ts';
import { listMerged } from '../db/merged.ts';
import { listMessagesOf } from '../db/outbox.ts';
import { findPresence } from '../db/presence.ts';
import { countQueues, listQueue, placeIn, queueViews, type QueueFilter } from '../db/queue.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { listOfSameSender } from '../db/same-sender.ts';
import { fileAnswer } from '../files/file-answer.ts';
import { parseReference } from '../pages/private-link.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { addBlocked } from './blocked.tsx';
import { bulkCounts, changeChosen } from './bulk.tsx';
import { addCompose, compose, isComposing, type FoundArticle } from './compose.tsx';
import { listColleagues } from './colleagues.ts';
import { formatCursor, knownCursor, pageSize } from './cursor.ts';
import { link } from './layout.tsx';
import { missing, send, viewOf } from './page.tsx';
import { addPresence } from './presence.tsx';
import { Queue } from './queue.tsx';
import { actOnRequest } from './request-actions.ts';
import { RequestDetail, type RequestTrouble } from './request.tsx';
import { searchPage } from './search.tsx';

const shownEntries = 30;
const shownEarlier = 5;
/** More than anybody writes; all of them go on here and nowhere else. */
const shownMerged = 20;

/** The queue, and the page of one request. */
export function addRequests(desk: App): void {
	desk.get('/', (c) => (c.req.query('q')?.trim() ? searchPage(c) : queuePage(c)));
	desk.post('/', changeChosen);
	desk.get('/counts', async (c) => c.json(await countQueues(c.env.DB, staffOf(c), now(c.var.settings))));
	desk.get('/requests/:reference', async (c) => {
		const request = await find(c);
		return request ? detail(c, request) : missing(c);
	});
	desk.post('/requests/:reference', (c) => act(c));
	addPresence(desk);
	desk.get('/files/:reference/:id', (c) => fileOf(c));
	addCompose(desk);
	addBlocked(desk);
}

async function queuePage(c: AppContext): Promise<Response> {
	const filter = filterOf(c);
	const items = await listQueue(c.env.DB, filter, pageSize, knownCursor(c.req.query('cursor')));
	const next = formatCursor(items.map((item) => [placeIn(filter.view, item), item.reference]));
	const counts = await countQueues(c.env.DB, staffOf(c), now(c.var.settings));
	const staff = { me: staffOf(c), colleagues: await listColleagues(c) };
	const page = { view: viewOf(c), filter, items, counts, next, done: bulkCounts(c), ...staff };
	return send(c, <Queue {...page} />);
}

async function act(c: AppContext): Promise<Response> {
	let form: FormFields = {};
	try {
		form = await readForm(c, { takesTokens: true });
		const request = await find(c);
		if (!request) return await missing(c);
		if (isComposing(form)) return await detail(c, request, await compose(c, request, form));
		const result = await actOnRequest(c, request, form);
		if (result.kind === 'done' || result.kind === 'same') return c.redirect(link(viewOf(c), c.req.path), 303);
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
async function troubled(c: AppContext, trouble: RequestTrouble, form: FormFields, status: 409 | 422): Promise<Response> {
	const request = await find(c);
	return request ? detail(c, request, { trouble, form }, status) : missing(c);
}

async function detail(
	c: AppContext,
	request: StoredRequest,
	{ trouble, form, found }: { trouble?: RequestTrouble; form?: FormFields; found?: FoundArticle[] } = {},
	status: 200 | 409 | 422 = 200,
): Promise<Response> {
	const { reference } = request;
	const [articles, audit, messages, earlier, colleagues, presence, merged, block] = await Promise.all([
		readArticles(c),
		listAudit(c.env.DB, reference, shownEntries),
		listMessagesOf(c.env.DB, reference),
		listOfSameSender(c.env.DB, request, shownEarlier),
		listColleagues(c),
		findPresence(c.env.DB, reference, staffOf(c), now(c.var.settings)),
		listMerged(c.env.DB, reference, shownMerged),
		blockOf(c, request.email),
	]);
	const page = {
		view: viewOf(c),
		request,
		articles,
		audit,
		messages,
		earlier,
		merged,
		isBlocked: block !== null,
		colleagues,
		presence,
		trouble,
		form,
		found,
		me: staffOf(c),
	};
	return send(c, <RequestDetail {...page} />, status);
}

/** To be saved, or with `?view` a picture to look at. */
async function fileOf(c: AppContext): Promise<Response> {
	const request = await find(c);
	const file = request?.files.find(({ id }) => id === c.req.param('id'));
	return file ? fileAnswer(c, file, c.req.query('view') === undefined ? 'attachment' : 'inline') : missing(c);
}

function find(c: AppContext): Promise<StoredRequest | null> {
	return findRequest(c.env.DB, parseReference(c.req.param('reference') ?? '') ?? '');
}

function filterOf(c: AppContext): QueueFilter {
	const view = queueViews.find((known) => known === c.req.query('view')) ?? 'open';
	if (view === 'mine') return { view, value: staffOf(c) };
	return { view, value: view === 'overdue' ? String(now(c.var.settings)) : (c.req.query('value') ?? '') };
}
