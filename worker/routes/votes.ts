import { Hono } from 'hono';
import * as z from 'zod';

import { articleIdField } from '#shared/fields';
import { VoteRemovalSchema, VoteSchema } from '#shared/votes';

import { findArticle } from '../pages/assets.ts';
import { fromForm, isFormPost, readForm, readJson, type FormFields } from '../input/body.ts';
import type { AppContext, AppEnv } from '../context.ts';
import type { ErrorView } from '../pages/form-errors.ts';
import { parseInput } from '../input/input.ts';
import { livePage } from '../pages/live-page.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
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

/** Where a failed vote without script leads, when its article is known: to what was typed, where that was wrong, else to words. */
export async function failedVotePage(c: AppContext, form: FormFields, view: ErrorView): Promise<Response | null> {
	const article = await findArticle(c, form['article']?.[0] ?? '');
	if (!article) return null;
	const isTyped = view.facts.includes('secret:yes') || view.errors.some(({ name }) => name === 'comment');
	const isOff = view.errors.some(({ code }) => code === 'SWITCHED_OFF');
	if (!isTyped) return c.redirect(`${article.url}#vote-${isOff ? 'off' : 'failed'}`, 303);
	const path = article.id.slice(article.locale.length + 1);
	const facts = [...view.facts, 'vote:refused'];
	return livePage(c, article.locale, path, { ...view, facts, form: { name: 'vote-why', fields: form } });
}

async function articleUrl(c: AppContext, id: string): Promise<string | undefined> {
	return (await findArticle(c, id))?.url;
}
