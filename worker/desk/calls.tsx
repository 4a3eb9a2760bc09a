import { readForm, type FormFields } from '../input/body.ts';
import { phoneHash } from '../callbacks/phone.ts';
import { isCallable, isOver, areWordsLive } from '../callbacks/callback-rules.ts';
import { callerWords } from '../callbacks/caller-words.ts';
import type { App, AppContext } from '../context.ts';
import { listAudit } from '../db/audit.ts';
import { findBlockedNumber } from '../db/blocked-numbers.ts';
import { listCallbacks, listCallsBetween, listHeld, listOffered } from '../db/call-lists.ts';
import { findCallback, type StoredCallback } from '../db/callbacks.ts';
import { listMessagesOf } from '../db/outbox.ts';
import { parseReference } from '../pages/private-link.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { actOnCall } from './call-actions.ts';
import { nextAttempts } from './call-attempts.ts';
import { CallDetail, type CallTrouble } from './call.tsx';
import { CallDay, CallList } from './call-lists.tsx';
import { dayOf } from './call-days.ts';
import { formatCursor, pageSize, parseAscendingCursor, parseCursor } from './cursor.ts';
import { link } from './layout.tsx';
import { pathOf } from './references.tsx';
import { missing, send, viewOf } from './page.tsx';

const shownEntries = 30;

/** Today's calls, and the page of one of them. */
export function addCalls(desk: App): void {
	desk.get('/callbacks', async (c) => {
		const day = dayOf(c.req.query('day'), now(c.var.settings));
		const calls = await listCallsBetween(c.env.DB, day.from, day.until);
		return send(c, <CallDay view={viewOf(c)} day={day} calls={calls} />);
	});
	desk.get('/callbacks/all', async (c) => {
		const calls = await listCallbacks(c.env.DB, pageSize, parseCursor(c.req.query('cursor')));
		const next = formatCursor(calls.map(({ createdAt, reference }) => [createdAt, reference]));
		return send(c, <CallList view={viewOf(c)} part="allCalls" calls={calls} next={next} />);
	});
	desk.get('/callbacks/offered', (c) => waitingPage(c, 'toOffer', listOffered));
	desk.get('/callbacks/held', (c) => waitingPage(c, 'heldCalls', listHeld));
	desk.get('/callbacks/:reference', async (c) => {
		const call = await find(c);
		return call ? detail(c, call) : missing(c);
	});
	desk.post('/callbacks/:reference', (c) => act(c));
}

/** Calls that wait for a judgement or another time, the next one first. */
async function waitingPage(c: AppContext, part: 'toOffer' | 'heldCalls', list: typeof listOffered): Promise<Response> {
	const calls = await list(c.env.DB, pageSize, parseAscendingCursor(c.req.query('cursor')));
	const next = formatCursor(calls.map(({ slot, reference }) => [slot.start, reference]));
	return send(c, <CallList view={viewOf(c)} part={part} calls={calls} next={next} />);
}

async function act(c: AppContext): Promise<Response> {
	let form: FormFields = {};
	try {
		form = await readForm(c, { takesTokens: true });
		const call = await find(c);
		if (!call) return await missing(c);
		const result = await actOnCall(c, call, form);
		if (result.kind === 'done') return c.redirect(link(viewOf(c), c.req.path), 303);
		if (result.kind === 'converted') return c.redirect(link(viewOf(c), pathOf(result.reference)), 303);
		return await troubled(c, result, form, result.kind === 'stopped' ? 422 : 409);
	} catch (error) {
		if (error instanceof ApiError && error.code === 'INVALID') return troubled(c, { kind: 'invalid' }, form, 422);
		// What held a secret is not shown again.
		if (error instanceof ApiError && error.code === 'SECRET_DETECTED' && (await find(c)))
			return troubled(c, { kind: 'secret' }, {}, 422);
		throw error;
	}
}

/** The page as it is now, with what was typed. */
async function troubled(c: AppContext, trouble: CallTrouble, form: FormFields, status: 409 | 422): Promise<Response> {
	const call = await find(c);
	return call ? detail(c, call, { trouble, form }, status) : missing(c);
}

async function detail(
	c: AppContext,
	call: StoredCallback,
	{ trouble, form }: { trouble?: CallTrouble; form?: FormFields } = {},
	status: 200 | 409 | 422 = 200,
): Promise<Response> {
	const { reference } = call;
	const [next, audit, messages, proof, block] = await Promise.all([
		call.state === 'calling' ? nextAttempts(c, call) : [],
		listAudit(c.env.DB, reference, shownEntries),
		listMessagesOf(c.env.DB, reference),
		proofFor(c, call),
		isOver(call) ? null : findBlockedNumber(c.env.DB, await phoneHash(c, call.phone)),
	]);
	const mayCall = isCallable(call, now(c.var.settings), staffOf(c));
	const page = { view: viewOf(c), call, isCallable: mayCall, next, audit, messages, proof, block, trouble, form };
	return send(c, <CallDetail {...page} />, status);
}

/** Number and words are for whoever has begun the call. */
async function proofFor(c: AppContext, call: StoredCallback): Promise<{ words: [string, string] | null } | null> {
	const { state, agent, callingAt } = call;
	if (state !== 'calling' || callingAt === null || agent !== staffOf(c)) return null;
	if (!areWordsLive(call, now(c.var.settings))) return { words: null };
	return { words: await callerWords(c.var.settings.LINK_KEY, { ...call, callingAt }) };
}

function find(c: AppContext): Promise<StoredCallback | null> {
	return findCallback(c.env.DB, parseReference(c.req.param('reference') ?? '') ?? '');
}
