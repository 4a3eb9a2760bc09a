import type { APIRoute } from 'astro';

import { localeIds } from '../config/locales.ts';
import { channelLists } from '../lib/channel-lists.ts';

/** What the Worker compares with when somebody checks a channel without script. */
export const GET: APIRoute = () => Response.json(Object.fromEntries(localeIds.map((locale) => [locale, channelLists(locale)])));
