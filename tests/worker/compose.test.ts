import { describe, it } from 'vitest';

import { localeIds } from '#config/locales';
import { replies } from '#config/replies';
import { site } from '#config/site';

import { checkReply } from '../../worker/desk/reply-check.ts';
import { savedReplies } from '../../worker/desk/saved-replies.ts';
import { mayBeSecret } from '../../worker/input/guard.ts';
import { phrases } from '../fixtures/phrases.ts';
import { colleague, column, newRequest } from './desk-helpers.ts';
import { anyArticle, json, setUp } from './helpers.ts';

setUp();

const reply = (page: string) => /<textarea id="reply"[^>]*>([^<]*)</.exec(page)?.[1] ?? 'missing';

describe.each(replies.map(({ id }) => id))('the saved reply “%s”', (id) => {
	it.for(localeIds)('keeps the rules that every reply has to keep (%s)', (locale, { expect }) => {
		const request = { locale, name: 'Ada', reference: 'R-00000-00000', topic: 'deposits' };
		const { text = '' } = savedReplies(request, 'ada.lovelace@desk.example').find((saved) => saved.id === id) ?? {};
		expect([checkReply(text), mayBeSecret(text), text.includes('{')]).toEqual([[], false, false]);
		expect([text.includes('Ada Lovelace'), text.includes('@desk')]).toEqual([true, false]);
	});
});

describe('writing a reply', () => {
	it('gets a saved reply below what was typed, in the writer’s language, and stores nothing', async ({ expect }) => {
		const { act, page } = await colleague('amal');
		const { reference } = await newRequest({ locale: 'zh-cn', name: '小林' });
		expect(await page(`/desk/requests/${reference}`)).toContain('Is it solved?');
		const fields = { version: '1', step: 'saved', saved: 'solved', text: '你好。', asks: 'yes' };
		const answer = await act(reference, 'reply', fields);
		const composed = await answer.text();
		expect(answer.status).toBe(200);
		expect(reply(composed)).toMatch(/^你好。\n\n小林，你好：[\s\S]*14 天内[\s\S]*amal$/);
		expect(/name="asks"[^>]*>/.exec(composed)?.[0]).toContain('checked');
		expect(await column(reference, 'state')).toBe('received');
	});

	it('gets articles of the writer’s language to choose from, and the chosen one as title and official link', async ({
		expect,
	}) => {
		const { act, get } = await colleague('amal');
		const { title, url } = await anyArticle();
		const { reference } = await newRequest();
		const found = await (await act(reference, 'reply', { version: '1', step: 'find', query: title, text: 'Hello' })).text();
		expect(reply(found)).toBe('Hello');
		const official = new URL(url, site.url).href;
		expect(found).toContain(`value="article:${official}"`);
		const step = `article:${official}`;
		const chosen = reply(await (await act(reference, 'reply', { version: '1', step, query: title, text: 'Hello' })).text());
		expect(chosen).toMatch(new RegExp(`^Hello\n\n.*\n${official}$`));
		expect(checkReply(chosen)).toEqual([]);
		const listed = await json<{ articles: { url: string }[] }>(
			await get(`/desk/articles?locale=en&query=${encodeURIComponent(title)}`),
		);
		expect(listed.articles.map((article) => article.url)).toContain(official);
		const stranger = await act(reference, 'reply', {
			version: '1',
			step: 'article:https://evil.example/',
			query: title,
			text: 'Hello',
		});
		expect(reply(await stranger.text())).toBe('Hello');
	});

	it('is stopped as ever where the text holds a secret', async ({ expect }) => {
		const { act } = await colleague('amal');
		const { reference } = await newRequest();
		const answer = await act(reference, 'reply', { version: '1', step: 'saved', saved: 'hash', text: phrases.English });
		const composed = await answer.text();
		expect([answer.status, composed.includes(phrases.English.split(' ').slice(0, 3).join(' '))]).toEqual([422, false]);
	});
});
