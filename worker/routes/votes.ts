import { Hono } from 'hono';
import * as z from 'zod';

import { articleIdField } from '#shared/fields';
import { VoteRemovalSchema, VoteSchema } from '#shared/votes';

import { findArticle } from '../assets.ts';
import { fromForm, isFormPost, readForm, readJson } from '../body.ts';
import type { AppContext, AppEnv } from '../context.ts';
import { parseInput } from '../input.ts';
import type { ApiError } from '../problem.ts';
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
	if (body['value'] === 'undo') {
		const { article } = await withdrawVote(c, parseInput(VoteRemovalSchema, body).article);
		return c.redirect(`${await articleUrl(c, article)}#vote-undone`, 303);
	}
	const { article, value } = await castVote(c, parseInput(VoteSchema, body));
	// Only the form that asks why has these fields, and it sends them empty as well.
	const saysWhy = 'reason' in body || 'comment' in body;
	return c.redirect(`${await articleUrl(c, article)}#vote-${saysWhy ? 'reason' : value}`, 303);
}

/** Where a failed vote without script leads: back to the article, when it is known. */
export async function failedVoteUrl(c: AppContext, { code }: ApiError): Promise<string | null> {
	const id = c.var.form?.['article']?.[0];
	const url = id && (await articleUrl(c, id));
	return url ? `${url}#vote-${code === 'SECRET_DETECTED' ? 'secret' : 'failed'}` : null;
}

async function articleUrl(c: AppContext, id: string): Promise<string | undefined> {
	return (await findArticle(c, id))?.url;
}
