import type { ArticleRecord } from '#shared/articles';
import type { Vote, VoteResult, VoteValue } from '#shared/votes';

import { findArticle } from './pages/assets.ts';
import type { AppContext } from './context.ts';
import { deleteVote, selectCounts, upsertVote, type CountsRow } from './db/votes.ts';
import { invalidField } from './input/input.ts';
import { writeTrusted, type Signals } from './abuse/risk.ts';
import { now } from './settings.ts';
import { ensureVisitor, findVisitor } from './abuse/visitor.ts';

/** Stores or changes the visitor's vote, bound to the text that was voted on. Why is asked of a "no" only. */
export async function castVote(c: AppContext, vote: Vote): Promise<VoteResult> {
	const article = await requireArticle(c, vote.article);
	const visitor = await ensureVisitor(c);
	const { value, reason, comment } = vote;
	const why = value === 'no' ? { reason, comment } : { reason: undefined, comment: undefined };
	const row = {
		article: article.id,
		visitor,
		value,
		...why,
		articleHash: article.hash,
		at: now(c.var.settings),
	};
	return writeVote(c, { article: article.id, visitor, signals: vote }, (held) => upsertVote(c.env.DB, { ...row, held }));
}

/** Takes the visitor's vote back. */
export async function withdrawVote(c: AppContext, articleId: string): Promise<VoteResult> {
	const article = await requireArticle(c, articleId);
	const visitor = await findVisitor(c);
	if (!visitor) return readVote(c, articleId);
	return writeVote(c, { article: article.id, visitor, signals: null }, () => deleteVote(c.env.DB, article.id, visitor));
}

/** Counts of an article and the visitor's own vote. Reading makes no cookie. */
export async function readVote(c: AppContext, articleId: string): Promise<VoteResult> {
	const article = await requireArticle(c, articleId);
	const row = await selectCounts(c.env.DB, article.id, await findVisitor(c)).first<CountsRow>();
	return toResult(article.id, row);
}

/** One round trip: the vote, its count against the rate, and what the article has now. */
function writeVote(c: AppContext, { article, visitor, signals }: Ballot, write: VoteWrite): Promise<VoteResult> {
	return writeTrusted(c, { route: 'votes', signals }, async ({ isHeld, statements }) => {
		const batch = [write(isHeld), ...statements, selectCounts(c.env.DB, article, visitor)];
		const results = await c.env.DB.batch<CountsRow>(batch);
		return toResult(article, results.at(-1)?.results[0] ?? null);
	});
}

async function requireArticle(c: AppContext, id: string): Promise<ArticleRecord> {
	const article = await findArticle(c, id);
	if (!article) throw invalidField('article', 'UNKNOWN_ARTICLE');
	return article;
}

function toResult(article: string, row: CountsRow | null): VoteResult {
	const value: VoteValue | null = row?.own ?? null;
	return { article, value, counts: { yes: row?.yes ?? 0, no: row?.no ?? 0 } };
}

type VoteWrite = (isHeld: boolean) => D1PreparedStatement;

interface Ballot {
	article: string;
	visitor: string;
	signals: Signals | null;
}
