import { readForm } from '../input/body.ts';
import type { AppContext } from '../context.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { invalidField } from '../input/input.ts';
import { parseReference } from '../pages/private-link.ts';
import { staffOf } from './access.ts';
import { knownColleague } from './colleagues.ts';
import { pageSize } from './cursor.ts';
import { link, type View } from './layout.tsx';
import { viewOf } from './page.tsx';
import type { ActionResult } from './apply.ts';
import { assign, setState } from './request-actions.ts';
import { markSpam } from './sorting.ts';
import { words } from './words.ts';
import { workWords } from './words/work.ts';

/** What can become of each of the chosen requests. */
const results = ['done', 'same', 'stale', 'gone'] as const;

/** Does the same to many, one after the other: a request that somebody else has changed must not hold up the others. */
export async function changeChosen(c: AppContext): Promise<Response> {
	const form = await readForm(c, { takesTokens: true });
	const change = await changeOf(c, form['action']?.[0], form['to']?.[0] ?? '');
	const counts = { done: 0, same: 0, stale: 0, gone: 0 };
	for (const chosen of (form['chosen'] ?? []).slice(0, pageSize)) {
		const [reference = '', version = ''] = chosen.split('.');
		const request = await findRequest(c.env.DB, parseReference(reference) ?? '');
		const kind = request ? (await change(request, Number(version))).kind : 'gone';
		counts[kind === 'stopped' ? 'stale' : kind]++;
	}
	const query = form['q']?.[0]?.trim();
	const back = query ? { q: query } : { view: form['view']?.[0] ?? 'open', value: form['value']?.[0] ?? '' };
	const told = Object.fromEntries(
		results.flatMap((result) => (result === 'done' || counts[result] > 0 ? [[result, String(counts[result])]] : [])),
	);
	return c.redirect(link(viewOf(c), '/desk/', { ...back, ...told }), 303);
}

/** What a bulk change came to, as its page is told in its address; undefined when there was none. */
export function bulkCounts(c: AppContext): BulkCounts | undefined {
	if (c.req.query('done') === undefined) return undefined;
	return Object.fromEntries(results.map((result) => [result, Number(c.req.query(result)) || 0])) as BulkCounts;
}

/** What became of the requests that were chosen. */
export function BulkResult({ view, counts }: { view: View; counts: BulkCounts | undefined }) {
	if (!counts) return null;
	const t = { ...words[view.locale], ...workWords[view.locale] };
	const told = [
		...(results.every((result) => counts[result] === 0) ? [t.bulkNone] : [t.bulkDone.replace('{done}', String(counts.done))]),
		...(counts.same > 0 ? [t.bulkSame.replace('{same}', String(counts.same))] : []),
		...(counts.stale > 0 ? [t.bulkStale.replace('{stale}', String(counts.stale))] : []),
		...(counts.gone > 0 ? [t.bulkGone.replace('{gone}', String(counts.gone))] : []),
	];
	return (
		<p role="status" class="done">
			{told.join(' ')}
		</p>
	);
}

async function changeOf(c: AppContext, action: string | undefined, to: string): Promise<Change> {
	if (action === 'close') return (request, seen) => setState(c, request, 'closed', seen);
	if (action === 'spam') return (request, seen) => markSpam(c, request, seen);
	if (action !== 'take' && action !== 'assign') throw invalidField('action', 'UNKNOWN_OPTION');
	const assignee = action === 'take' ? staffOf(c) : await knownColleague(c, to);
	return (request, seen) => assign(c, request, assignee, seen);
}

type Change = (request: StoredRequest, seen: number) => Promise<ActionResult>;

export type BulkCounts = Record<(typeof results)[number], number>;
