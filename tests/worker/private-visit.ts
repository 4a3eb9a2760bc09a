import { cookies, postForm, send, tag, type SendOptions } from './helpers.ts';

/** Follows a plain form post to the private page, as a browser would. */
export async function privateVisit(created: Response, locale = 'en') {
	const first = await send(`/${locale}/requests/`, { headers: { Cookie: cookies(created) } });
	const cookie = cookies(first);
	const page = await first.text();
	const csrf = /value="([\w-]{22})"/.exec(tag(page, 'name="csrf"'))?.[1] ?? '';
	const act = (fields: Record<string, string>, headers: Record<string, string> = {}, options: SendOptions = {}) =>
		postForm(`/${locale}/requests/`, { csrf, ...fields }, { Cookie: cookie, ...headers }, options);
	return { page, cookie, csrf, act };
}
