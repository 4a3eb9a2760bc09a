import { site } from '#config/site';
import * as limits from '#shared/limits';

import type { FormFields } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import type { StoredRequest } from '../db/requests.ts';
import { searchArticles } from '../search/search.ts';
import { staffOf } from './access.ts';
import type { View } from './layout.tsx';
import { append, savedReplies } from './saved-replies.ts';
import { composeWords } from './words/compose.ts';

const mostArticles = 6;

/** The articles that can be inserted, for the desk's script. */
export function addCompose(desk: App): void {
	desk.get('/articles', async (c) => {
		const locale = c.req.query('locale') === 'zh-cn' ? 'zh-cn' : 'en';
		return c.json({ articles: await findArticles(c, locale, c.req.query('query') ?? '') });
	});
}

/** Whether a form of the request's page asks for help with writing instead of being sent. */
export function isComposing(form: FormFields): boolean {
	return form['action']?.[0] === 'reply' && form['step'] !== undefined;
}

/** The reply with what was asked for: a saved reply or an article below its text, or articles to choose from. */
export async function compose(c: AppContext, request: StoredRequest, form: FormFields): Promise<Composed> {
	const step = form['step']?.[0] ?? '';
	const text = form['text']?.[0] ?? '';
	const query = form['query']?.[0]?.trim() ?? '';
	const saved = savedReplies(request, staffOf(c)).find(({ id }) => id === form['saved']?.[0]);
	if (step === 'saved' && saved) return { form: withText(form, append(text, saved.text)) };
	const found = query ? await findArticles(c, request.locale, query) : [];
	const chosen = found.find(({ url }) => `article:${url}` === step);
	if (chosen) return { form: withText(form, append(text, `${chosen.title}\n${chosen.url}`)) };
	return { form, found };
}

/** Helps with the reply. Stands before the button that sends it: Enter in the search presses the first button of a form. */
export function ComposeTools({ view, request, me, form, found }: ComposeToolsProps) {
	const t = composeWords[view.locale];
	return (
		<details class="compose" open={found !== undefined} data-compose={request.locale}>
			<summary>{t.tools}</summary>
			<div class="actions">
				<input
					type="search"
					name="query"
					value={found ? (form['query']?.[0] ?? '') : ''}
					maxlength={limits.length.query}
					aria-label={t.findArticle}
					placeholder={t.findArticle}
				/>
				<button type="submit" name="step" value="find" formnovalidate data-find>
					{t.find}
				</button>
			</div>
			<ul class="plain-list" data-found aria-live="polite" data-insert={t.insert} data-none={t.noArticle}>
				{found?.map(({ title, url }) => (
					<li>
						{title}{' '}
						<button type="submit" name="step" value={`article:${url}`} formnovalidate aria-label={`${t.insert}: ${title}`}>
							{t.insert}
						</button>
					</li>
				))}
				{found?.length === 0 && <li>{t.noArticle}</li>}
			</ul>
			<div class="actions">
				<select name="saved" aria-label={t.saved}>
					{savedReplies(request, me).map(({ id, title, text }) => (
						<option value={id} data-text={text}>
							{title[view.locale]}
						</option>
					))}
				</select>
				<button type="submit" name="step" value="saved" formnovalidate data-insert-saved>
					{t.insert}
				</button>
			</div>
		</details>
	);
}

async function findArticles(c: AppContext, locale: StoredRequest['locale'], query: string): Promise<FoundArticle[]> {
	const { results } = await searchArticles(c, locale, { query: query.slice(0, limits.length.query) }, mostArticles);
	return results.map(({ title, url }) => ({ title, url: new URL(url.split('#')[0] ?? '', site.url).href }));
}

function withText(form: FormFields, text: string): FormFields {
	return { ...form, text: [text.slice(0, limits.length.message)] };
}

interface ComposeToolsProps {
	view: View;
	request: StoredRequest;
	me: string;
	form: FormFields;
	found: FoundArticle[] | undefined;
}

interface Composed {
	form: FormFields;
	/** Articles to choose from, when some were asked for. */
	found?: FoundArticle[];
}

export interface FoundArticle {
	title: string;
	/** On the official site. */
	url: string;
}
