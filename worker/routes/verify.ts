import { Hono } from 'hono';

import { localeIds } from '#config/locales';
import { VerifySchema } from '#shared/verify/schema';
import { judge } from '#shared/verify/verdict';
import { verifyView } from '#shared/verify/view';

import { readChannelLists } from '../pages/assets.ts';
import { fromForm, readForm } from '../input/body.ts';
import type { AppEnv } from '../context.ts';
import { parseInput } from '../input/input.ts';
import { foundItems } from '../pages/live-lists.ts';
import { livePage } from '../pages/live-page.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { localeOf } from './pages.ts';

const path = `/:locale{${localeIds.join('|')}}/verify/`;

/** The channel verifier without script. What was pasted comes in a body, never in an address, and is neither stored nor logged. */
export const verify = new Hono<AppEnv>();

verify.get(path, (c) => livePage(c, localeOf(c), 'verify', {}));

verify.post(path, async (c) => {
	await limitBurst(c, 'verify');
	const locale = localeOf(c);
	const form = await readForm(c);
	const { text } = parseInput(VerifySchema, fromForm(form));
	const { facts, fills, found } = verifyView(judge(text, await readChannelLists(c, locale)));
	return livePage(c, locale, 'verify', {
		facts,
		fills,
		lists: { found: foundItems(found) },
		form: { name: 'verify', fields: { text: [text] } },
	});
});
