import type { ArticleRecord } from '#shared/articles';
import { isSeeded } from '#shared/seeded';

import type { VoteComment, VoteTotal } from '../db/votes.ts';
import { rfc3339 } from '../time.ts';
import { Layout, type View } from './layout.tsx';
import { Pager } from './pager.tsx';
import { deskTime, words } from './words.ts';

/** Votes per article. */
export function VoteTotals({ view, items, next, articles }: ListProps<VoteTotal> & { articles: readonly ArticleRecord[] }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="votes">
			<h1>{t.votes}</h1>
			<table>
				<thead>
					<tr>
						<th scope="col">{t.article}</th>
						<th scope="col">{t.yes}</th>
						<th scope="col">{t.no}</th>
						<th scope="col">{t.held}</th>
					</tr>
				</thead>
				<tbody>
					{items.map((item) => (
						<tr>
							<th scope="row">
								<ArticleLink id={item.article} articles={articles} />
							</th>
							<td>{item.yes}</td>
							<td>{item.no}</td>
							<td>{item.held}</td>
						</tr>
					))}
				</tbody>
			</table>
			<Pager view={view} isEmpty={items.length === 0} path="/desk/votes" next={next} />
		</Layout>
	);
}

/** What people wrote after "no", newest first. */
export function CommentList({ view, items, next, articles }: ListProps<VoteComment> & { articles: readonly ArticleRecord[] }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="comments">
			<h1>{t.comments}</h1>
			<ol class="items">
				{items.map((item) => (
					<li>
						<h2>
							<ArticleLink id={item.article} articles={articles} />
							{item.held && <span class="tag held">{t.held}</span>}
						</h2>
						<p class="meta">
							<Time view={view} at={item.at} />
							{item.reason && ` · ${t[item.reason]}`}
						</p>
						<p class="text">{item.comment}</p>
					</li>
				))}
			</ol>
			<Pager view={view} isEmpty={items.length === 0} path="/desk/comments" next={next} />
		</Layout>
	);
}

export function Time({ view, at }: { view: View; at: number }) {
	return <time datetime={rfc3339(at)}>{deskTime(view.locale, at)}</time>;
}

/** Says of a row that `npm run seed` made it, and nobody wrote it. */
export function SeededTag({ view, reference }: { view: View; reference: string }) {
	return isSeeded(reference) ? <span class="tag">{words[view.locale].seeded}</span> : null;
}

/** An article by its title; a removed one by its id. */
export function ArticleLink({ id, articles }: { id: string; articles: readonly ArticleRecord[] }) {
	const article = articles.find((candidate) => candidate.id === id);
	return article ? <a href={article.url}>{article.title}</a> : <code>{id}</code>;
}

interface ListProps<Item> {
	view: View;
	items: Item[];
	/** Cursor of the next page. */
	next: string | undefined;
}
