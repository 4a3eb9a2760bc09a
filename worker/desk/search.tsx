import { parseTerms } from '#shared/request-terms';
import * as limits from '#shared/limits';

import type { AppContext } from '../context.ts';
import { searchRequests, type FoundRequests } from '../db/request-search.ts';
import { parseReference } from '../pages/private-link.ts';
import { staffOf } from './access.ts';
import { BulkResult, bulkCounts, type BulkCounts } from './bulk.tsx';
import { listColleagues } from './colleagues.ts';
import { pageSize } from './cursor.ts';
import { Layout, link, type View } from './layout.tsx';
import { send, viewOf } from './page.tsx';
import { Chosen } from './chosen.tsx';
import { pathOf } from './references.tsx';
import { searchWords } from './words/search.ts';

/** What a search finds; whoever types a whole reference is led to it. */
export async function searchPage(c: AppContext): Promise<Response> {
	const query = Array.from(c.req.query('q')?.trim() ?? '')
		.slice(0, limits.length.query)
		.join('');
	const view = viewOf(c);
	const reference = parseReference(query);
	if (reference) return c.redirect(link(view, pathOf(reference)), 303);
	const before = Number(c.req.query('before')) || undefined;
	const found = await searchRequests(c.env.DB, parseTerms(query), pageSize, before);
	const staff = { me: staffOf(c), colleagues: await listColleagues(c) };
	return send(c, <SearchPage view={view} query={query} found={found} done={bulkCounts(c)} {...staff} />);
}

function SearchPage({ view, query, found: { items, before }, done, me, colleagues }: SearchPageProps) {
	const t = searchWords[view.locale];
	return (
		<Layout view={view} tab="requests">
			<h1>{t.results.replace('{query}', () => query)}</h1>
			<p class="hint">{t.hint}</p>
			<BulkResult view={view} counts={done} />
			<form method="post" action={link(view, '/desk/')}>
				<input type="hidden" name="q" value={query} />
				<Chosen view={view} items={items} me={me} colleagues={colleagues} />
			</form>
			{items.length === 0 && <p>{before === undefined ? t.nothing : t.notYet}</p>}
			{before !== undefined && (
				<p>
					<a class="more" href={link(view, '/desk/', { q: query, before: String(before) })} rel="next">
						{t.further}
					</a>
				</p>
			)}
		</Layout>
	);
}

interface SearchPageProps {
	view: View;
	query: string;
	found: FoundRequests;
	done: BulkCounts | undefined;
	me: string;
	colleagues: string[];
}
