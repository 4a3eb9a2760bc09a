import * as z from 'zod';

import { localeIds } from '#config/locales';
import { requiredText } from '#shared/fields';
import { length } from '#shared/limits';
import { channelKinds } from '#shared/verify/kinds';

/** What `/verify/` is asked without script. */
export const VerifySchema = z.object({
	/** A link, an address, a number, a name, or the whole message around it. */
	text: requiredText(length.verify),
});

const kind = z.enum(channelKinds);

/** `dist/channels.json`: the lists in the words of each language. */
export const ChannelListsSchema = z.record(
	z.enum(localeIds),
	z.object({
		official: z.array(
			z.object({ kind, value: z.string(), subdomains: z.boolean().optional(), since: z.string(), purpose: z.string() }),
		),
		fakes: z.array(z.object({ kind, value: z.string(), seen: z.string(), source: z.string(), note: z.string() })),
	}),
);
