import { Hono } from 'hono';
import * as z from 'zod';

import { articleIdField } from '#shared/fields';
import { VoteRemovalSchema, VoteSchema } from '#shared/votes';

import { findArticle } from '../assets.ts';
import { fromForm, isFormPost, readForm, readJson } from '../body.ts';
import type { AppContext, AppEnv } from '../context.ts';
import { parseInput } from '../input.ts';
import { limitBurst } from '../rate-limit.ts';
import { castVote, readVote, withdrawVote } from '../votes.ts';

const QuerySchema = z.object({ article: articleIdField });

/** "Did this solve your problem?" */
export const votes = new Hono<AppEnv>();

votes.get('/api/votes', async (c) => {
	const { article } = parseInput(QuerySchema, c.req.query());
	return c.json(await readVote(c, article));
});

votes.post('/api/votes', async (c) => {
	await limitBurst(c, 'votes');
	if (isFormPost(c)) return answerForm(c);
	return c.json(await castVote(c, parseInput(VoteSchema, await readJson(c))));
});

votes.delete('/api/votes', async (c) => {
	await limitBurst(c, 'votes');
	return c.json(await withdrawVote(c, parseInput(VoteRemovalSchema, await readJson(c)).article));
});

/** Without script the thanks stand in the article's page and appear by `:target`. */
async function answerForm(c: AppContext): Promise<Response> {
	const body = fromForm(await readForm(c));
	const isUndo = body['value'] === 'undo';
	const { article, value } = isUndo
		? await withdrawVote(c, parseInput(VoteRemovalSchema, body).article)
		: await castVote(c, parseInput(VoteSchema, body));
	return c.redirect(`${await articleUrl(c, article)}#vote-${isUndo ? 'undone' : value}`, 303);
}

/** Where a failed vote without script leads: back to the article, when it is known. */
export async function failedVoteUrl(c: AppContext): Promise<string | null> {
	const id = c.var.form?.['article']?.[0];
	const url = id && (await articleUrl(c, id));
	return url ? `${url}#vote-failed` : null;
}

async function articleUrl(c: AppContext, id: string): Promise<string | undefined> {
	return (await findArticle(c, id))?.url;
}
