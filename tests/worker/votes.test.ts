import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { anyArticle, cookies, countRows, json, postForm, postJson, problem, send, sendJson, setUp, tag } from './helpers.ts';
import { phrases } from '../fixtures/phrases.ts';

setUp();

async function vote(value: 'yes' | 'no', changes: Record<string, unknown> = {}, cookie = ''): Promise<Response> {
	const { id } = await anyArticle();
	return postJson('/api/votes', { article: id, value, ...changes }, cookie ? { Cookie: cookie } : {});
}

describe('/api/votes', () => {
	it('counts a vote for the text that was read and remembers the visitor in a cookie', async ({ expect }) => {
		const article = await anyArticle();
		const response = await vote('yes');
		expect(response.status).toBe(200);
		expect(response.headers.get('Set-Cookie')).toMatch(
			/^__Host-visitor=[\w-]{22}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
		);
		expect(await json(response)).toEqual({ article: article.id, value: 'yes', counts: { yes: 1, no: 0 } });
		const row = await env.DB.prepare('SELECT visitor, article_hash FROM votes').first<{
			visitor: string;
			article_hash: string;
		}>();
		expect(row?.article_hash).toBe(article.hash);
		expect(cookies(response)).not.toContain(row?.visitor);
	});

	it('changes a visitor’s vote instead of adding one, and lets others add theirs', async ({ expect }) => {
		const cookie = cookies(await vote('yes'));
		await vote('yes');
		const changed = await vote('no', { reason: 'unclear', comment: 'Step 3 is missing.' }, cookie);
		expect(await json(changed)).toMatchObject({ value: 'no', counts: { yes: 1, no: 1 } });
		expect(changed.headers.get('Set-Cookie')).toBeNull();
	});

	it('keeps reason and comment of a "no" only', async ({ expect }) => {
		const cookie = cookies(await vote('no', { reason: 'wrong', comment: 'The menu has moved.' }));
		expect(await env.DB.prepare('SELECT reason, comment FROM votes').first()).toEqual({
			reason: 'wrong',
			comment: 'The menu has moved.',
		});
		await vote('yes', { reason: 'wrong', comment: 'The menu has moved.' }, cookie);
		expect(await env.DB.prepare('SELECT reason, comment FROM votes').first()).toEqual({ reason: null, comment: null });
	});

	it('keeps what was said about a "no" when the same vote comes again without a word', async ({ expect }) => {
		const why = () => env.DB.prepare('SELECT reason, comment FROM votes').first();
		const cookie = cookies(await vote('no', { reason: 'wrong', comment: 'The menu has moved.' }));
		await vote('no', {}, cookie);
		await vote('no', { reason: '', comment: ' ' }, cookie);
		expect(await why()).toEqual({ reason: 'wrong', comment: 'The menu has moved.' });
		await vote('no', { reason: 'outdated' }, cookie);
		expect(await why()).toEqual({ reason: 'outdated', comment: 'The menu has moved.' });
		await vote('yes', {}, cookie);
		await vote('no', {}, cookie);
		expect(await why()).toEqual({ reason: null, comment: null });
	});

	it('takes a vote back, also when there is none', async ({ expect }) => {
		const { id } = await anyArticle();
		const cookie = cookies(await vote('yes'));
		for (const headers of [{ Cookie: cookie }, { Cookie: cookie }, {}]) {
			const response = await sendJson('DELETE', '/api/votes', { article: id }, headers);
			expect(await json(response)).toEqual({ article: id, value: null, counts: { yes: 0, no: 0 } });
		}
		expect(await countRows('votes')).toBe(0);
	});

	it('tells a visitor their own vote and makes no cookie for readers', async ({ expect }) => {
		const { id } = await anyArticle();
		const cookie = cookies(await vote('yes'));
		expect(await json(await send(`/api/votes?article=${id}`, { headers: { Cookie: cookie } }))).toMatchObject({ value: 'yes' });
		const stranger = await send(`/api/votes?article=${id}`, { headers: { Cookie: '__Host-visitor=forged' } });
		expect(stranger.headers.get('Set-Cookie')).toBeNull();
		expect(await json(stranger)).toEqual({ article: id, value: null, counts: { yes: 1, no: 0 } });
	});

	it('counts a suspicious vote for its sender only', async ({ expect }) => {
		const { id } = await anyArticle();
		const response = await vote('no', { elapsedMs: 10 });
		expect(await json(response)).toMatchObject({ value: 'no', counts: { yes: 0, no: 1 } });
		expect(await json(await send(`/api/votes?article=${id}`))).toMatchObject({ counts: { yes: 0, no: 0 } });
	});

	it('decides once, when it is first cast, whether a vote is held', async ({ expect }) => {
		const held = () => env.DB.prepare('SELECT held FROM votes').first('held');
		const cookie = cookies(await vote('no', { website: 'x' }));
		await vote('yes', {}, cookie);
		expect(await held()).toBe(1);
		await env.DB.prepare('DELETE FROM votes').run();
		const other = cookies(await vote('no'));
		await env.DB.prepare('DELETE FROM rate_counts').run();
		await vote('no', { elapsedMs: 10, comment: 'Filled in by my browser.' }, other);
		expect(await held()).toBe(0);
	});

	it('names what is wrong', async ({ expect }) => {
		const body = { article: 'en/faq/never-written', value: 'maybe', reason: 'boring', comment: 'x'.repeat(1001) };
		expect(await problem(await postJson('/api/votes', body))).toEqual({
			status: 422,
			code: 'INVALID',
			fields: ['value: UNKNOWN_OPTION', 'reason: UNKNOWN_OPTION', 'comment: TOO_LONG'],
		});
		for (const response of [
			await postJson('/api/votes', { article: 'en/faq/never-written', value: 'yes' }),
			await send('/api/votes?article=en/faq/never-written'),
			await sendJson('DELETE', '/api/votes', { article: 'en/faq/never-written' }),
		]) {
			expect(await problem(response)).toEqual({ status: 422, code: 'INVALID', fields: ['article: UNKNOWN_ARTICLE'] });
		}
		expect(await problem(await send('/api/votes'))).toMatchObject({ fields: ['article: REQUIRED'] });
	});

	it('refuses a recovery phrase in a comment', async ({ expect }) => {
		const comment = phrases.English;
		expect(await problem(await vote('no', { comment }))).toMatchObject({
			code: 'SECRET_DETECTED',
			fields: ['comment: SECRET_DETECTED'],
		});
		expect(await countRows('votes')).toBe(0);
	});

	it('ends when the day’s rate is used up', async ({ expect }) => {
		await vote('yes');
		await env.DB.prepare(`UPDATE rate_counts SET count = max WHERE period = 'day'`).run();
		expect(await problem(await vote('yes'))).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
		expect(await countRows('votes')).toBe(1);
	});
});

describe('the vote form without script', () => {
	for (const locale of ['en', 'zh-cn']) {
		it(`leads back to the article’s thanks (${locale})`, async ({ expect }) => {
			const { id, url } = await anyArticle(locale);
			const voted = await postForm('/api/votes', { article: id, value: 'no', website: '' });
			expect([voted.status, voted.headers.get('Location')]).toEqual([303, `${url}#vote-no`]);
			const changed = await postForm('/api/votes', { article: id, value: 'yes' }, { Cookie: cookies(voted) });
			expect(changed.headers.get('Location')).toBe(`${url}#vote-yes`);
			const undone = await postForm('/api/votes', { article: id, value: 'undo' }, { Cookie: cookies(voted) });
			expect([undone.status, undone.headers.get('Location')]).toEqual([303, `${url}#vote-undone`]);
			expect(await countRows('votes')).toBe(0);
		});
	}

	it('thanks for the reason, also when it was left empty', async ({ expect }) => {
		const { id, url } = await anyArticle();
		for (const why of [{ reason: 'unclear', comment: 'Step 3?' }, { reason: '', comment: '' }, { comment: '' }]) {
			const response = await postForm('/api/votes', { article: id, value: 'no', ...why });
			expect([response.status, response.headers.get('Location')]).toEqual([303, `${url}#vote-reason`]);
		}
	});

	it('says on the article’s page that a vote failed', async ({ expect }) => {
		const { id, url } = await anyArticle();
		const response = await postForm('/api/votes', { article: id, value: 'perhaps' });
		expect([response.status, response.headers.get('Location')]).toEqual([303, `${url}#vote-failed`]);
	});

	it('gives a note back that is too long, and says so', async ({ expect }) => {
		const { id } = await anyArticle();
		const response = await postForm('/api/votes', { article: id, value: 'no', comment: 'x'.repeat(1001) });
		const page = await response.text();
		expect([response.status, page.includes('x'.repeat(1001))]).toEqual([422, true]);
		expect(tag(page, 'data-errors="comment"')).not.toContain('hidden');
		expect(await countRows('votes')).toBe(0);
	});

	it('answers problem details when there is no such article', async ({ expect }) => {
		expect(await problem(await postForm('/api/votes', { article: 'en/faq/never-written', value: 'yes' }))).toMatchObject({
			status: 422,
		});
	});
});
