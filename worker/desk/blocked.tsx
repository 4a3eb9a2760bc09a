import * as z from 'zod';

import { fromForm, readForm } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { insertAudit } from '../db/audit.ts';
import { listBlocked, unblockSender, type BlockedSender } from '../db/blocked-senders.ts';
import { parseInput } from '../input/input.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { formatCursor, pageSize, parseCursor } from './cursor.ts';
import { Layout, link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { send, viewOf } from './page.tsx';
import { Pager } from './pager.tsx';
import { ReferenceLink } from './references.tsx';
import { sortingWords } from './words/sorting.ts';

export const blockedPath = '/desk/blocked/';

const UnblockSchema = z.object({
	sender: z.string().regex(/^[\w-]{22}$/),
	reference: z.string().regex(/^R-[\dA-Z]{5}-[\dA-Z]{5}$/),
});

/** The list of blocked senders, where each can be let in again. */
export function addBlocked(desk: App): void {
	desk.get('/blocked', (c) => c.redirect(blockedPath, 308));
	desk.get('/blocked/', async (c) => {
		const items = await listBlocked(c.env.DB, pageSize, parseCursor(c.req.query('cursor')));
		const next = formatCursor(items.map(({ since, sender }) => [since, sender]));
		return send(c, <BlockedList view={viewOf(c)} items={items} next={next} />);
	});
	desk.post('/blocked/', (c) => unblock(c));
}

async function unblock(c: AppContext): Promise<Response> {
	const { sender, reference } = parseInput(UnblockSchema, fromForm(await readForm(c, { takesTokens: true })));
	const entry = { at: now(c.var.settings), actor: staffOf(c), action: 'unblocked', subject: reference } as const;
	await c.env.DB.batch([unblockSender(c.env.DB, sender), insertAudit(c.env.DB, entry)]);
	return c.redirect(link(viewOf(c), blockedPath), 303);
}

function BlockedList({ view, items, next }: { view: View; items: BlockedSender[]; next: string | undefined }) {
	const t = sortingWords[view.locale];
	return (
		<Layout view={view} tab="requests">
			<h1>{t.blockedList}</h1>
			<p class="hint">{t.blockedListHint}</p>
			<ul class="items">
				{items.map(({ sender, since, agent, reference }) => (
					<li>
						<h2>
							<ReferenceLink view={view} reference={reference} />
						</h2>
						<p class="meta">
							<Time view={view} at={since} /> · {t.blockedBy.replace('{name}', () => agent)}
						</p>
						<form method="post" action={link(view, blockedPath)}>
							<input type="hidden" name="sender" value={sender} />
							<input type="hidden" name="reference" value={reference} />
							<button type="submit" aria-label={`${t.unblock}: ${reference}`}>
								{t.unblock}
							</button>
						</form>
					</li>
				))}
			</ul>
			<Pager view={view} isEmpty={items.length === 0} path={blockedPath} next={next} />
		</Layout>
	);
}
