import * as z from 'zod';

import { fromForm, readForm } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { insertAudit } from '../db/audit.ts';
import { listBlocked, unblockNumber, type BlockedNumber } from '../db/blocked-numbers.ts';
import { parseInput } from '../input/input.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { CallNav } from './call-lists.tsx';
import { formatCursor, pageSize, parseCursor } from './cursor.ts';
import { Layout, link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { send, viewOf } from './page.tsx';
import { Pager } from './pager.tsx';
import { ReferenceLink } from './references.tsx';
import { mayOpen } from './roles.ts';
import { words } from './words.ts';

const listPath = '/desk/callbacks/blocked';
/** Where leads unblock them: a path of its own, since a role opens whole areas. */
const unblockPath = '/desk/blocked-numbers';

const UnblockSchema = z.object({
	hash: z.string().regex(/^[\w-]{22}$/),
	booking: z.string().regex(/^C-[\dA-Z]{5}-[\dA-Z]{5}$/),
});

/** The list of numbers that are not called, where leads unblock them. */
export function addBlockedNumbers(desk: App): void {
	desk.get('/callbacks/blocked', async (c) => {
		const items = await listBlocked(c.env.DB, pageSize, parseCursor(c.req.query('cursor')));
		const next = formatCursor(items.map(({ at, hash }) => [at, hash]));
		return send(c, <BlockedNumbers view={viewOf(c)} items={items} next={next} />);
	});
	desk.post('/blocked-numbers', (c) => unblock(c));
}

async function unblock(c: AppContext): Promise<Response> {
	const { hash, booking } = parseInput(UnblockSchema, fromForm(await readForm(c, { takesTokens: true })));
	const at = now(c.var.settings);
	const entry = { at, actor: staffOf(c), action: 'unblocked-number', subject: booking } as const;
	await c.env.DB.batch([...unblockNumber(c.env.DB, hash, at), insertAudit(c.env.DB, entry)]);
	return c.redirect(link(viewOf(c), listPath), 303);
}

function BlockedNumbers({ view, items, next }: { view: View; items: BlockedNumber[]; next: string | undefined }) {
	const t = words[view.locale];
	const canUnblock = mayOpen(view.role, unblockPath);
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t.blockedNumbers}</h1>
			<CallNav view={view} part="blockedNumbers" />
			<p class="hint">{t.blockedHint}</p>
			{!canUnblock && <p class="hint">{t.leadsOnly}</p>}
			<ol class="items">
				{items.map(({ hash, booking, at }) => (
					<li>
						<p>
							<ReferenceLink view={view} reference={booking} /> · {t.since} <Time view={view} at={at} />
						</p>
						{canUnblock && (
							<form method="post" action={link(view, unblockPath)}>
								<input type="hidden" name="hash" value={hash} />
								<input type="hidden" name="booking" value={booking} />
								<button type="submit" aria-label={`${t.unblock}: ${booking}`}>
									{t.unblock}
								</button>
							</form>
						)}
					</li>
				))}
			</ol>
			<Pager view={view} isEmpty={items.length === 0} path={listPath} next={next} />
		</Layout>
	);
}
